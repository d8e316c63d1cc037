package io.dingledger.ledgers.yonbip;

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
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a tenant enters to connect YonBIP or YonSuite (用友 YonBIP). */
final class YonbipForm {
  static final String TYPE = "yonbip";
  static final Failures FAILURES = new Failures(TYPE);

  private static final Predicate<String> CODE = matching("[0-9A-Za-z._-]{1,60}");
  private static final Predicate<String> PATH = matching("(/[0-9A-Za-z._-]{1,60}){1,10}");
  private static final Predicate<String> MONTHS = matching("[0-9]|1[0-2]");

  private YonbipForm() {}

  /** The form and its words. */
  static LedgerDescription description() {
    List<Setting> settings =
        Stream.of(
                addresses(),
                application(),
                book(),
                currencies(),
                dimensions(),
                key(),
                search(),
                answers())
            .flatMap(List::stream)
            .toList();
    return new LedgerDescription(
        TYPE,
        new Text("用友 YonBIP（含 YonSuite）", "Yonyou YonBIP and YonSuite"),
        settings,
        new Text(
            "每张凭证以唯一关键字作为 businessId、外部来源编号，并写入每行摘要；推送前先在前后几个月的凭证中按关键字查找，"
                + "超时后只查询不重推。凭证只保存，审核、记账由会计完成。",
            "Each voucher carries its key as businessId, as external source id and in each line's"
                + " summary; the ledger is searched for it, some months around, before each"
                + " sending, and after a time-out it is searched, never sent to blindly. Vouchers"
                + " are saved only: auditing and posting stay with accountants."),
        new Text(
            "重复 businessId 的错误码、调用频率上限、红字凭证写法、结账期间的提示文字均未公开；期间是否已结账无法查询；请先在测试账簿试用。",
            "The code for a repeated businessId, the call limits, how red vouchers are written and"
                + " the text for a closed period are not published, and whether a period is open"
                + " can't be asked: try a test book first."),
        new Abilities(
            Guard.REFUSES_REPEATS,
            RedStyle.NEGATIVE_AMOUNTS,
            true,
            false,
            Set.of(MasterData.Kind.BOOK)),
        new Limits(1, 60),
        YonbipFacts.FACTS);
  }

  private static List<Setting> addresses() {
    return List.of(
        plain("addresses", "地址来源", "Source of the addresses")
            .help(
                "look-up（按租户 ID 查询所在数据中心）或 configured（直接填写网关与令牌地址）。",
                "look-up (the data centre is found by the tenant id) or configured (gateway and"
                    + " token addresses are entered).")
            .orElse("look-up")
            .accepting(matching("look-up|configured")),
        plain("tenantId", "租户 ID", "Tenant id")
            .help(
                "YonBIP 的租户 ID，可在开放平台或企业信息中查到。",
                "YonBIP's tenant id, shown on the open platform and in the company's details.")
            .required(Requirement.when("addresses", "look-up"))
            .accepting(CODE),
        plain("dataCentreUrl", "数据中心查询地址", "Address of the data centre look-up")
            .help("一般不用修改。", "Rarely changed.")
            .orElse("https://apigateway.yonyoucloud.com/open-auth/dataCenter/getGatewayAddress")
            .accepting(Patterns::isSafeAddress),
        plain("gatewayUrl", "网关地址", "Gateway address")
            .help(
                "形如 https://c2.yonyoucloud.com/iuap-api-gateway，与租户所在数据中心一致。",
                "Like https://c2.yonyoucloud.com/iuap-api-gateway, of the tenant's data centre.")
            .required(Requirement.when("addresses", "configured"))
            .accepting(Patterns::isSafeAddress),
        plain("tokenUrl", "令牌地址", "Token address")
            .help(
                "形如 https://c2.yonyoucloud.com/iuap-api-auth，与网关同属一个数据中心。",
                "Like https://c2.yonyoucloud.com/iuap-api-auth, of the gateway's data centre.")
            .required(Requirement.when("addresses", "configured"))
            .accepting(Patterns::isSafeAddress),
        plain("tokenPath", "令牌路径", "Token path")
            .help(
                "2023 年 7 月之前的旧路径为 /open-auth/selfAppAuth/getAccessToken。",
                "Until July 2023 it was /open-auth/selfAppAuth/getAccessToken.")
            .orElse("/open-auth/selfAppAuth/base/v1/getAccessToken")
            .accepting(PATH));
  }

  private static List<Setting> application() {
    return List.of(
        plain("appKey", "应用 AppKey", "App key")
            .help("开放平台自建应用的 AppKey。", "The app key of your own app on the open platform.")
            .required(Requirement.ALWAYS)
            .accepting(matching("[!-~]{1,200}")),
        Setting.secret(
                "appSecret",
                "应用 AppSecret",
                "App secret",
                new Text("与 AppKey 一同生成的密钥。", "The secret that was made with the app key."))
            .required(Requirement.ALWAYS));
  }

  private static List<Setting> book() {
    return List.of(
        plain("book", "账簿编码", "Book code")
            .help("接收凭证的账簿编码（不是 ID）。", "The code (not the id) of the book that takes vouchers.")
            .required(Requirement.ALWAYS)
            .accepting(CODE),
        plain("voucherType", "凭证类型编码", "Voucher type code")
            .help("例如 1（记账凭证）；各租户不同。", "Like 1; it differs between tenants.")
            .required(Requirement.ALWAYS)
            .accepting(CODE),
        plain("makerBy", "制单人填写方式", "How the maker is named")
            .help("mobile（手机号）或 email（邮箱）。", "mobile or email.")
            .orElse("mobile")
            .accepting(matching("mobile|email")),
        plain("makerMobile", "制单人手机号", "Maker's mobile number")
            .help(
                "须是该租户用户的手机号，凭证以此人名义制单。",
                "Of a user of the tenant; vouchers are made in that user's name.")
            .required(Requirement.when("makerBy", "mobile"))
            .accepting(matching("[+0-9-]{5,20}")),
        plain("makerEmail", "制单人邮箱", "Maker's e-mail address")
            .help(
                "须是该租户用户的邮箱，凭证以此人名义制单。",
                "Of a user of the tenant; vouchers are made in that user's name.")
            .required(Requirement.when("makerBy", "email"))
            .accepting(matching("[^@\\s]{1,64}@[^@\\s]{1,100}")),
        plain("sourceSystem", "来源系统编码", "Source system code")
            .help("总账为 figl。", "figl is the general ledger.")
            .orElse("figl")
            .accepting(CODE),
        plain("externalSystemName", "外部系统名称", "Name of the external system")
            .help("写入凭证的外部来源系统名称。", "Written into vouchers as their external source.")
            .orElse("DingLedger")
            .accepting(matching("[^\\s].{0,39}")));
  }

  private static List<Setting> currencies() {
    return List.of(
        plain("bookCurrency", "账簿本位币", "The book's own currency")
            .help("ISO 代码；其他本位币的凭证不会推送。", "An ISO code; vouchers in others are refused.")
            .orElse("CNY")
            .accepting(matching("[A-Z]{3}")),
        plain("currencies", "币种简称", "Currency codes")
            .help(
                "ISO 代码与 YonBIP 币种简称，如 USD=USD；外币分录只接受这里列出的币种。",
                "ISO codes and YonBIP's, like USD=USD; only these are taken on foreign lines.")
            .orElse("CNY=CNY,USD=USD,HKD=HKD,EUR=EUR,JPY=JPY,GBP=GBP")
            .accepting(
                matching("[A-Z]{3}=[0-9A-Za-z_-]{1,30}(,\\s*[A-Z]{3}=[0-9A-Za-z_-]{1,30}){0,19}"))
            .unsure("币种简称以贵租户的币种档案为准。", "They are your tenant's own."),
        plain("rateType", "本位币汇率类型", "Rate type of the book's currency")
            .help("01 基准汇率，02 自定义汇率。", "01 the base rate, 02 a rate of one's own.")
            .orElse("01")
            .accepting(CODE),
        plain("foreignRateType", "外币汇率类型", "Rate type of foreign currencies")
            .help(
                "外币分录带上凭证自己的汇率，因此默认为 02（自定义）。",
                "Foreign lines bring their own rate, hence 02 by default.")
            .orElse("02")
            .accepting(CODE)
            .unsure("02 需在账簿的汇率类型中启用。", "02 must be among the book's rate types."));
  }

  private static List<Setting> dimensions() {
    return List.of(
        dimension("departmentField", "部门", "department", "0001"),
        dimension("employeeField", "员工", "employee", ""),
        dimension("supplierField", "供应商", "supplier", "0004"),
        dimension("customerField", "客户", "customer", "0005"),
        dimension("projectField", "项目", "project", ""));
  }

  private static Setting dimension(String key, String chinese, String english, String field) {
    return plain(key, chinese + "辅助核算编码", "Auxiliary code of " + english + "s")
        .help(
            chinese + "辅助核算项的编码，可在辅助核算项档案中查看。",
            "The code of the auxiliary item for " + english + "s, listed among auxiliary items.")
        .orElse(field)
        .accepting(CODE)
        .unsure(
            field.isEmpty() ? "各租户不同，没有默认值。" : "各租户可以不同，请核对。",
            field.isEmpty() ? "It differs; there is no default." : "It may differ: check it.");
  }

  private static List<Setting> key() {
    return List.of(
        plain("keyPlace", "关键字在摘要中的位置", "Place of the key in summaries")
            .help(
                "prefix（摘要之前，不会被截断）或 suffix（摘要之后）。",
                "prefix (before the text, never cut off) or suffix (after it).")
            .orElse("prefix")
            .accepting(matching("prefix|suffix")),
        plain("summaryLength", "摘要长度", "Length of summaries")
            .help("含关键字在内，超过此字数的摘要会被截断，40–999。", "The key included, 40 to 999.")
            .orElse("200")
            .accepting(matching("[4-9][0-9]|[1-9][0-9]{2}"))
            .unsure("摘要的最大长度未公开。", "The greatest length is not published."),
        plain("redStyle", "红字写法", "How red vouchers are written")
            .help(
                "negative（同方向负数）或 other-side（反方向正数）。",
                "negative (negative amounts) or other-side (positive amounts on the other side).")
            .orElse("negative")
            .accepting(matching("negative|other-side"))
            .unsure("文档未说明负数写法，请先试推一张红字凭证。", "Not documented: try a red voucher first."));
  }

  private static List<Setting> search() {
    return List.of(
        plain("monthsBefore", "向前查找月数", "Months searched before")
            .help(
                "查找关键字时，凭证所属期间之前的月数，0–12。",
                "How many months before the voucher's own are searched for its key, 0 to 12.")
            .orElse("1")
            .accepting(MONTHS),
        plain("monthsAfter", "向后查找月数", "Months searched after")
            .help(
                "查找关键字时，凭证所属期间之后的月数，0–12。",
                "How many months after the voucher's own are searched for its key, 0 to 12.")
            .orElse("1")
            .accepting(MONTHS),
        plain("searchOneSourceSystem", "只查找本来源系统", "Search one source system only")
            .help(
                "true 时只在“来源系统编码”相同的凭证中查找，凭证很多时更快。",
                "true: only vouchers with the same source system code are searched, which is"
                    + " faster in large books.")
            .orElse("false")
            .accepting(Patterns.FLAG)
            .unsure(
                "须确认保存后的凭证确实带有该来源系统编码。", "See first that saved vouchers really carry that code."),
        plain("vouchersPerPage", "每页凭证数", "Vouchers per page")
            .help("查询每页的凭证数，20–1000。", "Vouchers in a page of a query, 20 to 1000.")
            .orElse("100")
            .accepting(matching("[2-9][0-9]|[1-9][0-9]{2}|1000"))
            .unsure("服务器上限约 1000。", "The server's limit is about 1000."));
  }

  private static List<Setting> answers() {
    return List.of(
        plain("detailLookups", "逐张核对上限", "Vouchers looked at one by one")
            .help(
                "摘要被改掉关键字、但合计相同的凭证，最多逐张核对其外部来源编号的张数，0–50。",
                "How many vouchers of the same total, without any key in their summaries, are"
                    + " looked at for their external source id, 0 to 50.")
            .orElse("5")
            .accepting(matching("[0-9]|[1-4][0-9]|50")),
        plain("duplicateCodes", "重复错误码", "Codes of a repeat")
            .help("表示凭证已存在的错误码，以逗号分隔。", "Codes that mean the voucher is there, with commas.")
            .orElse("310504,310074")
            .accepting(matching("[0-9A-Za-z_-]{1,20}(,\\s*[0-9A-Za-z_-]{1,20}){0,19}"))
            .unsure("这两个码仅见于一个项目。", "These two were seen in one project only."),
        plain("readTimeoutSeconds", "读取超时（秒）", "Read time-out (seconds)")
            .help(
                "等待答复的秒数，1–150；过短会产生大量“结果未知”。",
                "Seconds to wait for an answer, 1 to 150; a short one makes many unknown outcomes.")
            .orElse("90")
            .accepting(Patterns.seconds(150)));
  }
}
