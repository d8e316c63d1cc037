package io.dingledger.local.torture;

import io.dingledger.model.failure.ReasonCode;

/** Why a torture can't be carried out. */
public enum TortureFault implements ReasonCode {
  NUMBER_WRONG(
      "TORTURE-NUMBER-WRONG", "参数 {0} 的值 {1} 不对。", "应为 {2}。", "{0} can't be {1}.", "Use {2}."),
  VICTIM_UNKNOWN(
      "TORTURE-VICTIM-UNKNOWN",
      "没有名为 {0} 的进程。",
      "可用：{1}。",
      "There is no process called {0}.",
      "Use some of: {1}."),
  URL_WRONG(
      "TORTURE-URL-WRONG",
      "{0} 不是可用的地址。",
      "写 http 或 https 地址，不带路径，例如 http://127.0.0.1:8080。",
      "{0} is no usable address.",
      "Write an http or https address without a path, for example http://127.0.0.1:8080."),
  NOT_WITH_URL(
      "TORTURE-NOT-WITH-URL",
      "参数 {0} 不能与 --url 同用：别处的系统不由这里启动。",
      "请去掉其中一个。",
      "{0} can't be used with --url: a system elsewhere is not started from here.",
      "Drop one of them."),
  NOT_STARTED(
      "TORTURE-NOT-STARTED",
      "没有启动：{0}。",
      "请查看数据文件夹 logs 中的日志。",
      "It did not start: {0}.",
      "See the logs in the folder logs of the data folder."),
  NOBODY_ANSWERS(
      "TORTURE-NOBODY-ANSWERS",
      "{0} 上的系统在 {1} 分钟内没有接受测试回调。",
      "请确认它已按上面打印的租户文件配置并正在运行。",
      "The system at {0} has not taken the test callbacks within {1} minutes.",
      "Make sure that it runs with the tenants' files that were printed above.");

  private final Texts texts;

  TortureFault(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
