package io.dingledger.ledgers.chanjet;

import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a first question tells of a connection. */
public final class Checkups {
  private static final Set<String> NOT_THE_PLATFORM =
      Set.of(
          LedgerReason.CERTIFICATE.code(),
          LedgerReason.ADDRESS_FORBIDDEN.code(),
          LedgerReason.PAGE.code());
  private static final Pattern ABOUT_CREDENTIALS =
      Pattern.compile("50000|50112|400[1-8]|" + LedgerReason.RECONNECT.code());

  private Checkups() {}

  /** After a question that was answered. */
  public static List<Finding> answered() {
    return List.of(good(Point.REACHABLE), good(Point.CREDENTIALS));
  }

  /**
   * After a question that failed.
   *
   * @param otherwise what the question was about, when server and credentials are in order
   */
  public static List<Finding> failed(Failure failure, Point otherwise) {
    boolean reached =
        !NOT_THE_PLATFORM.contains(failure.code())
            && failure.kind() != FailureKind.TRANSIENT
            && failure.kind() != FailureKind.THROTTLE;
    if (!reached) {
      return List.of(failed(Point.REACHABLE, failure));
    }
    boolean refused =
        failure.kind() == FailureKind.TOKEN
            || failure.kind() == FailureKind.QUOTA
            || ABOUT_CREDENTIALS.matcher(failure.code()).matches();
    return refused
        ? List.of(good(Point.REACHABLE), failed(Point.CREDENTIALS, failure))
        : List.of(good(Point.REACHABLE), good(Point.CREDENTIALS), failed(otherwise, failure));
  }

  /** It is as it should be. */
  public static Finding good(Point point) {
    return new Finding(point, new Verdict.Good());
  }

  /** It can't be told without writing. */
  public static Finding notTold(Point point) {
    return new Finding(point, new Verdict.NotTold());
  }

  /** It is not as it should be. */
  public static Finding failed(Point point, Failure failure) {
    return new Finding(point, new Verdict.Failed(failure));
  }
}
