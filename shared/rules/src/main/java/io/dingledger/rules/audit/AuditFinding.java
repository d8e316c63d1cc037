package io.dingledger.rules.audit;

import io.dingledger.model.failure.ReasonCode;

/** What a recomputation may find. */
public enum AuditFinding implements ReasonCode {
  DIFFERS(
      "AUDIT-DIFFERS",
      "由说明重算得 {0}，而记录的是 {1}（算式：{2}）。",
      "请勿使用此结果，并报告给维护者。",
      "The explanation gives {0}, but {1} was recorded (arithmetic: {2}).",
      "Do not use the result, and report it to the maintainers."),
  NOT_UNDERSTOOD(
      "AUDIT-NOT-UNDERSTOOD",
      "算式“{0}”在“{1}”处无法理解。",
      "请人工核算此行，并报告给维护者。",
      "The arithmetic {0} cannot be understood at {1}.",
      "Check the line by hand, and report it to the maintainers."),
  NO_NUMBER(
      "AUDIT-NO-NUMBER",
      "算式“{0}”中的“{1}”不是该处所需的数字、日期或文字。",
      "请人工核算此行，并报告给维护者。",
      "In the arithmetic {0}, {1} is not the number, date or text that is needed there.",
      "Check the line by hand, and report it to the maintainers."),
  INPUT_MISSING(
      "AUDIT-INPUT-MISSING",
      "算式“{0}”用到“{1}”，但说明中没有列出它的值。",
      "请人工核算此行，并报告给维护者。",
      "The arithmetic {0} uses {1}, whose value the explanation does not list.",
      "Check the line by hand, and report it to the maintainers."),
  ROUNDING_UNKNOWN(
      "AUDIT-ROUNDING-UNKNOWN",
      "说明中的舍入方式“{0}”无法理解。",
      "请人工核算此行，并报告给维护者。",
      "The rounding {0} of the explanation is not known.",
      "Check the line by hand, and report it to the maintainers."),
  DIVISION_BY_ZERO(
      "AUDIT-DIVISION-BY-ZERO",
      "算式“{0}”除以零。",
      "请人工核算此行，并报告给维护者。",
      "The arithmetic {0} divides by zero.",
      "Check the line by hand, and report it to the maintainers.");

  private final Texts texts;

  AuditFinding(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
