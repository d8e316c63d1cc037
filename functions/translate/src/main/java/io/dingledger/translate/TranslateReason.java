package io.dingledger.translate;

import io.dingledger.model.failure.ReasonCode;

/** Why a document was ignored or waits, before any rule looked at it. */
public enum TranslateReason implements ReasonCode {
  /** Arguments: event type, why it makes none (English only). */
  EVENT_OUT_OF_SCOPE(
      "TRANSLATE-EVENT-OUT-OF-SCOPE",
      "该事件不产生凭证:{0}。",
      "无需处理。",
      "This event makes no voucher: {0} ({1}).",
      "Nothing to do."),
  /** Arguments: none. */
  STILL_RUNNING(
      "TRANSLATE-STILL-RUNNING",
      "审批尚未结束。",
      "无需处理,审批通过后会自动生成凭证。",
      "The approval has not ended yet.",
      "Nothing to do: a voucher follows once it is approved."),
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
  /** Arguments: version. */
  NO_RULE_BOOK(
      "TRANSLATE-NO-RULE-BOOK",
      "找不到版本为 {0} 的规则簿。",
      "请导入规则簿,然后重新处理。",
      "There is no rule book of version {0}.",
      "Import the rule book, then process it again."),
  /** Arguments: version, the first mistake. */
  RULE_BOOK_INVALID(
      "TRANSLATE-RULE-BOOK-INVALID",
      "版本为 {0} 的规则簿有错误:{1}",
      "请更正规则簿,然后重新处理。",
      "The rule book of version {0} has mistakes: {1}",
      "Correct the rule book, then process it again.");

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
