package io.dingledger.local.packages;

import io.dingledger.model.failure.ReasonCode;

/** What is wrong with packages, or with the way they are asked for. */
public enum NativeTestFault implements ReasonCode {
  /** Arguments: the option, its value, what it may be. */
  VALUE_WRONG(
      "NATIVE-TEST-VALUE-WRONG", "参数 {0} 的值 {1} 不对。", "可用：{2}。", "{0} can't be {1}.", "Use {2}."),
  /** Arguments: the function, what was looked at, what was found. */
  CHECK_FAILED(
      "NATIVE-TEST-FAILED",
      "函数 {0}：{1} 不成立，实际为 {2}。",
      "请查看上面打印的日志文件；同一检查在进程内的测试中通过时，问题多半在打包或原生编译。",
      "Of {0} this does not hold: {1}; found was {2}.",
      "See the log file that is printed above; when the same holds in the tests of the process, look"
          + " for the cause in packaging or native compilation."),
  /** Argument: how many vouchers. */
  PROMISE_BROKEN(
      "NATIVE-TEST-PROMISE-BROKEN",
      "演示月份的承诺没有全部兑现；来历不明的凭证 {0} 张。",
      "请查看上面的表和日志文件。",
      "Not all promises of the demo month were kept; vouchers of unknown origin: {0}.",
      "See the table above and the log file.");

  private final Texts texts;

  NativeTestFault(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
