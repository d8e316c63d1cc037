package io.dingledger.local.restore;

import io.dingledger.model.failure.ReasonCode;

/** Why a table that was put back can't be looked at or prepared. */
public enum RestoreFault implements ReasonCode {
  /** Arguments: the option, what was given. */
  MOMENT_WRONG(
      "RESTORE-MOMENT-WRONG",
      "参数 {0} 的值 {1} 不是时刻。",
      "请写 UTC 时刻，例如 2026-03-31T16:00:00Z；--until 不得早于 --point，--since 不得晚于 --point。",
      "{1} is no moment for {0}.",
      "Write a moment in UTC, as 2026-03-31T16:00:00Z; --until is not before --point, and --since"
          + " not after it."),
  /** Arguments: the table, its word. */
  TABLE_SILENT(
      "RESTORE-TABLE-SILENT",
      "表 {0} 无法读写（{1}）。已做的步骤可以重做。",
      "请确认表名、区域、凭据与权限，并确认表已是 ACTIVE 状态。",
      "The table {0} can't be read or written ({1}). Every step can be repeated.",
      "Check its name, the region, the credentials and permissions, and that it is ACTIVE."),
  /** Argument: the tenant. */
  TENANT_UNKNOWN(
      "RESTORE-TENANT-UNKNOWN",
      "恢复后的表中没有租户 {0}。",
      "请先重新建立该租户，再对它运行一次本命令。",
      "The table that was put back has no tenant {0}.",
      "Make the tenant again, then run this for it once more.");

  private final Texts texts;

  RestoreFault(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
