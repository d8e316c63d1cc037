package io.dingledger.post;

import io.dingledger.model.failure.ReasonCode;

/** Why a voucher waits for a person after it was offered to the ledger, or is never sent. */
public enum PostReason implements ReasonCode {
  /** Arguments: key, ledger, the ledger's code, its words. */
  LEDGER_REFUSED(
      "POST-LEDGER-REFUSED",
      "账务系统 {1} 拒绝了凭证 {0}(代码 {2}):{3}。",
      "请按提示更正科目映射、辅助核算或会计期间后重新推送。",
      "Ledger {1} refused voucher {0} (code {2}): {3}.",
      "Correct the account mapping, the dimensions or the period, then post it again."),
  /** Arguments: key, the number in the ledger, what differs. */
  KEY_HAS_OTHER_CONTENT(
      "POST-KEY-OTHER-CONTENT",
      "账务系统里已有同一业务键 {0} 的凭证(号 {1}),但内容不同:{2}。系统不会覆盖也不会删除。",
      "请核对两张凭证,决定保留哪一张。",
      "The ledger already holds key {0} (voucher {1}) with other content: {2}. Nothing was changed.",
      "Compare the two and decide which one stays."),
  /** Arguments: key, how many. */
  KEY_FOUND_TWICE(
      "POST-KEY-FOUND-TWICE",
      "账务系统里同一业务键 {0} 有 {1} 张凭证。系统不会自动删除。",
      "请在账务系统中核对并红冲多余的凭证。",
      "The ledger holds {1} vouchers under key {0}. Nothing is deleted by machine.",
      "Check them in the ledger and reverse the surplus ones."),
  /** Arguments: key. */
  VOUCHER_GONE(
      "POST-VOUCHER-GONE",
      "业务键 {0} 的凭证曾在账务系统中查到,现在查不到了。",
      "请在账务系统中核对该凭证是否被删除,或已改动关键字段。",
      "The voucher under key {0} was in the ledger and is not found any more.",
      "See in the ledger whether it was deleted or its key field was changed."),
  /** Argument: key. */
  SENT_ONCE(
      "POST-SENT-ONCE",
      "凭证 {0} 已发送一次,结果不明;此账务系统不能查询,也不保证去重,因此不再发送。",
      "请在账务系统中按此关键字查找:有,则无需再记;没有,则人工录入。",
      "Voucher {0} was sent once, with an unclear outcome; this ledger can't be asked and may keep"
          + " repeats, so it is not sent again.",
      "Look for the key in the ledger: if it is there nothing is to be done, else record it by hand."),
  /** Arguments: key, the moment to which the table was put back, the end of what was lost. */
  RESTORED(
      "POST-RESTORED",
      "数据曾恢复到 {1},其后至 {2} 的推送记录已丢失;此账务系统不能查询,凭证 {0} 可能在这段时间内已推送,因此不自动推送。",
      "请在账务系统(或已导出的文件)中按此关键字查找,然后用 ./dev settle 说明:已入账,或未入账、重新推送。",
      "The table was put back to {1}, and what was delivered from then to {2} is forgotten; this"
          + " ledger can't be asked, and voucher {0} may have been delivered then, so it is not sent.",
      "Look for the key in the ledger, or in the files that were taken away, then say by ./dev settle"
          + " whether it is there, or absent and to be sent."),
  /** Arguments: key, the later document. */
  SUPERSEDED(
      "POST-SUPERSEDED",
      "单据在推送前已被后来的审批 {1} 变更或撤销,凭证 {0} 不再推送。",
      "无需处理;结果见后来的单据。",
      "The later approval {1} changed or withdrew the document before voucher {0} was sent; it never is.",
      "Nothing to do; the later document shows what came of it."),
  /** Arguments: type of ledger, the ledger's code, its words. */
  CONNECTION_DOWN(
      "POST-CONNECTION-DOWN",
      "账务系统 {0} 的连接不可用（代码 {1}）：{2}。凭证已暂停推送，不会丢失。",
      "系统会定时试推一张凭证，恢复后自动继续；如果连接设置、密码或权限有误，请管理员更正，更正后无需其他操作。",
      "The connection to ledger {0} does not work (code {1}): {2}. Vouchers wait and none is lost.",
      "One voucher is tried from time to time, and all go on by themselves once it works; if"
          + " settings, credentials or permissions are wrong, correct them, and nothing else.");

  private final Texts texts;

  PostReason(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
