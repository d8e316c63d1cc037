package io.dingledger.local.rules;

import io.dingledger.model.failure.ReasonCode;

/** What may be wrong with a command about rule books, or with the files that it names. */
public enum RulesFault implements ReasonCode {
  FILE_UNREADABLE(
      "RULES-FILE-UNREADABLE",
      "无法读取文件 {0}。",
      "请检查路径、权限，文件须为 UTF-8 且不超过 8 MB。",
      "The file {0} cannot be read.",
      "Look at its path and permissions; it must be UTF-8 and at most 8 MB."),
  FOLDER_UNREADABLE(
      "RULES-FOLDER-UNREADABLE",
      "{0} 不是可读取的文件夹。",
      "--documents 后面写存放单据的文件夹，见 docs/simulation.md。",
      "{0} is no folder that can be read.",
      "Write the documents' folder behind --documents, see docs/simulation.md."),
  NO_DOCUMENTS(
      "RULES-NO-DOCUMENTS",
      "文件夹 {0} 里没有可用的单据。",
      "请放入 *.json 或 *.yaml 单据，见 docs/simulation.md。",
      "There is no usable document in {0}.",
      "Put *.json or *.yaml documents there, see docs/simulation.md."),
  FORMAT_WRONG(
      "RULES-FORMAT-WRONG",
      "没有名为“{0}”的输出格式。",
      "可用 table 或 json。",
      "There is no output format {0}.",
      "Use table or json."),
  MONTH_WRONG(
      "RULES-MONTH-WRONG",
      "“{0}”不是月份。",
      "请写成 2026-03，多个用逗号分开。",
      "{0} is no month.",
      "Write 2026-03; part several by commas."),
  ZONE_WRONG(
      "RULES-ZONE-WRONG",
      "没有名为“{0}”的时区。",
      "请写成 Asia/Shanghai 这样的名称。",
      "There is no time zone {0}.",
      "Write a name such as Asia/Shanghai."),
  TENANT_WRONG(
      "RULES-TENANT-WRONG",
      "--tenant 后面不是租户标识。",
      "最多 64 个字符，不含控制字符。",
      "What stands behind --tenant is no tenant's identifier.",
      "Use at most 64 characters and no control characters."),
  BOOK_BROKEN(
      "RULES-BOOK-BROKEN",
      "规则簿 {0} 有 {1} 处错误，无法使用。",
      "请先用 ./dev rules check 查看并改正。",
      "The rule book {0} has {1} mistakes and cannot be used.",
      "See them with ./dev rules check and mend them first."),
  DOCUMENT_UNREADABLE(
      "RULES-DOCUMENT-UNREADABLE",
      "文件 {0} 既不是钉钉审批实例的应答，也不是书面单据。",
      "请改正或删除此文件；其余单据照常模拟。",
      "The file {0} is neither an answer of DingTalk's about an approval nor a written document.",
      "Mend or remove it; the other documents are tried all the same."),
  PEOPLE_WRONG(
      "RULES-PEOPLE-WRONG",
      "人员文件 {0} 第 {1} 行第 {2} 列有误：{3}",
      "写法见 docs/simulation.md。",
      "The people's file {0} is wrong at line {1}, column {2}: {4}",
      "See docs/simulation.md for how to write it."),
  NOTHING_TO_EXPLAIN(
      "RULES-NOTHING-TO-EXPLAIN",
      "没有凭证、单据或月份叫“{0}”。",
      "可写单据名、审批编号、凭证标识或月份：{1}。",
      "No voucher, document or month is called {0}.",
      "Write a document's name or number, a voucher's key, or a month: {1}.");

  private final Texts texts;

  RulesFault(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
