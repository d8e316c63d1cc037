package io.dingledger.rules.simulation;

import io.dingledger.model.failure.ReasonCode;

/** Why a simulation makes nothing of a document, beside what the rule book says. */
public enum SimulationReason implements ReasonCode {
  NOT_APPROVED(
      "SIMULATION-NOT-APPROVED",
      "审批尚未通过（状态 {0}，结果 {1}），不会记账。",
      "只有已通过的审批才会翻译。",
      "The approval has not passed (status {0}, result {1}); nothing is posted.",
      "Only approved documents are translated."),
  WITHDRAWAL(
      "SIMULATION-WITHDRAWAL",
      "这是对审批 {0} 的撤销。正式运行时会红字冲销其凭证，模拟不做冲销。",
      "看汇总时请把被撤销的单据考虑在内。",
      "It withdraws the approval {0}. In earnest its vouchers would be reversed; a simulation does"
          + " not reverse.",
      "Bear the withdrawn document in mind when reading the totals."),
  REPEATED(
      "SIMULATION-REPEATED",
      "与“{0}”是同一单据（{1}），只计算一次。",
      "请删除重复的文件。",
      "It is the same document as {0} ({1}), and counts once.",
      "Remove one of the files."),
  FAILED(
      "SIMULATION-FAILED",
      "翻译此单据时程序出错：{0}。",
      "其余单据不受影响。请把此单据与规则簿一并报告给维护者。",
      "The program failed at this document: {0}.",
      "The others are not concerned. Report the document with the rule book to the maintainers.");

  private final Texts texts;

  SimulationReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
