package io.dingledger.ledgers.kingdee;

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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a tenant enters to connect Kingdee Cloud Galaxy (金蝶云·星空). */
public final class KingdeeForm {
  /** The registered type. */
  public static final String TYPE = "kingdee-cloud";

  static final Failures FAILURES = new Failures(TYPE);

  private static final Predicate<String> NUMBER = matching("[0-9A-Za-z._-]{1,40}");
  private static final Predicate<String> FIELD = matching("[A-Za-z][A-Za-z0-9_]{0,39}");

  private KingdeeForm() {}

  /** The form and its words. */
  public static LedgerDescription description() {
    List<Setting> settings =
        Stream.of(access(), credentials(), book(), content(), transport())
            .flatMap(List::stream)
            .toList();
    return new LedgerDescription(
        TYPE,
        new Text("金蝶云·星空", "Kingdee Cloud Galaxy"),
        settings,
        new Text(
            "每张凭证写入唯一关键字；推送前先按关键字查询，超时后只查询不重推；凭证保存为“创建”状态，提交、审核、过账由会计完成。",
            "Each voucher carries a unique key; the ledger is asked for it before each sending, and"
                + " after a time-out it is asked, never sent to blindly. Vouchers are saved only:"
                + " submitting, auditing and posting stay with accountants."),
        new Text(
            "重复报文校验的有效期、调用频率上限、结账期间的提示文字均未公开；请先在测试账套试用。",
            "How long repeated packets are refused, the call limits and the text for a closed"
                + " period are not published: try a test book first."),
        new Abilities(Guard.ASKED_FIRST, RedStyle.NEGATIVE_AMOUNTS, true, true, BaseData.told()),
        new Limits(1, 60),
        KingdeeFacts.all());
  }

  private static List<Setting> access() {
    return List.of(
        plain("serverUrl", "服务器地址", "Server address")
            .help(
                "以 /K3Cloud/（私有云）或 /galaxyapi/（公有云网关）结尾的 https 地址。",
                "The https address that ends in /K3Cloud/ (own server) or /galaxyapi/ (public"
                    + " cloud gateway).")
            .required(Requirement.ALWAYS)
            .accepting(Patterns::isSafeAddress),
        plain("auth", "登录方式", "Authentication")
            .help(
                "signed-headers（第三方授权签名）、login-by-sign、login-by-app-secret 或 validate-user（账号密码）。",
                "One of signed-headers, login-by-sign, login-by-app-secret, validate-user.")
            .orElse("login-by-sign")
            .accepting(AuthenticationMode::isKnown),
        plain("dataCentre", "数据中心 ID", "Data centre id")
            .help(
                "第三方系统登录授权页面上的数据中心（账套）ID。",
                "The data centre (acctId) shown with the third-party system authorisation.")
            .required(Requirement.ALWAYS)
            .accepting(matching("[0-9A-Za-z_-]{1,64}")),
        plain("userName", "集成用户", "Integration user")
            .help(
                "授权给应用的用户名，须有总账凭证的查询与新增权限。",
                "The user that the app is authorised for, with rights to view and add vouchers.")
            .required(Requirement.ALWAYS)
            .accepting(matching("[^,]{1,80}")));
  }

  private static List<Setting> credentials() {
    String[] withApp = {"signed-headers", "login-by-sign", "login-by-app-secret"};
    return List.of(
        plain("appId", "应用 ID", "App id")
            .help(
                "第三方系统登录授权的应用 ID，形如 227000_xxxx。",
                "The app id of the third-party system authorisation, like 227000_xxxx.")
            .required(Requirement.when("auth", withApp))
            .accepting(matching("[!-~]{1,200}")),
        Setting.secret(
                "appSecret",
                "应用密钥",
                "App secret",
                new Text("与应用 ID 一同生成的密钥。", "The secret that was made with the app id."))
            .required(Requirement.when("auth", withApp)),
        Setting.secret(
                "password",
                "密码",
                "Password",
                new Text(
                    "集成用户的密码，仅 validate-user 需要。",
                    "The integration user's password, for validate-user only."))
            .required(Requirement.when("auth", "validate-user"))
            .unsure(
                "金蝶已不建议账号密码登录，请优先使用应用授权。",
                "Kingdee discourages logging in by password: prefer an app."),
        plain("loginOrganisation", "登录组织", "Log-in organisation")
            .help(
                "signed-headers 的组织编码；0 表示用户默认组织。",
                "The organisation number in signed headers; 0 is the user's default.")
            .orElse("0")
            .accepting(NUMBER),
        plain("language", "语言", "Language")
            .help("2052 简体中文、1033 英文、3076 繁体中文。", "2052 zh-CN, 1033 en, 3076 zh-TW.")
            .orElse("2052")
            .accepting(matching("2052|1033|3076")));
  }

  private static List<Setting> book() {
    return List.of(
        plain("book", "账簿编码", "Book number")
            .help("接收凭证的账簿编码，例如 001。", "The number of the book that takes vouchers.")
            .required(Requirement.ALWAYS)
            .accepting(NUMBER),
        plain("organisation", "核算组织编码", "Organisation number")
            .help("账簿所属核算组织的编码，例如 100。", "The number of the book's accounting organisation.")
            .required(Requirement.ALWAYS)
            .accepting(NUMBER),
        plain("voucherGroup", "凭证字编码", "Voucher group number")
            .help(
                "例如 PRE001；各账套不同，请在凭证字列表中查看。",
                "Like PRE001; it differs between tenants, look it up in the list of groups.")
            .required(Requirement.ALWAYS)
            .accepting(NUMBER),
        plain("systemId", "来源系统", "Source system")
            .help("总账为 GL。", "GL is the general ledger.")
            .orElse("GL")
            .accepting(NUMBER),
        plain("currencies", "币别", "Currencies")
            .help(
                "本位币与其编码放在第一位，外币分录用到的币别跟在后面，如 CNY=PRE001, USD=PRE007。已知编码：HKD=PRE002、EUR=PRE003、USD=PRE007。",
                "The book's own currency and its number first, then those of foreign lines, like"
                    + " CNY=PRE001, USD=PRE007. Known: HKD=PRE002, EUR=PRE003.")
            .orElse("CNY=PRE001")
            .accepting(
                matching("[A-Z]{3}=[0-9A-Za-z_-]{1,30}(,\\s*[A-Z]{3}=[0-9A-Za-z_-]{1,30}){0,19}"))
            .unsure("外币分录请先在测试账簿试推一张。", "Try a voucher with foreign lines in a test book first."),
        plain("rateType", "汇率类型", "Rate type")
            .help(
                "固定汇率为 HLTX01_SYS，即期汇率为 HLTX02_SYS；外币分录的汇率随凭证给出。",
                "HLTX01_SYS is the fixed rate, HLTX02_SYS the spot rate; foreign lines bring their rate.")
            .orElse("HLTX01_SYS")
            .accepting(NUMBER));
  }

  private static List<Setting> content() {
    return List.of(
        dimension("departmentField", "部门", "department", "FFLEX5"),
        dimension("employeeField", "员工", "employee", "FFLEX7"),
        dimension("supplierField", "供应商", "supplier", "FFLEX4"),
        dimension("customerField", "客户", "customer", "FFLEX6"),
        dimension("projectField", "项目", "project", ""),
        plain("keyField", "关键字段", "Key field")
            .help(
                "保存凭证关键字的文本字段：分录的 FBUSNO，或自建的表头文本字段（更可靠），长度不少于 20。",
                "The text field that keeps the voucher's key: FBUSNO of the entries, or better a"
                    + " header field of your own, 20 characters or longer.")
            .orElse("FBUSNO")
            .accepting(FIELD)
            .unsure(
                "FBUSNO 在部分账套有业务用途；上线前请推送一张测试凭证并确认能按关键字查到。",
                "FBUSNO has a use of its own in some books: before going live send a test voucher"
                    + " and see that it is found by its key."),
        plain("keyFieldPlace", "关键字段位置", "Place of the key field")
            .help("entry（分录）或 header（表头）。", "entry or header.")
            .orElse("entry")
            .accepting(matching("entry|header")),
        plain("summaryLength", "摘要长度", "Length of summaries")
            .help("超过此字数的摘要会被截断。", "Longer summaries are cut to this many characters.")
            .orElse("200")
            .accepting(matching("[1-9][0-9]{0,2}"))
            .unsure("摘要的最大长度未公开。", "The greatest length is not published."));
  }

  private static List<Setting> transport() {
    return List.of(
        plain("bodyForm", "报文形式", "Body form")
            .help(
                "named 或 positional；不填时 signed-headers 用 positional，其他用 named。",
                "named or positional; left out: positional for signed-headers, else named.")
            .accepting(matching("named|positional")),
        plain("readTimeoutSeconds", "读取超时（秒）", "Read time-out (seconds)")
            .help(
                "等待答复的秒数，1–120；过短会产生大量“结果未知”。",
                "Seconds to wait for an answer, 1 to 120; a short one makes many unknown outcomes.")
            .orElse("90")
            .accepting(Patterns.seconds(120)),
        plain("rowsPerQuery", "每页行数", "Rows per query")
            .help("查询每页的分录行数，10–2000。", "Entry rows in a page of a query, 10 to 2000.")
            .orElse("500")
            .accepting(matching("[1-9][0-9]{1,2}|1[0-9]{3}|2000"))
            .unsure("服务器上限约 2000 行。", "The server's limit is about 2000 rows."));
  }

  private static Setting dimension(String key, String chinese, String english, String field) {
    Setting setting =
        plain(key, chinese + "维度字段", "Field of the " + english + " dimension")
            .help(
                chinese + "辅助核算的 FFLEX 字段名，可查看手工凭证得知。",
                "The FFLEX field of the " + english + " dimension; view a hand-made voucher.")
            .orElse(field)
            .accepting(FIELD);
    return field.isEmpty()
        ? setting.unsure("项目维度因账套而异，没有默认值。", "It differs between tenants; there is no default.")
        : setting.unsure("个别账套的维度编号不同。", "Some tenants have other numbers.");
  }
}
