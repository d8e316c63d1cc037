package io.dingledger.ledgers.yonyou;

import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.List;

/** What a failure to get a token says about a connection. */
public final class LoginFinding {
  private LoginFinding() {}

  /**
   * Bad credentials when the vendor itself answered so, by a code of its own; otherwise nobody was
   * reached.
   */
  public static List<Finding> of(Failure failure) {
    boolean answered =
        failure.kind() == FailureKind.CONFIG
            && !failure.code().startsWith("LEDGER-")
            && !failure.code().startsWith("HTTP-");
    Verdict failed = new Verdict.Failed(failure);
    return answered
        ? List.of(
            new Finding(Point.REACHABLE, new Verdict.Good()),
            new Finding(Point.CREDENTIALS, failed))
        : List.of(new Finding(Point.REACHABLE, failed));
  }
}
