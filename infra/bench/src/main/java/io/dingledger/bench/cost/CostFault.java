package io.dingledger.bench.cost;

import io.dingledger.model.failure.ReasonCode;

/** What may be wrong with a command line of {@code ./dev bench cost}. */
public enum CostFault implements ReasonCode {
  /** Arguments: the option, what was given. */
  NUMBER_WRONG(
      "COST-NUMBER-WRONG",
      "参数 {0} 的值 {1} 不对。",
      "请写不小于 0 的数，例如 --events 1000000 或 --set eventsPerTenant=500。",
      "{1} is no value for {0}.",
      "Write a number from 0 on, as --events 1000000 or --set eventsPerTenant=500."),
  /** Arguments: the name, the known ones. */
  SIZE_UNKNOWN(
      "COST-SIZE-UNKNOWN",
      "没有名为 {0} 的数量。",
      "可用：{1}。",
      "There is no size called {0}.",
      "Use one of: {1}."),
  /** Arguments: the option, what was given, the known ones. */
  CHOICE_UNKNOWN(
      "COST-CHOICE-UNKNOWN",
      "参数 {0} 没有 {1} 这一选项。",
      "可用：{2}。",
      "{1} is no choice for {0}.",
      "Use one of: {2}.");

  private final Texts texts;

  CostFault(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
