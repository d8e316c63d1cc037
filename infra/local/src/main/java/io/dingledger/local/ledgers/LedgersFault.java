package io.dingledger.local.ledgers;

import io.dingledger.model.failure.ReasonCode;

/** What may be wrong with a command about ledgers. */
public enum LedgersFault implements ReasonCode {
  /** Arguments: the type, the known ones. */
  TYPE_UNKNOWN(
      "LEDGERS-TYPE-UNKNOWN",
      "没有名为“{0}”的账务系统类型。",
      "可用：{1}。",
      "There is no type of ledger {0}.",
      "Use one of: {1}."),
  /** Arguments: the word, the known ones. */
  KIND_UNKNOWN(
      "LEDGERS-KIND-UNKNOWN",
      "没有名为“{0}”的基础资料。",
      "可用：{1}。",
      "There is no master data called {0}.",
      "Use one of: {1}.");

  private final Texts texts;

  LedgersFault(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
