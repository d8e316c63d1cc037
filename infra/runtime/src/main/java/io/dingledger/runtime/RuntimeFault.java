package io.dingledger.runtime;

import io.dingledger.model.failure.ReasonCode;

/** Why packages can't be used, or do not work. */
public enum RuntimeFault implements ReasonCode {
  /** Arguments: the function, the file. */
  PACKAGE_MISSING(
      "PACKAGE-MISSING",
      "函数 {0} 没有部署包：{1} 不存在或无法读取。",
      "请先运行 ./dev package（或 ./dev package --native）。",
      "The function {0} has no package: {1} is not there or can't be read.",
      "Run ./dev package first (or ./dev package --native)."),
  /** Arguments: the function, the kind found, the kind wanted. */
  PACKAGE_OTHER_KIND(
      "PACKAGE-OTHER-KIND",
      "函数 {0} 的部署包是 {1}，要求的是 {2}。",
      "请重新打包，或换一个 --kind。",
      "The package of {0} is of the kind {1}, wanted is {2}.",
      "Package again, or choose another --kind."),
  /** Arguments: the function, the processor it was made for, the processor here. */
  PACKAGE_OTHER_PROCESSOR(
      "PACKAGE-OTHER-PROCESSOR",
      "函数 {0} 的程序是为 {1} 编译的，本机是 {2}，无法在此运行。",
      "请在 {1} 的机器上测试，或用 ./dev package --native --arch 为本机重新打包。",
      "The program of {0} was compiled for {1}; this machine is {2} and can't run it.",
      "Test it on a machine of {1}, or package for this one by ./dev package --native --arch."),
  /** Arguments: the function, its size, the limit. */
  PACKAGE_TOO_LARGE(
      "DEV-PACKAGE-TOO-LARGE",
      "函数 {0} 的部署包有 {1} MB，超过上限 {2} MB。",
      "请检查新加的依赖；docs/packages.md 说明了包里有什么。",
      "The package of {0} has {1} MB, more than the limit of {2} MB.",
      "Look at the dependencies that were added; docs/packages.md tells what is in a package."),
  /** Arguments: the function, what became of it. */
  FUNCTION_NOT_STARTED(
      "PACKAGE-NOT-STARTED",
      "函数 {0} 没有启动：{1}。",
      "请查看它的日志；缺少环境变量时日志会指明。",
      "The function {0} did not start: {1}.",
      "See its log, which names a missing variable of the environment."),
  /** Argument: the folder. */
  RUNTIME_MISSING(
      "PACKAGE-NO-RUNTIME",
      "在 {0} 中找不到 AWS 的 Java 运行时客户端。",
      "请重新编译 infra/runtime。",
      "AWS's runtime interface client for Java is not in {0}.",
      "Build infra/runtime again.");

  private final Texts texts;

  RuntimeFault(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
