package io.dingledger.ledgers.u8;

import static io.dingledger.ledgers.LedgerDescription.Setting.plain;
import static io.dingledger.ledgers.Patterns.matching;

import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Abilities;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerDescription.Limits;
import io.dingledger.ledgers.LedgerDescription.RedStyle;
import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.LedgerDescription.Text;
import io.dingledger.ledgers.Patterns;
import io.dingledger.ledgers.http.Failures;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a tenant enters to connect U8+ by its OpenAPI (用友 U8+). */
final class U8Form {
  static final String TYPE = "u8-openapi";
  static final Failures FAILURES = new Failures(TYPE);

  private static final Predicate<String> ACCOUNT = matching("[0-9A-Za-z._@-]{1,80}");
  private static final Predicate<String> FIELD = matching("[A-Za-z][A-Za-z0-9_]{0,39}");
  private static final Predicate<String> MONTHS = matching("[0-9]|1[0-2]");

  private U8Form() {}

  /** The form and its words. */
  static LedgerDescription description() {
    List<Setting> settings =
        Stream.of(access(), voucher(), entries(), dimensions(), search(), range())
            .flatMap(List::stream)
            .toList();
    return new LedgerDescription(
        TYPE,
        new Text("用友 U8+（OpenAPI）", "Yonyou U8+ (OpenAPI)"),
        settings,
        new Text(
            "每张凭证以唯一关键字作为 biz_id 与外部凭证业务号，并写入每行摘要；推送前先按外部号查询，推送后再查询一次才算入账，"
                + "超时后只查询不重推。这样的凭证在 U8 中不能修改，只能作废。",
            "Each voucher carries its key as biz_id, as external number and in each line's summary;"
                + " the ledger is asked for that number before each sending and once after it, and"
                + " after a time-out it is asked, never sent to blindly. U8 lets nobody change such"
                + " a voucher; it can be made void."),
        new Text(
            "分录字段名、查询结果的形式、查无数据时的答复、错误码、调用频率上限均未公开；请先在测试账套试用。",
            "The fields of entries, the shape of query results, the answer when nothing is found,"
                + " error codes and call limits are not published: try a test book first."),
        new Abilities(Guard.REFUSES_REPEATS, RedStyle.NEGATIVE_AMOUNTS, false, false, Set.of()),
        new Limits(1, 60),
        U8Facts.FACTS);
  }

  private static List<Setting> access() {
    return List.of(
        plain("serverUrl", "开放平台地址", "Address of the open platform")
            .help("一般不用修改。", "Rarely changed.")
            .orElse("https://api.yonyouup.com")
            .accepting(Patterns::isSafeAddress),
        plain("fromAccount", "调用方账号", "Calling account")
            .help("开放平台的开发者账号（from_account）。", "The developer's account (from_account).")
            .required(Requirement.ALWAYS)
            .accepting(ACCOUNT),
        plain("toAccount", "提供方账号", "Providing account")
            .help(
                "运行 U8 的企业在开放平台的账号（to_account）。",
                "The account of the company that runs U8 (to_account).")
            .required(Requirement.ALWAYS)
            .accepting(ACCOUNT),
        plain("appKey", "应用编码", "App key")
            .help("形如 opa…，在开放平台的应用详情中。", "Like opa…, shown with the app.")
            .required(Requirement.ALWAYS)
            .accepting(matching("[!-~]{1,200}")),
        Setting.secret(
                "appSecret",
                "应用密钥",
                "App secret",
                new Text("与应用编码一同生成的密钥。", "The secret that was made with the app key."))
            .required(Requirement.ALWAYS),
        plain("dataSource", "数据源序号", "Number of the data source")
            .help(
                "一个应用接了多个账套时填写（ds_sequence）；不填时用第一个。",
                "For an app with several books (ds_sequence); left out: the first one.")
            .accepting(matching("[0-9]{1,4}")));
  }

  private static List<Setting> voucher() {
    return List.of(
        plain("voucherType", "凭证类别字", "Voucher type")
            .help("例如 记。", "Like 记.")
            .orElse("记")
            .accepting(matching("[^\\s\"&]{1,10}")),
        plain("maker", "制单人名称", "Maker's name")
            .help("U8 操作员的名称，凭证以此人名义制单。", "A U8 operator; vouchers are made in that name.")
            .required(Requirement.ALWAYS)
            .accepting(matching("[^\"]{1,40}")),
        plain("bookCurrency", "本位币", "The book's own currency")
            .help("ISO 代码；其他币种的凭证不会推送。", "An ISO code; vouchers in others are refused.")
            .orElse("CNY")
            .accepting(matching("[A-Z]{3}")),
        plain("keyPlace", "关键字在摘要中的位置", "Place of the key in summaries")
            .help(
                "prefix（摘要之前）或 suffix（摘要之后）；查询结果以它核对。",
                "prefix (before the text) or suffix (after it); answers are checked by it.")
            .orElse("prefix")
            .accepting(matching("prefix|suffix")),
        plain("summaryLength", "摘要长度", "Length of summaries")
            .help("含关键字在内，超过此字数的摘要会被截断，40–200。", "The key included, 40 to 200.")
            .orElse("60")
            .accepting(matching("[4-9][0-9]|1[0-9]{2}|200"))
            .unsure("60 是 U8 文本导入的上限。", "60 is the limit of U8's import of texts."));
  }

  private static List<Setting> entries() {
    return List.of(
        field("debitField", "借方金额", "debit amounts", "natural_debit_currency"),
        field("creditField", "贷方金额", "credit amounts", "natural_credit_currency"));
  }

  private static List<Setting> dimensions() {
    return List.of(
        field("departmentField", "部门辅助核算", "departments", "dept_id"),
        field("employeeField", "个人辅助核算", "employees", "personnel_id"),
        field("supplierField", "供应商辅助核算", "suppliers", "supplier_id"),
        field("customerField", "客户辅助核算", "customers", "cust_id"),
        field("projectField", "项目辅助核算", "projects", "item_id"));
  }

  private static List<Setting> search() {
    return List.of(
        plain("detailsField", "查询结果字段", "Field of query results")
            .help(
                "voucherdetails/batch_get 答复中分录列表的字段名。",
                "The field with the list of entries in the answer of voucherdetails/batch_get.")
            .orElse("voucherdetails")
            .accepting(FIELD)
            .unsure("按同类接口推断。", "Inferred from other interfaces of its kind."),
        plain("nothingFoundCodes", "查无数据的错误码", "Codes of nothing found")
            .help(
                "若贵版本查不到数据时返回错误码而不是空列表，在此填写该码，多个以逗号分隔。",
                "If your version answers with a code instead of an empty list when nothing is"
                    + " found, enter that code; several with commas.")
            .accepting(matching("[0-9A-Za-z_-]{1,20}(,\\s*[0-9A-Za-z_-]{1,20}){0,9}"))
            .unsure(
                "只填写确认“没有数据”的码，填错会造成重复入账。",
                "Enter only codes that surely mean this: a wrong one leads to doubles."));
  }

  private static List<Setting> range() {
    return List.of(
        plain("monthsBefore", "向前查找月数", "Months searched before")
            .help(
                "按外部号查询时，凭证所属月份之前的月数，0–12。",
                "How many months before the voucher's own are searched, 0 to 12.")
            .orElse("1")
            .accepting(MONTHS),
        plain("monthsAfter", "向后查找月数", "Months searched after")
            .help(
                "按外部号查询时，凭证所属月份之后的月数，0–12。",
                "How many months after the voucher's own are searched, 0 to 12.")
            .orElse("1")
            .accepting(MONTHS),
        plain("rowsPerPage", "每页行数", "Rows per page")
            .help("查询每页的分录行数，20–2000。", "Entry rows in a page of a query, 20 to 2000.")
            .orElse("500")
            .accepting(matching("[2-9][0-9]|[1-9][0-9]{2}|1[0-9]{3}|2000"))
            .unsure("上限未公开。", "The limit is not published."),
        plain("readTimeoutSeconds", "读取超时（秒）", "Read time-out (seconds)")
            .help(
                "等待答复的秒数，1–65；请求经开放平台转到贵公司的 U8 服务器，过短会产生大量“结果未知”。",
                "Seconds to wait for an answer, 1 to 65; requests go through the platform to your"
                    + " own U8 server, and a short wait makes many unknown outcomes.")
            .orElse("60")
            .accepting(Patterns.seconds(65)));
  }

  private static Setting field(String key, String chinese, String english, String name) {
    return plain(key, chinese + "字段", "Field of " + english)
        .help(
            "分录中" + chinese + "的字段名，请对照贵版本的接口文档。",
            "The field of " + english + " in an entry; compare your version's documents.")
        .orElse(name)
        .accepting(FIELD)
        .unsure("字段名因版本而异。", "It differs between versions.");
  }
}
