package io.dingledger.translate;

import io.dingledger.model.failure.ReasonCode;

/** Why a document was ignored or waits, before any rule looked at it. */
public enum TranslateReason implements ReasonCode {
  /** Arguments: none. */
  STILL_RUNNING(
      "TRANSLATE-STILL-RUNNING",
      "审批尚未结束。",
      "无需处理：审批通过后会自动生成凭证，系统每 7 天也会自动核对一次。",
      "The approval has not ended yet.",
      "Nothing to do: a voucher follows once it is approved; it is looked at every 7 days as well."),
  /** Arguments: none. */
  REFUSED(
      "TRANSLATE-REFUSED", "审批未通过(已拒绝)。", "无需处理。", "The approval was refused.", "Nothing to do."),
  /** Arguments: none. */
  TERMINATED(
      "TRANSLATE-TERMINATED",
      "审批已撤销或终止。",
      "无需处理。",
      "The approval was withdrawn or ended early.",
      "Nothing to do."),
  /** Arguments: none. */
  ENDED_AFTER_POSTING(
      "TRANSLATE-ENDED-AFTER-POSTING",
      "凭证生成之后,钉钉通知该审批已被撤销或删除。",
      "请核对并在需要时红冲该凭证。",
      "After the voucher was made, DingTalk said that the approval was withdrawn or deleted.",
      "Check it and reverse the voucher if need be."),
  /** Arguments: none. */
  CONTRADICTING_EVENTS(
      "TRANSLATE-CONTRADICTING-EVENTS",
      "钉钉先通知该审批已被撤销或删除,之后又通知审批已通过,两者矛盾,因此没有生成凭证。",
      "请在钉钉中核对该审批的最终状态;如果确已通过,请重新处理或手工录入凭证。",
      "DingTalk said that the approval was withdrawn or deleted, and then that it was agreed to:"
          + " both can't be true, so no voucher was made.",
      "Look at the approval in DingTalk; if it was agreed to, process it again or enter the voucher"
          + " by hand."),
  /** Arguments: tenant. */
  NO_TENANT(
      "TRANSLATE-NO-TENANT",
      "租户 {0} 没有配置。",
      "请管理员导入该租户的配置,然后重新处理。",
      "Tenant {0} is not configured.",
      "Ask the administrator to import its settings, then process it again."),
  /** Arguments: tenant. */
  NO_RULE_BOOK_YET(
      "TRANSLATE-NO-RULE-BOOK-YET",
      "租户 {0} 还没有规则簿。",
      "请设置规则簿；之后会自动继续处理。",
      "Tenant {0} has no rule book yet.",
      "Set one; the document then goes on by itself."),
  /** Arguments: the document's date, the first date of the first rule book. */
  BEFORE_FIRST_RULE_BOOK(
      "TRANSLATE-BEFORE-FIRST-RULE-BOOK",
      "单据日期 {0} 早于规则簿最早的生效日 {1}。",
      "请从该日期或更早的日期起启用一个版本，然后重新处理；或手工录入凭证。",
      "The document's date {0} is before {1}, from which the first rule book is in force.",
      "Activate a version from that date or earlier, then process the document again; or enter the"
          + " voucher by hand."),
  /** Arguments: version. */
  NO_RULE_BOOK(
      "TRANSLATE-NO-RULE-BOOK",
      "找不到版本为 {0} 的已启用规则簿。",
      "请从同一日期起启用另一个版本,然后重新处理。",
      "There is no active rule book of version {0}.",
      "Activate another version from the same date, then process it again."),
  /** Arguments: version, the first mistake. */
  RULE_BOOK_INVALID(
      "TRANSLATE-RULE-BOOK-INVALID",
      "版本为 {0} 的规则簿有错误:{1}",
      "请更正规则簿,并从单据日期或更早的日期起启用,然后重新处理。",
      "The rule book of version {0} has mistakes: {1}",
      "Correct it, activate the corrected version from the document's date or earlier, then process"
          + " it again."),
  /** Arguments: the later document. */
  SUPERSEDED(
      "TRANSLATE-SUPERSEDED",
      "该审批已被之后的审批 {0} 撤销或修改，因此不再入账。",
      "无需处理，请查看审批 {0}。",
      "The later approval {0} withdrew or replaced this one, so it is not recorded.",
      "Nothing to do: see approval {0}."),
  /** Arguments: none. */
  NOTHING_TO_REVERSE(
      "TRANSLATE-NOTHING-TO-REVERSE",
      "该审批撤销了之前的审批，而之前的审批没有凭证入账，因此无需红冲。",
      "无需处理。",
      "This withdraws an earlier approval of which no voucher is in the ledger: nothing is to be"
          + " reversed.",
      "Nothing to do."),
  /** Arguments: the earlier document, or a dash when none is named. */
  PARENT_UNKNOWN(
      "TRANSLATE-PARENT-UNKNOWN",
      "该审批修改或撤销了之前的审批（{0}），但系统没有之前审批的记录，无法判断应红冲哪张凭证。",
      "请核对之前的审批是否已手工入账：如已入账请手工处理，否则请重新处理。如果之前的审批稍后到达，系统会自动继续。",
      "This changes or withdraws an earlier approval ({0}) that is not known here, so it can't be"
          + " told which voucher is to be reversed.",
      "Check whether the earlier one was booked by hand, and reverse it by hand then; otherwise"
          + " process this again. If the earlier one still arrives, this goes on by itself."),
  /** Arguments: the earlier document. */
  PARENT_HELD(
      "TRANSLATE-PARENT-HELD",
      "该审批修改或撤销了之前的审批 {0}，而之前的审批还在等待人工处理。",
      "请先处理审批 {0}，然后重新处理本审批。",
      "This changes or withdraws approval {0}, which itself waits for a person.",
      "Deal with approval {0} first, then process this again."),
  /** Arguments: the earlier document, its voucher's key, its voucher's state. */
  PARENT_UNDECIDED(
      "TRANSLATE-PARENT-UNDECIDED",
      "该审批修改或撤销了之前的审批 {0}，但其凭证 {1} 是否在账务系统中尚无定论（{2}），因此没有红冲。",
      "请先核对凭证 {1}，然后重新处理本审批。",
      "This changes or withdraws approval {0}, but it is undecided whether its voucher {1} is in the"
          + " ledger ({2}), so nothing was reversed.",
      "Settle voucher {1} first, then process this again."),
  /** Arguments: the earlier document, to when the table was put back, the end of what was lost. */
  PARENT_FORGOTTEN(
      "TRANSLATE-PARENT-FORGOTTEN",
      "该审批修改或撤销了之前的审批 {0}。数据曾恢复到 {1}，其后至 {2} 的推送记录已丢失：审批 {0} 的凭证可能已在账务系统中。",
      "请在账务系统中查找审批 {0} 的凭证：有而未红冲的，请手工红冲；没有的，无需处理。",
      "This changes or withdraws approval {0}. The table was put back to {1}, and what was posted from"
          + " then to {2} is forgotten: the voucher of {0} may be in the ledger.",
      "Look there for the voucher of {0}: if it is there and not reversed, reverse it by hand; else"
          + " nothing is to be done."),
  /** Arguments: the other document. */
  ORDER_UNCLEAR(
      "TRANSLATE-ORDER-UNCLEAR",
      "该审批与审批 {0} 在同一分钟内修改了同一张单据，无法判断先后。",
      "请在钉钉中核对哪一个有效，然后手工处理。",
      "This and approval {0} changed the same document within one minute: which came last can't be"
          + " told.",
      "Look in DingTalk which of them counts, and deal with it by hand."),
  /** Arguments: tenant. */
  TENANT_SUSPENDED(
      "TRANSLATE-TENANT-SUSPENDED",
      "企业 {0} 已取消授权，不再为其读取数据。",
      "如需恢复，请企业管理员在钉钉中重新授权。",
      "Company {0} has withdrawn its authorisation: nothing is read for it.",
      "To go on, an administrator of the company authorises the app again in DingTalk."),
  /** Arguments: tenant. */
  SUSPENDED_BY_OPERATOR(
      "TRANSLATE-SUSPENDED-BY-OPERATOR",
      "运营方已暂停租户 {0}，暂不为其读取和推送，单据保留等待。",
      "由运营方用 ./dev tenant resume 恢复，之后会自动继续。",
      "The operator has suspended tenant {0}: nothing is read or posted for it, and its documents"
          + " wait.",
      "The operator resumes it with ./dev tenant resume; everything goes on by itself then."),
  /** Arguments: none. */
  DIRECTORY_NOTED(
      "TRANSLATE-DIRECTORY-NOTED",
      "通讯录有变化，系统会在需要时重新读取。",
      "无需处理。",
      "People or departments changed; they are read anew when they are needed.",
      "Nothing to do."),
  /** Arguments: form code, DingTalk's word for the change. */
  FORM_CHANGED(
      "TRANSLATE-FORM-CHANGED",
      "规则簿使用的审批表单 {0} 在钉钉中被改动（{1}）。",
      "请核对规则簿中该表单的字段对应是否仍然正确。",
      "Form {0}, which the rule book uses, was changed in DingTalk ({1}).",
      "Check that the rule book's mapping of that form is still right."),
  /** Arguments: form code. */
  FORM_NOT_USED(
      "TRANSLATE-FORM-NOT-USED",
      "审批表单 {0} 有改动，但规则簿没有使用它。",
      "无需处理。",
      "Form {0} was changed, but no rule book uses it.",
      "Nothing to do."),
  /** Arguments: none. */
  ATTENDANCE_NOTED(
      "TRANSLATE-ATTENDANCE-NOTED",
      "考勤事件已登记，当天的打卡或考勤结果会作为单独的单据处理。",
      "无需处理。",
      "The attendance event is noted; its punches or the results of its days become documents of"
          + " their own.",
      "Nothing to do."),
  /** Arguments: none. */
  ATTENDANCE_NOT_WANTED(
      "TRANSLATE-ATTENDANCE-NOT-WANTED",
      "规则簿不需要打卡或考勤结果。",
      "无需处理；如需要，请在规则簿的 scope 中加入 punch 或 dailyResult。",
      "The rule book wants neither punches nor daily results.",
      "Nothing to do; if they are wanted, add punch or dailyResult to the rule book's scope."),
  /** Arguments: user id, day. */
  DAY_CHANGED_AFTER_POSTING(
      "TRANSLATE-DAY-CHANGED-AFTER-POSTING",
      "{0} 在 {1} 的考勤结果在凭证生成之后发生了变化。",
      "请核对并在需要时红冲该凭证。",
      "The attendance results of {0} on {1} changed after the voucher was made.",
      "Check it and reverse the voucher if need be.");

  private final Texts texts;

  TranslateReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
