package io.dingledger.rules;

import io.dingledger.model.failure.ReasonCode;

/** Why a rule book makes nothing of a document. */
public enum IgnoreReason implements ReasonCode {
  /** The rule book does not want this kind of approval. */
  OUT_OF_SCOPE(
      "RULE-OUT-OF-SCOPE",
      "规则簿不处理这种审批（processCode {0}）。",
      "如需处理，请把它加入规则簿的 scope。",
      "The rule book does not want this kind of approval (processCode {0}).",
      "To have it handled, add it to scope in the rule book."),
  /** The rule book does not want facts of this kind. */
  KIND_OUT_OF_SCOPE(
      "RULE-KIND-OUT-OF-SCOPE",
      "规则簿不处理“{1}”（{0}）。",
      "如需处理，请在规则簿的 scope 中添加 kind: {0}。",
      "The rule book does not want documents of the kind {0}.",
      "To have them handled, add kind: {0} to scope in the rule book."),
  /** Nothing about the day is abnormal. */
  DAY_NORMAL(
      "RULE-DAY-NORMAL",
      "当天考勤正常，无需记账。",
      "不需要做任何事。",
      "Nothing about this day of attendance is abnormal.",
      "Nothing needs to be done.");

  private final Texts texts;

  IgnoreReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
