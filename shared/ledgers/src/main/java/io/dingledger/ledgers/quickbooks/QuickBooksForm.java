package io.dingledger.ledgers.quickbooks;

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
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Patterns;
import io.dingledger.ledgers.http.Failures;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a tenant enters to connect QuickBooks Online. */
public final class QuickBooksForm {
  /** The registered type. */
  public static final String TYPE = "quickbooks-online";

  static final Failures FAILURES = new Failures(TYPE);

  private QuickBooksForm() {}

  /** A failure in our own words. */
  static Failure failure(FailureKind kind, ReasonCode reason, Object... arguments) {
    return Failure.of(kind, TYPE, reason.code(), Reason.of(reason, arguments).chinese());
  }

  /** The form and its words. */
  public static LedgerDescription description() {
    List<Setting> settings =
        Stream.of(company(), money(), dimensions(), expenses(), transport())
            .flatMap(List::stream)
            .toList();
    return new LedgerDescription(
        TYPE,
        new Text("QuickBooks Online", "QuickBooks Online"),
        settings,
        new Text(
            "每张凭证以唯一关键字作单据编号，推送前先按编号查询；每次推送带同一个 requestid，"
                + "QuickBooks 对重复请求只重放第一次的答复；超时后只查询不重推。",
            "Each voucher has its unique key as document number and is asked for by it before each"
                + " sending; each sending carries the same requestid, of which QuickBooks replays"
                + " the first answer; after a time-out it is asked, never sent to blindly."),
        new Text(
            "requestid 保留多久、被拒绝的请求是否也会重放、公司是否拒绝重复的日记账编号均未公开；" + "请先在沙箱公司试用。",
            "How long a requestid is remembered, whether refusals are replayed too, and whether the"
                + " company refuses repeated document numbers is not published: try a sandbox"
                + " company first."),
        new Abilities(
            Guard.REFUSES_REPEATS,
            RedStyle.OTHER_SIDES,
            false,
            true,
            Set.of(
                MasterData.Kind.ACCOUNT,
                MasterData.Kind.DEPARTMENT,
                MasterData.Kind.EMPLOYEE,
                MasterData.Kind.PROJECT,
                MasterData.Kind.CUSTOMER,
                MasterData.Kind.SUPPLIER,
                MasterData.Kind.CURRENCY)),
        new Limits(4, 60),
        QuickBooksFacts.ALL);
  }

  private static List<Setting> company() {
    return List.of(
        plain("realmId", "公司 ID", "Company id")
            .help(
                "QuickBooks 公司 ID（realmId），授权后由 Intuit 返回，只含数字。",
                "The company id (realmId), digits only; Intuit returns it with the consent.")
            .required(Requirement.ALWAYS)
            .accepting(matching("[0-9]{1,32}")),
        plain("environment", "环境", "Environment")
            .help("production（正式）或 sandbox（沙箱）。", "production or sandbox.")
            .orElse("production")
            .accepting(matching("production|sandbox")),
        plain("clientId", "Client ID", "Client id")
            .help(
                "Intuit 开发者后台该环境的 Client ID。",
                "The client id of that environment in the Intuit developer portal.")
            .required(Requirement.ALWAYS)
            .accepting(matching("[!-~]{1,200}")),
        Setting.secret(
                "clientSecret",
                "Client Secret",
                "Client secret",
                new Text("与 Client ID 一同显示的密钥。", "The secret shown with the client id."))
            .required(Requirement.ALWAYS)
            .accepting(matching("[!-~]{1,400}")),
        Setting.secret(
                "refreshToken",
                "刷新令牌",
                "Refresh token",
                new Text(
                    "仅在不经授权页面连接时填写，作第一次的凭据；之后每次的新令牌由系统自己保存。",
                    "Only to connect without the consent page, as the first credential; the newer"
                        + " ones are kept by the system itself."))
            .accepting(matching("[!-~]{1,450}")));
  }

  private static List<Setting> money() {
    return List.of(
        plain("currency", "本位币", "Home currency")
            .help(
                "公司的本位币；其他币种的凭证、含外币的分录不推送。",
                "The company's home currency; vouchers in others, and foreign lines, are not sent.")
            .orElse("CNY")
            .accepting(matching("[A-Z]{3}")),
        plain("multicurrency", "多币种", "Multicurrency")
            .help(
                "公司启用了多币种时填 true，凭证会写明币种。",
                "true if the company uses several currencies: entries then name theirs.")
            .orElse("false")
            .accepting(Patterns.FLAG),
        plain("accountBy", "科目对应方式", "Accounts by")
            .help(
                "number（科目编号）或 name（科目全名，子科目以冒号分隔）。",
                "number (account number) or name (fully qualified name, levels parted by colons).")
            .orElse("number")
            .accepting(matching("number|name")));
  }

  private static List<Setting> dimensions() {
    return List.of(
        plain("departmentAs", "部门去向", "Departments as")
            .help(
                "class（类别）、department（地点）或 none（不写入）；按全名对应。",
                "class, department (location) or none; by fully qualified name.")
            .orElse("class")
            .accepting(matching("class|department|none"))
            .unsure("类别与地点需要 Plus 及以上版本。", "Classes and locations need the Plus plan or higher."),
        plain("projectAs", "项目去向", "Projects as")
            .help(
                "customer（客户下的项目）、class（类别）或 none（不写入）。",
                "customer (a project of a customer), class or none.")
            .orElse("customer")
            .accepting(matching("customer|class|none")),
        plain("employeeAs", "员工去向", "Employees as")
            .help(
                "employee（员工）、vendor（供应商）或 none（不写入）；应付账款科目只接受供应商。",
                "employee, vendor or none; an accounts payable line takes a vendor only.")
            .orElse("employee")
            .accepting(matching("employee|vendor|none")),
        by("employeeBy", "员工对应方式", "Employees by", true),
        by("supplierBy", "供应商对应方式", "Suppliers by", true),
        by("customerBy", "客户对应方式", "Customers by", false));
  }

  private static Setting by(String key, String chinese, String english, boolean numbered) {
    return plain(key, chinese, english)
        .help(
            "name（显示名称）、" + (numbered ? "number（编号）、" : "") + "或 id（内部 ID）。",
            "name (display name), " + (numbered ? "number, " : "") + "or id (internal id).")
        .orElse("name")
        .accepting(matching(numbered ? "name|number|id" : "name|id"));
  }

  private static List<Setting> expenses() {
    return List.of(
        plain("expenseAs", "报销凭证类型", "Reimbursements as")
            .help(
                "journal-entry（日记账）、bill（账单）或 purchase（支出）；后两者只用于一贷多借、金额为正、"
                    + "贷方在下列科目的凭证，其余仍为日记账。",
                "journal-entry, bill or purchase; the latter two only for vouchers of one credit line"
                    + " on one of the accounts below and positive debits; all others stay journal"
                    + " entries.")
            .orElse("journal-entry")
            .accepting(matching("journal-entry|bill|purchase")),
        plain("expenseAccounts", "报销贷方科目", "Credit accounts of reimbursements")
            .help(
                "账单的应付账款科目或支出的银行、信用卡科目，按科目对应方式填写，以分号分隔。",
                "The payable accounts of bills, or the bank or card accounts of purchases, as accounts"
                    + " are matched, parted by semicolons.")
            .required(Requirement.when("expenseAs", "bill", "purchase")),
        plain("paymentType", "付款方式", "Payment type")
            .help("支出的付款方式：Cash、Check 或 CreditCard。", "Of purchases: Cash, Check or CreditCard.")
            .orElse("Cash")
            .accepting(matching("Cash|Check|CreditCard")),
        plain("expenseTaxCode", "报销税码", "Tax code of reimbursements")
            .help(
                "账单与支出各行的税码 ID，例如 NON；不填则不写。",
                "The id of the tax code of lines in bills and purchases, like NON; left out: none.")
            .accepting(matching("[0-9A-Za-z]{1,30}"))
            .unsure(
                "美国以外的公司可能必须填写；若 QuickBooks 另计税额，金额会不符并交给人处理。",
                "Companies outside the US may need it; if QuickBooks adds tax, amounts differ and a"
                    + " person is asked."));
  }

  private static List<Setting> transport() {
    return List.of(
        plain("readTimeoutSeconds", "读取超时（秒）", "Read time-out (seconds)")
            .help(
                "等待答复的秒数，1–80；过短会产生大量“结果未知”。",
                "Seconds to wait for an answer, 1 to 80; a short one makes many unknown outcomes.")
            .orElse("60")
            .accepting(Patterns.seconds(80)),
        address("apiUrl", "接口地址", "Interface address", "").accepting(Patterns::isSafeAddress),
        address(
                "tokenUrl",
                "令牌地址",
                "Token address",
                "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer")
            .accepting(Patterns::isSafeAddress),
        address(
                "authorizeUrl",
                "授权页面地址",
                "Consent page address",
                "https://appcenter.intuit.com/connect/oauth2")
            .accepting(Patterns::isSafeAddress));
  }

  private static Setting address(String key, String chinese, String english, String usual) {
    return plain(key, chinese, english)
        .help("一般不填；用于代理或测试替身。", "Left out as a rule; for a proxy or a stand-in.")
        .orElse(usual);
  }
}
