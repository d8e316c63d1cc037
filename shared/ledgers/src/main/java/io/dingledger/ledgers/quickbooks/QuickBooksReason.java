package io.dingledger.ledgers.quickbooks;

import io.dingledger.model.failure.ReasonCode;

/** Our own codes around QuickBooks. Intuit's codes are passed on as they are. */
public enum QuickBooksReason implements ReasonCode {
  /** Intuit does not know the app, or its secret is another. */
  CLIENT_REFUSED(
      "LEDGER-QUICKBOOKS-CLIENT",
      "Intuit 拒绝了应用的 Client ID 或 Client Secret（{0}）。",
      "请从 Intuit 开发者后台重新复制两者，并确认环境（生产或沙箱）一致。",
      "Intuit refused the app's client id or client secret ({0}).",
      "Copy both again from the Intuit developer portal, of the same environment."),
  /** The consent was given for another company. */
  OTHER_COMPANY(
      "LEDGER-QUICKBOOKS-OTHER-COMPANY",
      "授权的 QuickBooks 公司与连接中的公司 ID 不同。",
      "请在授权页面选择正确的公司，或更正公司 ID。",
      "The consent was given for another QuickBooks company than the connection's.",
      "Choose the right company on Intuit's page, or correct the company id."),
  /** The tokens came and could not be kept. */
  NOT_KEPT(
      "LEDGER-QUICKBOOKS-NOT-KEPT",
      "已取得授权，但未能保存。",
      "请稍后重新授权。",
      "The authorisation was given and could not be kept.",
      "Connect again in a moment."),
  /** The authorisation comes to its final end soon. */
  ENDS_SOON(
      "LEDGER-QUICKBOOKS-ENDS-SOON",
      "QuickBooks 授权将于 {0} 到期，届时不能再自动续期。",
      "请在此之前由管理员重新授权。",
      "The QuickBooks authorisation ends for good on {0}.",
      "An administrator must connect it again before."),
  /** Two active entries of the ledger have the same code. */
  NAME_TWICE(
      "LEDGER-QUICKBOOKS-TWICE",
      "QuickBooks 中有多个启用的{0}使用编码“{1}”。",
      "请在 QuickBooks 中消除重复，或改用名称（或编号）对应。",
      "QuickBooks has several active {0}s with the code {1}.",
      "Make the code unique in QuickBooks, or match by another property."),
  /** A line on a receivable or payable account names nobody. */
  ENTITY_NEEDED(
      "LEDGER-QUICKBOOKS-ENTITY",
      "科目 {0} 的分录必须带有{1}。",
      "请在规则中为该分录加上对应的辅助核算。",
      "A line on account {0} needs a {1}.",
      "Give the line that dimension in the rule book."),
  /** Two dimensions of a line go to the same place. */
  ONE_PLACE(
      "LEDGER-QUICKBOOKS-ONE-PLACE",
      "同一分录的多个辅助核算对应 QuickBooks 的同一栏（{0}），只能填一个。",
      "请更改连接中辅助核算的去向，或减少分录的辅助核算。",
      "Several dimensions of one line go to the same place in QuickBooks ({0}).",
      "Change where the dimensions go, or give the line fewer of them."),
  /** Looking up names took so long that the voucher was not sent. */
  SLOW(
      "LEDGER-QUICKBOOKS-SLOW",
      "查询科目与名称用时过长，凭证未发送。",
      "系统会自动再试。",
      "Looking up accounts and names took too long; the voucher was not sent.",
      "It is tried again."),
  /** The company's home currency is another than the connection's. */
  HOME_CURRENCY(
      "LEDGER-QUICKBOOKS-CURRENCY",
      "QuickBooks 公司的本位币是 {0}，连接中填写的是 {1}。",
      "请更正连接的本位币。",
      "The QuickBooks company's home currency is {0}, the connection says {1}.",
      "Correct the connection's currency."),
  /** The company uses several currencies and the connection does not say so. */
  MULTICURRENCY(
      "LEDGER-QUICKBOOKS-MULTICURRENCY",
      "QuickBooks 公司启用了多币种，连接中没有启用。",
      "请把连接的“多币种”设为 true。",
      "The QuickBooks company uses several currencies and the connection does not say so.",
      "Set multicurrency to true in the connection."),
  /** The books are closed up to a date that is not yet past. */
  BOOKS_CLOSED(
      "LEDGER-QUICKBOOKS-CLOSED",
      "QuickBooks 已结账至 {0}。",
      "请由会计在 QuickBooks 中调整结账日期。",
      "The books are closed up to {0}.",
      "An accountant must change the closing date in QuickBooks.");

  private final Texts texts;

  QuickBooksReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
