package io.dingledger.local.demo;

import io.dingledger.local.sandbox.dingtalk.ApprovalInstance;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentState;
import java.util.List;
import java.util.Optional;

/**
 * One expense claim of the demo month, what happens to it on its way, and where it must end.
 *
 * @param shape what is special about it, in Chinese and English
 * @param instance the approval
 * @param pushes the callbacks about it, in the order in which they are sent
 * @param trouble what goes wrong on its way
 * @param expected where it must end
 */
public record DemoClaim(
    String shape,
    ApprovalInstance instance,
    List<Push> pushes,
    Trouble trouble,
    Expected expected) {
  public DemoClaim {
    pushes = List.copyOf(pushes);
  }

  /** Its identifier as a document. */
  public DocumentId id() {
    return new DocumentId(instance.id());
  }

  /**
   * One callback.
   *
   * @param eventId the event's identifier; the same for repeats and for a second run
   * @param type {@code start}, {@code finish} or {@code terminate}
   * @param copies how many copies arrive at once
   */
  public record Push(String eventId, String type, int copies) {}

  /** What goes wrong on a document's way. */
  public enum Trouble {
    /** Nothing. */
    NONE,
    /** DingTalk's detail still says that the approval runs when it is read the first time. */
    DETAIL_LAGS,
    /** DingTalk refuses the first reading as too many per second. */
    THROTTLED,
    /** The ledger stores the voucher and lets the request time out. */
    COMMIT_THEN_TIME_OUT
  }

  /**
   * Where a document must end.
   *
   * @param state its state
   * @param debit the sum of its voucher's debit lines, for POSTED only
   * @param reason the code of a reason, for HELD only
   */
  public record Expected(DocumentState state, Optional<String> debit, Optional<String> reason) {
    static Expected posted(String debit) {
      return new Expected(DocumentState.POSTED, Optional.of(debit), Optional.empty());
    }

    static Expected held(String reason) {
      return new Expected(DocumentState.HELD, Optional.empty(), Optional.of(reason));
    }

    static Expected ignored() {
      return new Expected(DocumentState.IGNORED, Optional.empty(), Optional.empty());
    }
  }
}
