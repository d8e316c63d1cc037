package io.dingledger.platform.metrics;

/**
 * Everything that the functions measure, beside what AWS measures of queues and functions by
 * itself. {@code docs/metrics.md} says of each what it means and what to do.
 */
public enum Measure {
  /**
   * How long intake took from the beginning of its handler to the answer; a cold start is not in.
   */
  INTAKE_ANSWERED("intake.answered", Unit.MILLISECONDS),
  /**
   * How long it took from the time at which a document was first heard of until all its vouchers
   * were posted; the number of samples is that of documents.
   */
  DOCUMENTS_TOOK("documents.took", Unit.MILLISECONDS),
  /** A call to a ledger failed for what is the ledger's or the connection's, by its type. */
  LEDGER_FAILED("ledger.failed", Unit.COUNT),
  /** Documents of one tenant that wait for a connection to work again, at most two hundred. */
  CONNECTIONS_PARKED("connections.parked", Unit.COUNT),
  /** 1 for a tenant from which documents used to come and come no more, else 0. */
  TENANTS_SILENT("tenants.silent", Unit.COUNT),
  /** How many documents a sweep found due, at most sixteen thousand. */
  SWEEP_DUE("sweep.due", Unit.COUNT),
  /** How many documents a sweep handed on. */
  SWEEP_HANDED_ON("sweep.handed", Unit.COUNT),
  /** How many due documents a sweep could not hand on: they are damaged, or somebody was faster. */
  SWEEP_STUCK("sweep.stuck", Unit.COUNT),
  /** How long ago the longest due document was due when the sweep found it. */
  SWEEP_LATE("sweep.late", Unit.MILLISECONDS),
  /** A decision about a failed try, by the kind of failure and what was decided. */
  RETRY_DECIDED("retry.decided", Unit.COUNT),
  /** Documents of one tenant that machines are busy with, at most two hundred of each state. */
  DOCUMENTS_OPEN("documents.open", Unit.COUNT),
  /** Documents of one tenant that wait for something named, at most two hundred. */
  DOCUMENTS_PARKED("documents.parked", Unit.COUNT),
  /** Documents of one tenant that wait for a person, at most two hundred; notices don't count. */
  DOCUMENTS_HELD("documents.held", Unit.COUNT),
  /** How long the one of a tenant's open documents has stood still that has done so longest. */
  DOCUMENTS_OLDEST("documents.oldest", Unit.MILLISECONDS);

  private final String word;
  private final Unit unit;

  Measure(String word, Unit unit) {
    this.word = word;
    this.unit = unit;
  }

  /** Its name at CloudWatch. */
  public String word() {
    return word;
  }

  /** In what it is measured. */
  public Unit unit() {
    return unit;
  }

  /** CloudWatch's units that we use. */
  public enum Unit {
    COUNT,
    MILLISECONDS
  }
}
