package io.dingledger.model.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One approval instance as DingTalk tells it, not yet understood by a rule book. Texts are empty,
 * never null, when the source has none.
 *
 * @param id the process instance id; from the event, for the answer does not repeat it
 * @param processCode the form's code; from the event as well
 * @param category {@code bizCategoryId}, from the event as well; empty when it had none
 * @param businessId the approval number that people see
 * @param title the title
 * @param originatorUserId who started it
 * @param originatorDepartmentId their department; {@code -1} is the root
 * @param originatorDepartmentName that department's name
 * @param createdAt when it was started (UTC; DingTalk prints GMT+8 wall time with a false {@code
 *     Z})
 * @param finishedAt when it ended (UTC)
 * @param status where it stands
 * @param result how it ended
 * @param action whether it is new, or changes or withdraws an earlier one
 * @param mainInstanceId the earlier instance that a change or withdrawal is about
 * @param chain who approved
 * @param form the filled-in form
 * @param raw the whole answer as received, JSON text
 */
public record ApprovalDetail(
    DocumentId id,
    String processCode,
    String category,
    String businessId,
    String title,
    String originatorUserId,
    String originatorDepartmentId,
    String originatorDepartmentName,
    Instant createdAt,
    Optional<Instant> finishedAt,
    Status status,
    Result result,
    Action action,
    Optional<String> mainInstanceId,
    List<Step> chain,
    Form form,
    String raw) {
  public ApprovalDetail {
    chain = List.copyOf(chain);
  }

  /** Approved means {@code COMPLETED} and {@code agree}; nothing else is ever posted. */
  public boolean isApproved() {
    return status == Status.COMPLETED && result == Result.AGREE;
  }

  /** Where an instance stands. */
  public enum Status {
    RUNNING,
    COMPLETED,
    TERMINATED,
    UNKNOWN
  }

  /** How an instance ended. */
  public enum Result {
    AGREE,
    REFUSE,
    NONE
  }

  /** What an instance does to an earlier one. */
  public enum Action {
    NONE,
    MODIFY,
    REVOKE
  }

  /**
   * One step of the approval chain.
   *
   * @param userId who acted
   * @param at when (UTC)
   * @param type what kind of step, DingTalk's word
   * @param result the outcome, DingTalk's word
   */
  public record Step(String userId, Instant at, String type, String result) {}
}
