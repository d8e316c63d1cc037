package io.dingledger.rules.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Form;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Amounts and days are read exactly as a pattern and java.time say, whatever somebody typed. */
class AnyFieldTextTest {
  private static final int ROUNDS = 50_000;
  private static final Pattern AMOUNT =
      Pattern.compile("([+-]?)¥?([+-]?)(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(\\.\\d{1,10})?元?");
  private static final String AMOUNT_SIGNS = "0123456789０９，．￥＋－,,,...+-¥元 e\u0000٣";

  /** The pattern's answer; full-width signs count as their plain ones. */
  private static Optional<BigDecimal> byPattern(String text) {
    StringBuilder plain = new StringBuilder();
    text.chars()
        .map(sign -> sign == '￥' ? '¥' : sign >= 0xFF01 && sign <= 0xFF5E ? sign - 0xFEE0 : sign)
        .forEach(sign -> plain.append((char) sign));
    Matcher matcher = AMOUNT.matcher(plain);
    if (text.length() > 40
        || !matcher.matches()
        || !matcher.group(1).isEmpty() && !matcher.group(2).isEmpty()) {
      return Optional.empty();
    }
    String fraction = Optional.ofNullable(matcher.group(4)).orElse("");
    String whole = matcher.group(3).replace(",", "");
    return Optional.of(new BigDecimal(matcher.group(1) + matcher.group(2) + whole + fraction));
  }

  private static Optional<BigDecimal> read(String text) {
    return AmountText.read(text) instanceof AmountText.Amount(BigDecimal number)
        ? Optional.of(number)
        : Optional.empty();
  }

  /** Mostly amounts, then damaged. */
  private static String amount(Random random) {
    StringBuilder text = new StringBuilder();
    text.append(pick(random, "", "", "+", "-", "－")).append(pick(random, "", "", "¥", "￥"));
    text.append(pick(random, "", "", "", "-"));
    for (int groups = random.nextInt(6); groups >= 0; groups--) {
      int digits = random.nextInt(8) == 0 ? random.nextInt(17) : 1 + random.nextInt(3);
      text.append("123456789012345678", 0, digits).append(pick(random, "", ",", ",", "，"));
    }
    text.append(pick(random, "", ".", ".5", ".50", "．05", ".12345678901"));
    text.append(pick(random, "", "", "元"));
    for (int damages = random.nextInt(3); damages > 0 && !text.isEmpty(); damages--) {
      int at = random.nextInt(text.length());
      char sign = AMOUNT_SIGNS.charAt(random.nextInt(AMOUNT_SIGNS.length()));
      text.replace(at, at + random.nextInt(2), String.valueOf(sign));
    }
    return text.toString();
  }

  private static String pick(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  @Test
  void amounts_are_those_that_the_pattern_fits() {
    Random random = new Random(4);
    int readable = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text = amount(random);
      Optional<BigDecimal> expected = byPattern(text);
      assertEquals(expected, read(text), text);
      readable += expected.isPresent() ? 1 : 0;
    }
    assertTrue(readable > ROUNDS / 100 && readable < ROUNDS * 19 / 20, readable + " readable");
  }

  private static Optional<LocalDate> day(String text) {
    Form.Component component = new Form.Component("", "", "日期", "", text, List.of(), List.of());
    FormField field = new FormField("date", FormField.Content.DATE, false);
    Fact fact =
        new FieldReader("CNY")
            .read(new FieldReader.Found.One(component, "by name 日期"), field, "日期", Where.HEADER);
    return fact instanceof Fact.Given(Value.Day(LocalDate day), String origin, boolean filled)
        ? Optional.of(day)
        : Optional.empty();
  }

  private static Optional<LocalDate> byJava(String typed) {
    String text = typed.strip();
    boolean fits = text.length() == 10 || text.length() > 10 && " T".indexOf(text.charAt(10)) >= 0;
    try {
      return fits ? Optional.of(LocalDate.parse(text.substring(0, 10))) : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  @Test
  void days_are_those_that_java_time_reads() {
    Random random = new Random(5);
    int readable = 0;
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text =
          new StringBuilder(
              "%s%04d-%02d-%02d%s"
                  .formatted(
                      pick(random, "", "", "", "+", "-"),
                      random.nextInt(10_000),
                      random.nextInt(14),
                      random.nextInt(33),
                      pick(random, "", "", " 09:30", "T09:30", "x")));
      if (random.nextInt(3) == 0) {
        int at = random.nextInt(text.length());
        text.replace(at, at + random.nextInt(2), pick(random, "0", "-", "/", "９", "٣", " ", ""));
      }
      Optional<LocalDate> expected = byJava(text.toString());
      assertEquals(expected, day(text.toString()), text.toString());
      readable += expected.isPresent() ? 1 : 0;
    }
    assertTrue(readable > ROUNDS / 100 && readable < ROUNDS * 19 / 20, readable + " readable");
  }
}
