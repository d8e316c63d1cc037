package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.platform.store.DocumentStore.Sibling;
import java.time.temporal.ChronoUnit;

/**
 * Which of two approvals about the same thing came first. DingTalk's own times know minutes only;
 * within one minute a new approval comes before its changes and a withdrawal comes last.
 */
enum Precedence {
  EARLIER,
  LATER,
  /** Two changes within one minute: nobody knows. */
  UNCLEAR;

  /** Where the other stands, seen from this one. */
  static Precedence of(Sibling other, Sibling self) {
    int order =
        other
            .finishedAt()
            .truncatedTo(ChronoUnit.MINUTES)
            .compareTo(self.finishedAt().truncatedTo(ChronoUnit.MINUTES));
    if (order == 0) {
      order = Integer.compare(rank(other.action()), rank(self.action()));
    }
    if (order == 0) {
      return UNCLEAR;
    }
    return order < 0 ? EARLIER : LATER;
  }

  private static int rank(Action action) {
    return switch (action) {
      case NONE -> 0;
      case MODIFY -> 1;
      case REVOKE -> 2;
    };
  }
}
