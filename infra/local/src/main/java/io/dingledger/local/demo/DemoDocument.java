package io.dingledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.sandbox.dingtalk.ApprovalInstance;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentState;
import java.util.List;
import java.util.Optional;

/**
 * One document of the demo, what happens to it on its way, and where it must end.
 *
 * @param id its identifier
 * @param number what people call it: the approval number, or the day of attendance
 * @param shape what is special about it, in Chinese and English
 * @param approval the approval; empty for attendance facts
 * @param pushes the callbacks about it, in the order in which they are sent
 * @param stage when they are sent
 * @param trouble what goes wrong on its way
 * @param expected where it must end
 */
public record DemoDocument(
    DocumentId id,
    String number,
    String shape,
    Optional<ApprovalInstance> approval,
    List<Push> pushes,
    Stage stage,
    Trouble trouble,
    Expected expected) {
  public DemoDocument {
    pushes = List.copyOf(pushes);
  }

  /** Its approval, for documents that have one. */
  public ApprovalInstance instance() {
    return approval.orElseThrow();
  }

  /** The callback that its approval has ended, whether or not it is among those that are sent. */
  public Push finish() {
    return DemoApproval.push(instance(), "finish", 1);
  }

  /**
   * One callback.
   *
   * @param type DingTalk's {@code EventType}
   * @param eventId the event's identifier; the same for repeats and for a second run
   * @param fields the business fields
   * @param copies how many copies arrive at once
   */
  public record Push(String type, String eventId, ObjectNode fields, int copies) {
    public Push {
      fields = fields.deepCopy();
    }

    @Override
    public ObjectNode fields() {
      return fields.deepCopy();
    }
  }

  /** When a document's callbacks are sent. */
  public enum Stage {
    /** As soon as the system runs. */
    FIRST,
    /** When all documents that others change or withdraw have come to rest. */
    LATER,
    /** Nothing is sent: it is made when its month is closed, after everything else. */
    CLOSE
  }

  /** What goes wrong on a document's way. */
  public enum Trouble {
    /** Nothing. */
    NONE,
    /** DingTalk's detail still says that the approval runs when it is read the first time. */
    DETAIL_LAGS,
    /** DingTalk refuses the first reading as too many per second. */
    THROTTLED,
    /** The ledger stores the voucher and lets the request time out. */
    COMMIT_THEN_TIME_OUT,
    /** The push was given up before the system ran, and stands in DingTalk's list of failures. */
    PUSH_GIVEN_UP,
    /** No push was ever made. */
    NEVER_PUSHED
  }

  /**
   * Where a document must end.
   *
   * @param state its state
   * @param debit the sum of its vouchers' debit lines, for POSTED only
   * @param reason the code of a reason, for HELD, IGNORED and PARKED
   * @param effect what all documents with its number together leave in the ledger: the sum of
   *     debits; stated on the last of them only
   */
  public record Expected(
      DocumentState state,
      Optional<String> debit,
      Optional<String> reason,
      Optional<String> effect) {
    static Expected posted(String debit) {
      return new Expected(
          DocumentState.POSTED, Optional.of(debit), Optional.empty(), Optional.empty());
    }

    static Expected accrued() {
      return new Expected(
          DocumentState.ACCRUED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Expected held(String reason) {
      return because(DocumentState.HELD, reason);
    }

    static Expected ignored(String reason) {
      return because(DocumentState.IGNORED, reason);
    }

    static Expected parked() {
      return new Expected(
          DocumentState.PARKED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, with what is left in the ledger together with the others of its number. */
    Expected leaving(String sum) {
      return new Expected(state, debit, reason, Optional.of(sum));
    }

    private static Expected because(DocumentState state, String reason) {
      return new Expected(state, Optional.empty(), Optional.of(reason), Optional.empty());
    }
  }
}
