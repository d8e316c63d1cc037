package io.dingledger.model.rulebook;

import io.dingledger.model.failure.ReasonCode;

/** Why a step in the life of a rule book is refused. */
public enum LifeCycleReason implements ReasonCode {
  /** Arguments: none. */
  SIGNER_UNUSABLE(
      "LIFECYCLE-SIGNER-UNUSABLE",
      "没有写明是谁。",
      "请写明人员编号，1–64 个可见字符。",
      "It is not said who does this.",
      "Name the person by an identifier of 1 to 64 characters that can be seen."),
  /** Arguments: version. */
  VERSION_UNKNOWN(
      "LIFECYCLE-VERSION-UNKNOWN",
      "没有版本为 {0} 的规则簿。",
      "请先提交草稿，或从版本列表中取版本号。",
      "No rule book of version {0} was ever put forward.",
      "Put its text forward first, or take the version from the list."),
  /** Arguments: version, where it stands. */
  ALREADY_DRAFTED(
      "LIFECYCLE-ALREADY-DRAFTED",
      "这份文本已提交过，版本为 {0}，状态为 {1}。",
      "请从该状态继续；内容有改动才会成为新的草稿。",
      "This very text was put forward before; version {0} is {1}.",
      "Go on from there; only a changed text is a new draft."),
  /** Arguments: version of the proof, version. */
  OTHER_TEXT(
      "LIFECYCLE-OTHER-TEXT",
      "模拟用的是版本 {0} 的文本，而不是 {1}。",
      "请对版本 {1} 重新模拟。",
      "The simulation was of the text {0}, not of {1}.",
      "Simulate {1}."),
  /** Arguments: version, number of abnormal documents. */
  PROOF_INCOMPLETE(
      "LIFECYCLE-PROOF-INCOMPLETE",
      "版本 {0} 的模拟不完整：只有 {1} 份异常单据，或单据、结果没有写全；至少需要 3 份不同的异常单据。",
      "请重新模拟；系统会自行挑选异常单据。",
      "The simulation of {0} is incomplete: it has {1} abnormal documents, or does not name all"
          + " documents and results; three different abnormal ones are the least.",
      "Simulate it again; the system chooses the abnormal documents itself."),
  /** Arguments: version. */
  NOT_SIMULATED(
      "LIFECYCLE-NOT-SIMULATED",
      "版本 {0} 还没有模拟过。",
      "请先模拟，再由另一个人审批。",
      "Version {0} was not simulated yet.",
      "Simulate it first; then a second person approves it."),
  /** Arguments: version, who. */
  OWN_BOOK(
      "LIFECYCLE-OWN-BOOK",
      "{1} 是版本 {0} 的作者，不能由其本人审批或启用。",
      "请由另一个人审批和启用。",
      "{1} is an author of version {0} and can neither approve nor activate it.",
      "Ask a second person to."),
  /** Arguments: version. */
  OTHER_PROOF(
      "LIFECYCLE-OTHER-PROOF",
      "版本 {0} 在查看之后又重新模拟过，审批所依据的报告已不是最新。",
      "请查看最新的模拟报告后再审批。",
      "Version {0} was simulated again since: the report that the approval names is not the latest.",
      "Look at the latest report and approve again."),
  /** Arguments: version. */
  ALREADY_APPROVED(
      "LIFECYCLE-ALREADY-APPROVED",
      "版本 {0} 已审批，不能再模拟或审批。",
      "可以直接启用；如需改动，请提交新的草稿。",
      "Version {0} is approved: it is neither simulated nor approved again.",
      "Activate it, or put a changed text forward."),
  /** Arguments: version. */
  NOT_APPROVED(
      "LIFECYCLE-NOT-APPROVED",
      "版本 {0} 还没有经过审批，不能启用。",
      "请先由另一个人审批。",
      "Version {0} is not approved and can't be activated.",
      "A second person approves it first."),
  /** Arguments: date asked for, first open date. */
  PERIOD_CLOSED(
      "LIFECYCLE-PERIOD-CLOSED",
      "生效日 {0} 在已结账的薪资期间内。",
      "请选择 {1} 或之后的日期。",
      "The date {0} lies in a pay period that is closed.",
      "Choose {1} or a later one."),
  /** Arguments: version. */
  IN_FORCE(
      "LIFECYCLE-IN-FORCE",
      "版本 {0} 已启用，不能撤回。",
      "请从同一日期起启用另一个版本来代替它。",
      "Version {0} is in force and can't be withdrawn.",
      "Activate another version from the same date instead."),
  /** Arguments: version. */
  WITHDRAWN(
      "LIFECYCLE-WITHDRAWN",
      "版本 {0} 已撤回。",
      "如仍需要，请重新提交草稿。",
      "Version {0} was withdrawn.",
      "Put it forward again if it is still wanted.");

  private final Texts texts;

  LifeCycleReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
