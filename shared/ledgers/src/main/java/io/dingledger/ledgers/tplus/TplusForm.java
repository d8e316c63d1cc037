package io.dingledger.ledgers.tplus;

import static io.dingledger.ledgers.Patterns.matching;

import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Abilities;
import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerDescription.Limits;
import io.dingledger.ledgers.LedgerDescription.RedStyle;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.LedgerDescription.Text;
import io.dingledger.ledgers.chanjet.ChanjetForm;
import io.dingledger.ledgers.chanjet.Paths;
import io.dingledger.ledgers.http.Failures;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a tenant enters to connect Chanjet T+ (畅捷通 T+). */
final class TplusForm {
  /** The registered type. */
  static final String TYPE = "chanjet-tplus";

  static final Failures FAILURES = new Failures(TYPE);

  private static final Predicate<String> PATH = matching("/[A-Za-z0-9/_-]{1,200}");
  private static final Predicate<String> FIELD = matching("[A-Za-z][A-Za-z0-9_]{0,39}");

  private TplusForm() {}

  static LedgerDescription description() {
    List<Setting> settings =
        Stream.of(
                ChanjetForm.access(),
                content(),
                dimensions(),
                sending(),
                asking(),
                List.of(ChanjetForm.readTimeout("60", 180)))
            .flatMap(List::stream)
            .toList();
    return new LedgerDescription(
        TYPE,
        new Text("畅捷通 T+", "Chanjet T+"),
        settings,
        new Text(
            "每张凭证的外部编码（ExternalCode）是唯一关键字；推送前先按它查询，T+ 自身也拒绝重复的外部编码；结果不明时只查询、不重推。",
            "Each voucher's external code is its unique key; T+ is asked for it before each sending"
                + " and refuses a repeated one itself; an unclear outcome is cured by asking only."),
        new Text(
            "凭证接口的返回格式、按外部编码查询凭证的接口、重复时的提示文字均未公开；上线前必须用一张测试凭证试通推送与查询。",
            "The reply to a new voucher, the query by external code and the text for a repeated code"
                + " are not published: try sending and asking with a test voucher first."),
        new Abilities(
            Guard.ASKED_BY_CONFIGURATION, RedStyle.NEGATIVE_AMOUNTS, false, false, Set.of()),
        new Limits(1, 60),
        Stream.of(ChanjetForm.facts(), facts()).flatMap(List::stream).toList());
  }

  private static List<Setting> content() {
    return List.of(
        setting(
                "documentType",
                "凭证类别编码",
                "Document type code",
                "T+ 的凭证类别编码，如 记。",
                "The code of the voucher type in T+, like 记.")
            .orElse("记")
            .accepting(matching("[0-9A-Za-z\\u4e00-\\u9fa5_-]{1,20}")),
        setting(
                "currency",
                "本位币",
                "Book currency",
                "账套本位币与其在 T+ 中的币种编码，如 CNY=RMB。外币凭证不推送。",
                "The book's currency and its code in T+, like CNY=RMB. Vouchers in other currencies"
                    + " are not sent.")
            .orElse("CNY=RMB")
            .accepting(matching("[A-Z]{3}=[0-9A-Za-z_-]{1,30}")),
        ChanjetForm.summaryLength());
  }

  private static List<Setting> dimensions() {
    return List.of(
        dimension("departmentField", "部门", "department", "AuxAccDepartment"),
        dimension("employeeField", "员工", "employee", "AuxAccPerson"),
        dimension("customerField", "客户", "customer", "AuxAccCustomer"),
        dimension("supplierField", "供应商", "supplier", "AuxAccSupplier"),
        dimension("projectField", "项目", "project", "AuxAccProject"));
  }

  private static Setting dimension(String key, String chinese, String english, String field) {
    return setting(
            key,
            chinese + "辅助项字段",
            "Field of the " + english,
            chinese + "在分录 AuxInfos 中的字段名。",
            "The name of the " + english + " in a line's AuxInfos.")
        .orElse(field)
        .accepting(FIELD)
        .unsure("字段名取自其他集成项目，厂商文档未列全。", "The name comes from other integrations.");
  }

  private static List<Setting> sending() {
    return List.of(
        setting(
                "createPath",
                "新增凭证接口",
                "Path for new vouchers",
                "新增凭证的接口地址，从斜杠开始。",
                "The path that takes new vouchers, from its slash on.")
            .orElse("/tplus/api/v2/doc/Create")
            .accepting(PATH),
        setting(
                "replyId",
                "返回中的凭证 ID",
                "Voucher id in the reply",
                "新增成功时凭证 ID 所在的位置，逗号分隔，依次查找。",
                "Where the id of a new voucher stands in the reply, separated by commas, in order.")
            .orElse("data.ID,data.Id,data.id,result.ID,result.Id,result.id,data,result,value")
            .accepting(Paths.ACCEPTED)
            .unsure(
                "返回格式未公开；找不到 ID 时按“结果未知”处理，随后用查询确认。",
                "The reply is not published; without an id the outcome counts as unknown, and the"
                    + " query finds the voucher."),
        setting(
                "replyNumber",
                "返回中的凭证编号",
                "Voucher number in the reply",
                "新增成功时凭证编号所在的位置；没有也可。",
                "Where the voucher's number stands in the reply; it may be missing.")
            .orElse("data.Code,data.code,data.DocNo,result.Code,result.code,result.DocNo")
            .accepting(Paths.ACCEPTED)
            .unsure("返回格式未公开。", "The reply is not published."));
  }

  private static List<Setting> asking() {
    return List.of(
        setting(
                "queryPath",
                "查询凭证接口",
                "Path of the query",
                "按外部编码查询凭证的接口地址。",
                "The path that finds vouchers by external code.")
            .orElse("/tplus/api/v2/doc/Query")
            .accepting(PATH)
            .unsure(
                "厂商未公开凭证的查询接口；请向畅捷通确认，并用测试凭证试通。",
                "Not published for vouchers: ask Chanjet, and try it with a test voucher."),
        setting(
                "queryBody",
                "查询报文",
                "Body of the query",
                "JSON；{key} 代入外部编码；需要翻页时写上 {page}（从 1 开始）。",
                "JSON; {key} becomes the external code, and {page}, where pages are needed, 1, 2 …")
            .orElse("{\"param\":{\"ExternalCode\":\"{key}\"}}")
            .accepting(QueryTemplate::isUsable)
            .unsure("同上。", "As above."),
        setting(
                "queryRows",
                "查询结果的位置",
                "Vouchers in the answer",
                "返回中凭证列表（或单张凭证）的位置，逗号分隔；单独一个点表示整个返回。",
                "Where the list of vouchers, or the one voucher, stands; a single dot is the whole"
                    + " answer.")
            .orElse("data,result,value")
            .accepting(Paths.ACCEPTED)
            .unsure("同上。", "As above."),
        absentCodes());
  }

  private static Setting absentCodes() {
    return setting(
            "absentCodes",
            "“没有”的代码",
            "Codes for absence",
            "查询用错误代码表示“没有该外部编码”时，填这些代码，逗号分隔；不填则只有空列表表示没有。",
            "Where the query tells by an error code that no voucher has the external code: these"
                + " codes, separated by commas. Left out, only an empty list says so.")
        .accepting(matching("[0-9A-Za-z_.-]{1,40}(,[0-9A-Za-z_.-]{1,40}){0,9}"))
        .unsure(
            "填错会使凭证重复：只填确实只表示“没有”的代码。",
            "A wrong one makes doubles: enter only codes that mean nothing else.");
  }

  private static List<Fact> facts() {
    return List.of(
        fact(
            "新增凭证的报文（dto、Entrys、AuxInfos，金额为文本）。",
            "The body of a new voucher (dto, Entrys, AuxInfos, amounts as texts).",
            Certainty.DOCUMENTED),
        fact(
            "T+ 对凭证的外部编码做唯一校验。",
            "T+ refuses a voucher whose external code it has.",
            Certainty.LIKELY),
        fact("部门、人员、客户等辅助项的字段名。", "The names of the auxiliary fields.", Certainty.LIKELY),
        fact(
            "新增凭证的返回格式与重复时的提示。",
            "The reply to a new voucher, and the text for a repeated code.",
            Certainty.UNSURE),
        fact(
            "按外部编码查询凭证的接口、报文与返回。",
            "The query by external code: path, body and answer.",
            Certainty.UNSURE),
        fact("负数金额表示红字。", "Negative amounts make a red voucher.", Certainty.LIKELY));
  }

  private static Fact fact(String chinese, String english, Certainty certainty) {
    return new Fact(new Text(chinese, english), certainty);
  }

  private static Setting setting(
      String key, String chinese, String english, String chineseHelp, String englishHelp) {
    return Setting.plain(key, chinese, english, new Text(chineseHelp, englishHelp));
  }
}
