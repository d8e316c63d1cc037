package io.dingledger.rules.expression;

/** The values that an expression may read. */
public interface Facts {
  /**
   * The value of a field. Whoever implements this puts what was read into the inputs.
   *
   * @throws CannotEvaluate when the document does not give the field, or not readably
   */
  Worth read(String path, Inputs inputs);

  /** Whether the document gives the field. */
  boolean has(String path);
}
