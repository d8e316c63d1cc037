package io.dingledger.ledgers.connector;

import static io.dingledger.ledgers.Patterns.matching;

import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import java.util.List;
import java.util.stream.Stream;

/** The part of the form that says how to ask for a voucher. */
final class LookUpForm {
  private static final Requirement ASKING = Requirement.when("lookup", "get", "post");
  private static final int LONGEST_LINES = 4_000;
  private static final int LONGEST_BODY = 20_000;

  private LookUpForm() {}

  static List<Setting> settings() {
    return Stream.of(request(), rows(), lines()).flatMap(List::stream).toList();
  }

  private static List<Setting> request() {
    return List.of(
        Setting.plain("lookup", "查询", "Look-up")
            .help("none（不能查询）、get 或 post。", "none, get or post.")
            .orElse("none")
            .accepting(matching("none|get|post")),
        Setting.plain("lookupUrl", "查询地址", "Look-up address")
            .help(
                "按关键字查询的 https 地址；关键字写在地址或查询报文中。",
                "The https address of the look-up; the key stands in it or in the look-up's body.")
            .required(ASKING),
        Setting.plain("lookupBody", "查询报文", "Look-up body")
            .help("带占位符 key 的查询报文。", "The look-up's body, with the placeholder key.")
            .lines(LONGEST_BODY)
            .required(Requirement.when("lookup", "post")),
        Setting.plain("lookupSuccessTests", "查询成功判断", "Look-up success: tests")
            .help(
                "全部满足才相信查询结果，每行一个。",
                "All must hold before the result is believed, one on each line.")
            .lines(LONGEST_LINES)
            .required(ASKING),
        Setting.plain("absentTests", "不存在判断", "Absent: tests")
            .help(
                "全部满足即为不存在；结果为空列表时也是不存在，此项可不填。",
                "When all hold the voucher is absent; an empty list says so too, so this may be left"
                    + " out.")
            .lines(LONGEST_LINES)
            .unsure(
                "只写 status equals 404 会把写错的地址当成“不存在”。",
                "With status equals 404 alone a misspelt address counts as absence."));
  }

  private static List<Setting> rows() {
    return List.of(
        place(
                "rowsPointer",
                "结果列表位置",
                "Place of the rows",
                "查询结果列表的位置。",
                "Where the list of results stands.")
            .required(ASKING),
        place(
            "linesPointer",
            "分录位置",
            "Place of the lines",
            "结果每行是一张凭证时，分录列表在其中的位置；每行就是一条分录时不填。",
            "Where each result is a voucher: the place of its lines in it; left out where each is a line."),
        place(
                "rowKeyPointer",
                "关键字位置",
                "Place of the key",
                "结果行中的关键字，用来确认查到的是这一张。",
                "The key in a result, which must be the one asked for.")
            .required(ASKING),
        place(
                "rowIdPointer",
                "ID 位置",
                "Place of the id",
                "结果行中的凭证 ID。",
                "The voucher's id in a result.")
            .required(ASKING),
        place(
            "rowNumberPointer",
            "凭证号位置",
            "Place of the number",
            "结果行中的凭证号。",
            "The voucher's number in a result."));
  }

  private static List<Setting> lines() {
    return List.of(
        place(
                "lineAccountPointer",
                "科目位置",
                "Place of the account",
                "分录中的科目编码。",
                "The account code in a line.")
            .required(ASKING),
        place(
            "lineDebitPointer",
            "借方金额位置",
            "Place of the debit",
            "分录中的借方金额。",
            "The debit in a line."),
        place(
            "lineCreditPointer",
            "贷方金额位置",
            "Place of the credit",
            "分录中的贷方金额。",
            "The credit in a line."),
        place(
            "lineSidePointer",
            "方向位置",
            "Place of the side",
            "分录中的方向，写法同 debitWord 与 creditWord。",
            "The side in a line, by debitWord and creditWord."),
        place(
            "lineAmountPointer",
            "金额位置",
            "Place of the amount",
            "有方向时的金额。",
            "The amount, where there is a side."),
        Setting.plain("mostRows", "结果行数上限", "Most rows")
            .help(
                "达到此行数时，结果可能没有给全，不予采信，10–5000。",
                "With so many rows a result may be cut and is not believed, 10 to 5000.")
            .orElse("1000")
            .accepting(matching("[1-9][0-9]{1,2}|[1-4][0-9]{3}|5000")));
  }

  private static Setting place(
      String key, String chinese, String english, String chineseHelp, String englishHelp) {
    return Setting.plain(key, chinese, english)
        .help(chineseHelp, englishHelp)
        .accepting(Condition::isPointer);
  }
}
