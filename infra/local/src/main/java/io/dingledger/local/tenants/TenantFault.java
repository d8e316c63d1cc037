package io.dingledger.local.tenants;

import io.dingledger.model.failure.ReasonCode;

/** What may be wrong with a tenant's file. */
public enum TenantFault implements ReasonCode {
  UNREADABLE(
      "TENANT-UNREADABLE",
      "租户文件读不出来：{0}。",
      "请检查文件是否存在、编码是否为 UTF-8、YAML 缩进是否正确。",
      "The tenant's file can't be read: {0}.",
      "Check that it exists, that it is UTF-8 and that its indentation is right."),
  NOT_A_MAP(
      "TENANT-NOT-A-MAP",
      "{0} 应是“名称: 值”的列表。",
      "请参照 docs/tenants.md 的例子。",
      "{0} must be a list of names with values.",
      "See the example in docs/tenants.md."),
  FIELD_UNKNOWN(
      "TENANT-FIELD-UNKNOWN",
      "不认识字段 {0}。",
      "可用的字段：{1}。",
      "The field {0} is not known.",
      "Use one of: {1}."),
  FIELD_REPEATED(
      "TENANT-FIELD-REPEATED",
      "字段 {0} 出现了两次。",
      "请只保留一个。",
      "The field {0} stands there twice.",
      "Keep one of them."),
  FIELD_MISSING(
      "TENANT-FIELD-MISSING", "缺少字段 {0}。", "请补上：{1}。", "The field {0} is missing.", "Add it: {2}."),
  VALUE_WRONG(
      "TENANT-VALUE-WRONG",
      "字段 {0} 的值不对。",
      "应为：{1}。",
      "The value of {0} is wrong.",
      "It must be: {2}."),
  SECRET_UNAVAILABLE(
      "TENANT-SECRET-UNAVAILABLE",
      "字段 {0} 指向的 {1} 取不到密钥。",
      "请设置该环境变量，或检查该文件是否存在。",
      "{1}, to which {0} points, gives no secret.",
      "Set that variable or check that the file exists."),
  RULE_BOOK_UNREADABLE(
      "TENANT-RULE-BOOK-UNREADABLE",
      "规则簿文件 {0} 读不出来。",
      "路径相对于租户文件所在的文件夹；编码须为 UTF-8。",
      "The rule book {0} can't be read.",
      "The path starts at the folder of the tenant's file; the encoding must be UTF-8."),
  RULE_BOOK_SAME_PERSON(
      "TENANT-RULE-BOOK-SAME-PERSON",
      "规则簿的作者和审批人是同一个人（{0}）。",
      "请让另一个人审批，并把 approvedBy 写成此人。",
      "The author of the rule book and who approved it are one person ({0}).",
      "Have a second person approve it, and name that person under approvedBy."),
  TENANT_REPEATED(
      "TENANT-REPEATED",
      "租户编号 {0} 已被 {1} 使用。",
      "每个租户一个文件、一个编号。",
      "The tenant {0} stands in {1} already.",
      "One file and one identifier for each tenant."),
  CALLBACK_KEY_REPEATED(
      "TENANT-CALLBACK-KEY-REPEATED",
      "callbackKey 已被 {0} 使用。",
      "请为每个租户另取一个随机值。",
      "The callbackKey stands in {0} already.",
      "Choose another random one for each tenant."),
  SUITE_REPEATED(
      "TENANT-SUITE-REPEATED",
      "第三方应用 {0} 已在 {1} 中写明。",
      "每个第三方应用一个文件。",
      "The suite {0} stands in {1} already.",
      "One file for each third-party app."),
  SUITE_UNKNOWN(
      "TENANT-SUITE-UNKNOWN",
      "文件夹中没有第三方应用 {0} 的文件。",
      "请加入该应用的文件（以 suite: 开头），或改正 dingtalk.suite；格式见 docs/tenants.md。",
      "No file of the folder describes the suite {0}.",
      "Add the file of that app (it begins with suite:) or mend dingtalk.suite; see docs/tenants.md."),
  FOLDER_EMPTY(
      "TENANT-FOLDER-EMPTY",
      "文件夹 {0} 中没有租户文件（*.yaml）。",
      "请至少放入一个，格式见 docs/tenants.md。",
      "There is no tenant's file (*.yaml) in {0}.",
      "Put at least one there; docs/tenants.md tells how.");

  private final Texts texts;

  TenantFault(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
