package io.dingledger.ledgers.haokuaiji;

import static io.dingledger.ledgers.Patterns.matching;

import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Abilities;
import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerDescription.Limits;
import io.dingledger.ledgers.LedgerDescription.RedStyle;
import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.LedgerDescription.Text;
import io.dingledger.ledgers.MasterData.Kind;
import io.dingledger.ledgers.Patterns;
import io.dingledger.ledgers.chanjet.ChanjetForm;
import io.dingledger.ledgers.http.Failures;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a tenant enters to connect Chanjet Haokuaiji (畅捷通好会计). */
final class HaokuaijiForm {
  /** The registered type. */
  static final String TYPE = "chanjet-haokuaiji";

  static final Failures FAILURES = new Failures(TYPE);

  private HaokuaijiForm() {}

  static LedgerDescription description() {
    List<Setting> settings =
        Stream.of(
                ChanjetForm.access(),
                book(),
                content(),
                asking(),
                List.of(ChanjetForm.readTimeout("30", 50)))
            .flatMap(List::stream)
            .toList();
    return new LedgerDescription(
        TYPE,
        new Text("畅捷通好会计", "Chanjet Haokuaiji"),
        settings,
        new Text(
            "每张凭证的外部编码与每行摘要都带唯一关键字；推送前先搜索，结果不明时只搜索、不重推。好会计自身不拒绝重复。",
            "Each voucher carries a unique key as its external code and in each summary; the ledger"
                + " is searched for it before each sending, and after an unclear outcome. It does"
                + " not refuse repeats by itself."),
        new Text(
            "按关键字搜索的范围、新增失败的提示文字、科目列表的取值未完全公开；上线前必须推送一张测试凭证并确认能搜到。",
            "What a search by the key covers, the texts of refusals and the values in the list of"
                + " accounts are not fully published: send a test voucher first and see it found."),
        new Abilities(
            Guard.ASKED_BY_CONFIGURATION,
            RedStyle.NEGATIVE_AMOUNTS,
            true,
            false,
            Set.of(Kind.ACCOUNT, Kind.PERIOD, Kind.VOUCHER_TYPE, Kind.BOOK)),
        new Limits(1, 60),
        Stream.of(ChanjetForm.facts(), facts()).flatMap(List::stream).toList());
  }

  private static List<Setting> book() {
    return List.of(
        setting(
                "bookId",
                "账套 ID",
                "Book id",
                "好会计账套的 ID（数字），可从账套列表读取。",
                "The id (a number) of the book, as in the list of books.")
            .required(Requirement.ALWAYS)
            .accepting(matching("[1-9][0-9]{0,18}")),
        setting(
                "voucherCategory",
                "凭证类别 ID",
                "Voucher category id",
                "100001 记、100002 收、100003 付、100010 转。",
                "100001 记 (general), 100002 收, 100003 付, 100010 转.")
            .orElse("100001")
            .accepting(matching("[1-9][0-9]{0,18}")),
        setting(
                "maker",
                "制单人",
                "Maker",
                "写入凭证的制单人姓名。",
                "The name that is written as the maker of vouchers.")
            .orElse("DingLedger")
            .accepting(matching("[^\\s].{0,39}")),
        setting(
                "currencies",
                "币别",
                "Currencies",
                "第一个是本位币，其后是外币，等号后是好会计的币种 ID，如 CNY=1,USD=2。",
                "The book's currency first, then foreign ones, each with its id, like"
                    + " CNY=1,USD=2.")
            .orElse("CNY=1")
            .accepting(matching("[A-Z]{3}=[1-9][0-9]{0,18}(,[A-Z]{3}=[1-9][0-9]{0,18}){0,19}"))
            .unsure("外币的币种 ID 因账套而异。", "The ids of foreign currencies differ between books."));
  }

  private static List<Setting> content() {
    return List.of(
        setting(
                "voucherService",
                "新增凭证接口",
                "Service for new vouchers",
                "always-5：一律用 AcctgTrans5，只有它公开支持外部编码；by-voucher：按凭证内容用 5（辅助核算）、6（外币）或 3；searchField 为 none 时一律用 5。",
                "always-5: AcctgTrans5 for all, the one that is known to keep the external code;"
                    + " by-voucher: 5 with dimensions, 6 with foreign currency, else 3. With searchField none it is"
                    + " always 5.")
            .orElse("always-5")
            .accepting(matching("always-5|by-voucher"))
            .unsure(
                "文档中 3 与 6 没有外部编码，选 by-voucher 时只能靠摘要中的关键字查到凭证。",
                "3 and 6 are not documented to keep the external code: with by-voucher, vouchers"
                    + " are found by the key in their summaries alone."),
        setting(
                "readAccounts",
                "读取科目表",
                "Read the accounts",
                "true：推送前读取账套科目，填写余额方向、是否辅助核算、是否末级，并提前发现错误科目；false：借方填 1、贷方填 -1。",
                "true: direction, dimensions and leaf of an account come from the book's own list,"
                    + " and unknown accounts are noticed early; false: 1 for debits, -1 for"
                    + " credits.")
            .orElse("true")
            .accepting(Patterns.FLAG)
            .unsure(
                "报文中的 drCrDirection 按文档是科目自身的余额方向；科目列表的取值未完全公开，读不懂时可改为 false。",
                "drCrDirection is documented as the account's own direction; the list's values are"
                    + " not fully published: choose false where it can't be read."),
        ChanjetForm.summaryLength());
  }

  private static List<Setting> asking() {
    return List.of(
        setting(
                "searchField",
                "搜索字段",
                "Search field",
                "none：读出期间范围内的全部凭证，逐张核对外部编码，最可靠，按页计调用次数；text 或 summary：按关键字搜索，调用少，须先确认搜得到。",
                "none: read all vouchers of the periods and their external codes, which is surest and"
                    + " takes a call for each page; text or summary: search by the key, which takes fewer"
                    + " calls, once you have seen that it finds.")
            .orElse("none")
            .accepting(matching("text|summary|none"))
            .unsure(
                "精确搜索是否按部分摘要匹配未公开；用 text 或 summary 而测试凭证搜不到时，会造成重复凭证。",
                "Whether the exact search finds parts of summaries is not published: text or summary"
                    + " make doubles where a test voucher is not found by them."),
        setting(
                "monthsAround",
                "前后月数",
                "Months around",
                "在凭证期间的前后各多少个月内搜索，0–12；会计可能改动凭证日期。",
                "How many months before and after the voucher's are searched, 0 to 12: an"
                    + " accountant may move a voucher.")
            .orElse("1")
            .accepting(matching("[0-9]|1[0-2]")),
        setting(
                "vouchersPerPage",
                "每页凭证数",
                "Vouchers per page",
                "搜索每页的凭证张数，10–200。",
                "Vouchers in a page of a search, 10 to 200.")
            .orElse("50")
            .accepting(matching("[1-9][0-9]|1[0-9]{2}|200"))
            .unsure("上限未公开。", "The limit is not published."));
  }

  private static List<Fact> facts() {
    return List.of(
        fact(
            "新增凭证的接口、报文与成功时的返回（凭证 ID、凭证号）。",
            "Services and bodies for new vouchers, and the reply of success (id, number).",
            Certainty.DOCUMENTED),
        fact(
            "精确搜索按期间、文字翻页，返回外部编码与分录；总数随每页给出。",
            "The exact search by period and text, in pages, with external code, lines and total.",
            Certainty.DOCUMENTED),
        fact(
            "结账状态给出已结账期间与未结账期间。",
            "The state of closing tells the closed period and the open ones.",
            Certainty.DOCUMENTED),
        fact(
            "drCrDirection 是科目自身的余额方向，借 1、贷 -1。",
            "drCrDirection is the account's own direction, 1 debit and -1 credit.",
            Certainty.DOCUMENTED),
        fact(
            "科目列表中方向、末级、辅助核算的取值。",
            "The values for direction, leaf and dimensions in the list of accounts.",
            Certainty.UNSURE),
        fact(
            "按 text 或 summary 搜索能找到只含关键字一部分的摘要；页码从 1 开始。",
            "A search by text or summary finds summaries that hold the key; pages count from 1.",
            Certainty.UNSURE),
        fact("外部编码不防重复。", "The external code keeps no repeat out.", Certainty.LIKELY),
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
