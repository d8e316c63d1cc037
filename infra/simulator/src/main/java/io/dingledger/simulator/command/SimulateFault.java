package io.dingledger.simulator.command;

import io.dingledger.model.failure.ReasonCode;

/** What may be wrong with a command line of {@code ./dev simulate}. */
public enum SimulateFault implements ReasonCode {
  /** Arguments: the option, what was given, the least and the most. */
  NUMBER_WRONG(
      "SIMULATE-NUMBER-WRONG",
      "参数 {0} 的值 {1} 不对。",
      "请写 {2} 到 {3} 之间的整数。",
      "{1} is no value for {0}.",
      "Write a whole number from {2} to {3}."),
  /** Arguments: what was given, all kinds. */
  FAULT_UNKNOWN(
      "SIMULATE-FAULT-UNKNOWN",
      "没有名为“{0}”的故障。",
      "可用:{1}。",
      "There is no fault {0}.",
      "Use some of: {1}."),
  /** Arguments: none. */
  FAULTS_TWICE(
      "SIMULATE-FAULTS-TWICE",
      "--faults 与 --without 不能同用。",
      "请去掉其中一个。",
      "--faults and --without exclude each other.",
      "Drop one of them."),
  /** Arguments: the option. */
  ONE_SEED_ONLY(
      "SIMULATE-ONE-SEED-ONLY",
      "参数 {0} 只适用于一个种子。",
      "请加上 --seeds 1。",
      "{0} is for one seed only.",
      "Add --seeds 1."),
  /** Arguments: the folder. */
  NO_CHECKOUT(
      "SIMULATE-NO-CHECKOUT",
      "在 {0} 及其上级文件夹中找不到 template.yaml。",
      "请在项目的文件夹中运行。",
      "There is no template.yaml in {0} nor above it.",
      "Run it within the project's folder."),
  /** Arguments: what was given. */
  NOTHING_EXPECTED(
      "SIMULATE-NOTHING-EXPECTED",
      "不认识“{0}”。",
      "用 --help 查看写法。",
      "{0} means nothing here.",
      "See --help.");

  private final Texts texts;

  SimulateFault(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
