package io.dingledger.ledgers.connector;

import static io.dingledger.ledgers.Patterns.matching;

import io.dingledger.ledgers.LedgerDescription.Named;
import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import java.util.List;
import java.util.stream.Stream;

/** The part of the form that says what answers to a sent voucher mean. */
final class AnswerForm {
  private static final int LONGEST_LINES = 4_000;

  private AnswerForm() {}

  static List<Setting> settings() {
    return Stream.concat(success().stream(), refusals().stream()).toList();
  }

  private static List<Setting> success() {
    return List.of(
        Setting.plain("successStatus", "成功的状态码", "Statuses of success")
            .help("以逗号分隔的 HTTP 状态码。", "HTTP statuses, separated by commas.")
            .orElse("200,201")
            .accepting(matching("2[0-9]{2}(,2[0-9]{2}){0,9}")),
        tests("successTests", "成功条件", "Success")
            .help(
                "全部满足才算成功，每行一个，如 /code equals 0。",
                "All must hold, one on each line, like /code equals 0.")
            .lines(LONGEST_LINES)
            .required(Requirement.ALWAYS),
        pointer("idPointer", "凭证 ID 位置", "Place of the id")
            .help(
                "成功答复中凭证 ID 的位置，如 /data/id；没有 ID 的成功算结果未知。",
                "Where a success names the voucher's id, like /data/id; without one the outcome is"
                    + " unknown.")
            .accepting(Condition::isPointer)
            .required(Requirement.ALWAYS),
        pointer("numberPointer", "凭证号位置", "Place of the number")
            .help("凭证号的位置。", "Where the voucher's number stands.")
            .accepting(Condition::isPointer),
        pointer("wordsPointer", "提示文字位置", "Place of the words")
            .help("拒绝原因的位置，会显示给处理人。", "Where a refusal's reason stands; a person sees it.")
            .accepting(Condition::isPointer));
  }

  private static List<Setting> refusals() {
    return List.of(
        refusal("repeatTests", "已存在", "Repeated", "答复表示同一关键字已经存在。", "The key is there already."),
        refusal(
            "closedPeriodTests", "期间已结账", "Closed period", "答复表示期间已结账。", "The period is closed."),
        refusal("throttleTests", "调用过多", "Throttled", "答复表示调用过于频繁。", "There are too many calls."),
        refusal(
            "configTests",
            "连接有误",
            "Wrong connection",
            "答复表示密钥、权限或账套有误。",
            "Credentials, rights or the book are wrong."),
        refusal(
            "refusalTests",
            "凭证被拒",
            "Refused",
            "答复表示凭证内容被拒、确定没有记账。",
            "The voucher's content is refused and surely not booked."));
  }

  private static Setting refusal(
      String key, String chinese, String english, String chineseHelp, String englishHelp) {
    return tests(key, chinese, english)
        .help(chineseHelp + "任一满足即可，每行一个。", englishHelp + " Any of them, one on each line.")
        .lines(LONGEST_LINES);
  }

  private static Named tests(String key, String chinese, String english) {
    return Setting.plain(key, chinese + "判断", english + ": tests");
  }

  private static Named pointer(String key, String chinese, String english) {
    return Setting.plain(key, chinese, english);
  }
}
