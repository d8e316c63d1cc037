package io.dingledger.local;

import io.dingledger.model.failure.ReasonCode;

/** What may be wrong with the command line. */
public enum OptionFault implements ReasonCode {
  UNKNOWN(
      "OPTION-UNKNOWN",
      "不认识参数 {0}。",
      "用 --help 查看可用参数。",
      "The option {0} is not known.",
      "See --help."),
  REPEATED(
      "OPTION-REPEATED",
      "参数 {0} 出现了两次。",
      "请只写一次。",
      "The option {0} was given twice.",
      "Give it once."),
  VALUE_MISSING(
      "OPTION-VALUE-MISSING",
      "参数 {0} 后面缺少值。",
      "用 --help 查看写法。",
      "{0} needs a value.",
      "See --help."),
  PORT_WRONG(
      "OPTION-PORT-WRONG",
      "端口 {0} 不对。",
      "应为 0 到 65535 的整数，0 表示任意空闲端口。",
      "{0} is no port.",
      "Use a whole number from 0 to 65535; 0 means any free one."),
  STORE_WRONG(
      "OPTION-STORE-WRONG",
      "没有名为 {0} 的存储。",
      "可用 dynamodb 或 memory。",
      "There is no store {0}.",
      "Use dynamodb or memory."),
  PATH_WRONG(
      "OPTION-PATH-WRONG", "{0} 不是可用的路径。", "请改写。", "{0} is no usable path.", "Write another one."),
  TENANTS_NOT_A_FOLDER(
      "OPTION-TENANTS-NOT-A-FOLDER",
      "{0} 不是文件夹。",
      "--tenants 后面写存放租户文件的文件夹，见 docs/tenants.md。",
      "{0} is no folder.",
      "--tenants takes the folder of the tenants' files, see docs/tenants.md."),
  ONCE_WITH_TENANTS(
      "OPTION-ONCE-WITH-TENANTS",
      "--once 只用于演示月，不能与 --tenants 同用。",
      "请去掉其中一个。",
      "--once plays the demo month, which --tenants leaves out.",
      "Drop one of them.");

  private final Texts texts;

  OptionFault(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
