package io.dingledger.ledgers.quickbooks;

import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Text;
import java.util.List;

/** What the adapter relies on. Nothing of it was tried on a live company by us. */
final class QuickBooksFacts {
  static final List<Fact> ALL =
      List.of(
          documented(
              "访问令牌一小时有效；刷新令牌 100 天内滚动更新，总计最长 5 年；invalid_grant 须重新授权。",
              "Access tokens live an hour; refresh tokens roll within 100 days, 5 years at most;"
                  + " invalid_grant needs a new consent."),
          documented(
              "requestid 在公司内唯一，重复时重放第一次的答复。",
              "A requestid is unique in a company; a repeat gets the first answer again."),
          unsure(
              "requestid 保留的时间，以及拒绝是否同样重放。",
              "How long a requestid is remembered, and whether refusals are replayed too."),
          documented(
              "单据编号最多 21 字，备注最多 4000 字。", "Document numbers take 21 characters, notes 4000."),
          likely(
              "日记账、账单、支出都能按单据编号查询；停用的条目以 Active in (true, false) 查出。",
              "Journal entries, bills and purchases can be asked for by document number; inactive"
                  + " entries come with Active in (true, false)."),
          likely(
              "供应商、客户、员工能按 DisplayName 查询，引号以反斜杠转义。",
              "Vendors, customers and employees can be asked for by DisplayName; quotes are escaped by"
                  + " a backslash."),
          documented(
              "应收账款分录须有客户，应付账款分录须有供应商。",
              "A receivable line needs a customer, a payable line a vendor."),
          documented(
              "错误码 120、610、3200、5010、6000、6140、6210 与 429 的含义。",
              "The meaning of the codes 120, 610, 3200, 5010, 6000, 6140, 6210 and 429."),
          likely(
              "错误码 500、2xxx、3100、6190、6240、6540 的含义。",
              "The meaning of the codes 500, 2xxx, 3100, 6190, 6240 and 6540."),
          likely(
              "日记账编号默认可以重复；不平衡的日记账以 6000 拒绝。",
              "Document numbers of journal entries may repeat by default; an unbalanced entry is"
                  + " refused with 6000."),
          documented(
              "每个公司每分钟 500 次请求、同时 10 次；超过后等待一分钟。",
              "500 requests a minute and 10 at once for each company; then wait a minute."),
          unsure(
              "账单与支出的税码、附件上传的报文形式、授权最终到期日的字段名。",
              "Tax codes of bills and purchases, the shape of uploads, the name of the field that tells"
                  + " the final end of an authorisation."));

  private QuickBooksFacts() {}

  private static Fact documented(String chinese, String english) {
    return new Fact(new Text(chinese, english), Certainty.DOCUMENTED);
  }

  private static Fact likely(String chinese, String english) {
    return new Fact(new Text(chinese, english), Certainty.LIKELY);
  }

  private static Fact unsure(String chinese, String english) {
    return new Fact(new Text(chinese, english), Certainty.UNSURE);
  }
}
