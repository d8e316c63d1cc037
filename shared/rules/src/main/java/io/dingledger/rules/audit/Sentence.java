package io.dingledger.rules.audit;

import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Explanation.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * An explanation as a sentence that an accountant can check with a calculator: values with their
 * names beside them, for example {@code 150.00 = 2（当日小时 day.hours）× 1.5（overtimeFactor.factor） ×
 * 50.00（wage.hour）}.
 *
 * @param chinese in Chinese
 * @param english in English
 */
public record Sentence(String chinese, String english) {
  private static final int MOST_SHOWN = 6;

  /** The sentence of a pay item: of its amount or, where it only counts, of its quantity. */
  public static Sentence of(PayItem item) {
    Explanation why = item.explanation();
    if (item.sign() != PaySign.NONE) {
      return of(why, why.result().plain(), why.result().plain());
    }
    String quantity = item.quantity().abs().stripTrailingZeros().toPlainString();
    return of(
        why,
        quantity + " " + item.unit().chinese(),
        quantity + " " + item.unit().word() + (quantity.equals("1") ? "" : "s"));
  }

  /** The sentence of an explanation; its arithmetic as it stands where it cannot be followed. */
  public static Sentence of(Explanation explanation) {
    return of(explanation, explanation.result().plain(), explanation.result().plain());
  }

  private static Sentence of(Explanation explanation, String chinese, String english) {
    List<Word> words;
    try {
      words = Words.of(explanation);
    } catch (CannotFollow unclear) {
      String plain = " = " + explanation.arithmetic();
      return new Sentence(chinese + plain, english + plain);
    }
    return new Sentence(
        chinese + " = " + text(words, true) + rounded(explanation, true),
        english + " = " + text(words, false) + rounded(explanation, false));
  }

  private static String text(List<Word> words, boolean chinese) {
    StringBuilder text = new StringBuilder();
    boolean operand = false;
    for (int index = 0; index < words.size(); index++) {
      Word word = words.get(index);
      switch (word) {
        case Word.Named(Input input) -> text.append(named(input, chinese));
        case Word.Other(String name) -> text.append(chinese ? function(name) : name);
        case Word.Sign(String sign) -> text.append(operator(sign, operand));
        case Word.Number number -> text.append(number.text());
        case Word.Quoted quoted -> text.append(quoted.text());
        case Word.End end -> {}
      }
      operand = !(word instanceof Word.Sign(String sign)) || sign.equals(")");
    }
    return text.toString();
  }

  private static String named(Input input, boolean chinese) {
    Optional<Labels.Label> label = Labels.of(input.name());
    return chinese
        ? input.value()
            + "（"
            + label.map(known -> known.chinese() + " ").orElse("")
            + input.name()
            + "）"
        : input.value()
            + " ("
            + label.map(known -> known.english() + ", ").orElse("")
            + input.name()
            + ")";
  }

  private static String operator(String sign, boolean behindOperand) {
    return switch (sign) {
      case "*" -> " × ";
      case "/" -> " ÷ ";
      case "%" -> " mod ";
      case "+" -> " + ";
      case "-" -> behindOperand ? " − " : "−";
      case "," -> ", ";
      default -> sign;
    };
  }

  private static String function(String name) {
    return switch (name) {
      case "round" -> "舍入";
      case "floor" -> "向下取整";
      case "ceil" -> "向上取整";
      case "floorTo" -> "向下取整到";
      case "ceilTo" -> "向上取整到";
      case "abs" -> "绝对值";
      case "min" -> "较小者";
      case "max" -> "较大者";
      case "years" -> "满年数";
      case "months" -> "满月数";
      case "days" -> "天数";
      case "hours" -> "小时数";
      case "minutes" -> "分钟数";
      default -> name;
    };
  }

  /** What was rounded away, if anything was. */
  private static String rounded(Explanation explanation, boolean chinese) {
    BigDecimal result = explanation.result().amount();
    Optional<BigDecimal> exact = Recomputation.unrounded(explanation);
    if (exact.isEmpty() || result.signum() == 0 || exact.get().compareTo(result) == 0) {
      return "";
    }
    BigDecimal number = exact.get().stripTrailingZeros();
    String shown =
        number.scale() <= MOST_SHOWN
            ? number.toPlainString()
            : number.setScale(MOST_SHOWN, RoundingMode.DOWN).toPlainString() + "…";
    String[] parts = explanation.rounding().split(" ");
    String places = parts[parts.length - 1];
    return chinese
        ? " = " + shown + "，" + rounding(parts[0], true) + " " + places + " 位小数"
        : " = " + shown + ", " + rounding(parts[0], false) + " " + places + " decimals";
  }

  private static String rounding(String mode, boolean chinese) {
    return switch (mode) {
      case "HALF_UP" -> chinese ? "四舍五入到" : "rounded half up to";
      case "HALF_EVEN" -> chinese ? "四舍六入五成双到" : "rounded half even to";
      case "DOWN" -> chinese ? "舍去至" : "cut to";
      case "UP" -> chinese ? "进位至" : "rounded up to";
      default -> chinese ? "舍入到" : "rounded to";
    };
  }
}
