package io.dingledger.local.tenants;

import io.dingledger.model.failure.ReasonCode;

/** Why an operator's wish about a tenant is not done. */
public enum DeskFault implements ReasonCode {
  /** Arguments: tenant. */
  EXISTS(
      "TENANT-EXISTS",
      "租户 {0} 已存在。",
      "要修改请用 ./dev tenant change。",
      "The tenant {0} exists already.",
      "Use ./dev tenant change to change it."),
  /** Arguments: tenant. */
  UNKNOWN(
      "TENANT-UNKNOWN",
      "没有租户 {0}。",
      "请检查编号（区分大小写）；要新建请用 ./dev tenant create。",
      "There is no tenant {0}.",
      "Check the identifier, capitals matter; ./dev tenant create makes a new one."),
  /** Arguments: suite. */
  SUITE_NOT_STORED(
      "TENANT-SUITE-NOT-STORED",
      "系统里没有第三方应用 {0}。",
      "请先用 ./dev tenant suite put 存入该应用。",
      "The system has no third-party app {0}.",
      "Store it first with ./dev tenant suite put."),
  /** Arguments: tenant, day of the deletion. */
  WAS_DELETED(
      "TENANT-WAS-DELETED",
      "编号 {0} 的租户已于 {1} 删除。凭证关键字由租户编号算出，同一编号会与账务系统里原有的凭证相遇。",
      "请换一个编号；确认是同一公司、同一账簿时，加 --again。",
      "A tenant {0} was deleted on {1}. Keys of vouchers are made from the identifier, so the same"
          + " one meets the vouchers that its ledger still has.",
      "Choose another identifier; or add --again when it is the same company and the same book."),
  /** Arguments: tenant. */
  DELETION_UNFINISHED(
      "TENANT-DELETION-UNFINISHED",
      "租户 {0} 的删除尚未完成。",
      "请再次运行 ./dev tenant delete，直到完成。",
      "The deletion of tenant {0} is not finished.",
      "Run ./dev tenant delete again until it is."),
  /** Arguments: tenant. */
  NOT_SUSPENDED(
      "TENANT-NOT-SUSPENDED",
      "租户 {0} 没有被运营方暂停。",
      "删除之前请先用 ./dev tenant suspend 暂停；没有暂停的也无需恢复。",
      "Tenant {0} is not suspended by the operator.",
      "Suspend it with ./dev tenant suspend before it is deleted; what is not suspended needs no"
          + " resuming."),
  /** Arguments: tenant, from when on (UTC). */
  SUSPENDED_JUST_NOW(
      "TENANT-SUSPENDED-JUST-NOW",
      "租户 {0} 刚刚暂停，正在进行的处理可能还没有结束。",
      "{1}（UTC）之后再删除。",
      "Tenant {0} was suspended just now, and work that was under way may not be over.",
      "Delete it after {1} (UTC)."),
  /** Arguments: tenant. */
  CONFIRMATION_WRONG(
      "TENANT-CONFIRMATION-WRONG",
      "输入的编号与要删除的租户 {0} 不一致，什么都没有删除。",
      "请原样输入租户编号。",
      "What was typed is not the tenant {0}; nothing was deleted.",
      "Type the identifier exactly as it is."),
  /** Arguments: places in the file. */
  SECRET_MISSING(
      "TENANT-SECRET-MISSING",
      "缺少密钥：{0}。",
      "请在终端输入，或用 --secrets-from-stdin 逐行给出“名称=值”，或在文件里写 env: 或 file:。",
      "Secrets are missing: {0}.",
      "Type them at a terminal, or give lines name=value with --secrets-from-stdin, or write env: or"
          + " file: in the file."),
  /** Arguments: the name, those that there are. */
  SECRET_UNKNOWN(
      "TENANT-SECRET-UNKNOWN",
      "没有名为 {0} 的密钥。",
      "可用：{1}。",
      "There is no secret {0}.",
      "Use one of: {1}."),
  /** Arguments: the name, what it must be. */
  SECRET_WRONG(
      "TENANT-SECRET-WRONG",
      "密钥 {0} 的值不对，应为：{1}。",
      "请重新输入；值本身不会显示。",
      "The secret {0} is wrong; it must be: {2}.",
      "Type it again; it is never shown."),
  /** Arguments: the name. */
  SECRET_ON_LINE(
      "TENANT-SECRET-ON-LINE",
      "密钥 {0} 不能写在命令行里：它会留在命令历史和进程列表中。",
      "请省略它，命令会不回显地询问；或写 {0}=env:变量名、{0}=file:文件。",
      "The secret {0} can't stand on the command line: it would stay in the shell's history and in"
          + " the list of processes.",
      "Leave it out, and it is asked for without echo; or write {0}=env:NAME or {0}=file:path."),
  /** Arguments: the number of the line. */
  SECRET_LINE_WRONG(
      "TENANT-SECRET-LINE-WRONG",
      "标准输入的第 {0} 行不是“名称=值”。",
      "每行一个，例如 dingtalk.token=…；内容不会显示。",
      "Line {0} of standard input is not name=value.",
      "One on each line, for example dingtalk.token=…; its content is not shown."),
  /** Arguments: what is wrong. */
  REQUEST_WRONG(
      "TENANT-REQUEST-WRONG",
      "请求中的 {0} 缺失或无法使用。",
      "请使用与系统同一版本的 ./dev tenant。",
      "{0} is missing from the request or can't be used.",
      "Use the ./dev tenant of the same version as the system."),
  /** Arguments: none. */
  NOT_CONFIRMED(
      "TENANT-NOT-CONFIRMED",
      "以上修改尚未执行。",
      "确认无误后加 --yes 再运行一次。",
      "The changes above were not made.",
      "Run it again with --yes when they are right.");

  private final Texts texts;

  DeskFault(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
