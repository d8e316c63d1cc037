package io.dingledger.local.rulebook;

import io.dingledger.model.failure.ReasonCode;

/** Why the operator's wish is not carried out, beside what the life cycle itself refuses. */
public enum RuleBookFault implements ReasonCode {
  /** Arguments: the number of mistakes, the first one's code, its line. */
  TEXT_WRONG(
      "RULEBOOK-TEXT-WRONG",
      "规则簿有 {0} 处错误，第一处在第 {2} 行：{1}。",
      "请用 ./dev rules check 查看全部并改正。",
      "The rule book has {0} mistakes, the first one at line {2}: {1}.",
      "See all of them with ./dev rules check and mend them."),
  /** Arguments: documents that failed, amounts that can't be recomputed. */
  SIMULATION_FAILED(
      "RULEBOOK-SIMULATION-FAILED",
      "模拟没有通过：{0} 份单据出错，{1} 个金额无法由其说明重算。",
      "请用 ./dev rules simulate 查看，并联系维护者。",
      "The simulation failed: at {0} documents the program failed, and {1} amounts do not follow"
          + " from their explanations.",
      "Look at them with ./dev rules simulate, and tell the maintainers."),
  /** Arguments: what is missing or wrong. */
  REQUEST_WRONG(
      "RULEBOOK-REQUEST-WRONG",
      "请求缺少字段或写法不对：{0}。",
      "写法见 docs/api.openapi.yaml。",
      "The request lacks a field, or has a wrong one: {0}.",
      "docs/api.openapi.yaml tells how to write it."),
  /** Arguments: version, code, words. */
  NOT_TAKEN_OVER(
      "RULEBOOK-NOT-TAKEN-OVER",
      "租户 {0} 的规则簿不能启用：{1} {2}",
      "请按原因改正租户文件或规则簿，见 docs/rule-life-cycle.md。",
      "The rule book of tenant {0} can't be put in force: {1} {3}",
      "Mend the tenant's file or the rule book as the reason says; see docs/rule-life-cycle.md."),
  /** Arguments: the argument. */
  OPTION_WRONG(
      "RULEBOOK-OPTION-WRONG",
      "参数不对：{0}。",
      "用 --help 查看写法。",
      "The option is wrong: {0}.",
      "See --help.");

  private final Texts texts;

  RuleBookFault(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
