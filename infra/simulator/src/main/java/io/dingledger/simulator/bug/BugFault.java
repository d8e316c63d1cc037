package io.dingledger.simulator.bug;

import io.dingledger.model.failure.ReasonCode;

/** Why a seeded bug can't be run. */
public enum BugFault implements ReasonCode {
  /** Arguments: the file, what is wrong with it. */
  UNREADABLE(
      "BUG-UNREADABLE",
      "无法读取故障文件 {0}：{1}。",
      "请按 docs/simulator.md 的写法修改，或用 git diff 生成 .diff 文件。",
      "The bug in {0} can't be read: {1}.",
      "Write it as docs/simulator.md says, or make a .diff file with git diff."),
  /** Arguments: the bug, the source file. */
  NO_SOURCE(
      "BUG-NO-SOURCE",
      "故障 {0} 要修改的源文件 {1} 不存在。",
      "请写相对于仓库根目录的路径。",
      "The bug {0} changes {1}, and there is no such source file.",
      "Name it from the root of the repository."),
  /** Arguments: the bug, the source file, how often, the first line of the text. */
  TEXT_NOT_ONCE(
      "BUG-TEXT-NOT-ONCE",
      "故障 {0} 的原文在 {1} 中出现了 {2} 次：{3}",
      "原文必须恰好出现一次；请改写或加长原文。",
      "The old text of the bug {0} occurs {2} times in {1}: {3}",
      "It must occur exactly once; mend it or make it longer."),
  /** Arguments: the bug, what the compiler says. */
  NOT_COMPILED(
      "BUG-NOT-COMPILED",
      "故障 {0} 无法编译：{1}",
      "请按编译器的提示修改新文。",
      "The bug {0} does not compile: {1}",
      "Mend its new text as the compiler says."),
  NO_COMPILER(
      "BUG-NO-COMPILER",
      "当前 Java 没有编译器。",
      "请用 JDK 而不是 JRE 运行。",
      "This Java has no compiler.",
      "Run with a JDK, not with a mere run-time environment."),
  /** Arguments: the folder. */
  NO_CHECKOUT(
      "BUG-NO-CHECKOUT",
      "{0} 及其上级目录都不是本项目的源代码目录。",
      "请在仓库内运行。",
      "Neither {0} nor any folder above it holds the sources of this project.",
      "Run it inside the repository.");

  private final Texts texts;

  BugFault(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
