package io.dingledger.rules.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.rules.Checked;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBooks;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.Rule.Making;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers and truths stand for themselves where expressions of them are wanted. */
class BareConstantsTest {
  private static final String WRONG_SHAPE = "BOOK-WRONG-SHAPE";

  private static String worked() throws Exception {
    try (InputStream stream = BareConstantsTest.class.getResourceAsStream("/worked/pay.yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String changed(String old, String now) throws Exception {
    String text = worked();
    assertEquals(text.indexOf(old), text.lastIndexOf(old), old);
    return text.replace(old, now);
  }

  private static Making.Pay pay(String yaml, String rule) {
    Rule found =
        ReadBooks.read(yaml).book().rules().values().stream()
            .flatMap(List::stream)
            .filter(each -> each.name().equals(rule))
            .findFirst()
            .orElseThrow();
    return assertInstanceOf(Making.Pay.class, found.making());
  }

  private static List<String> codes(String yaml) {
    return switch (RuleBooks.check(yaml)) {
      case Checked.Valid(var book, List<Finding> warnings) -> codes(warnings);
      case Checked.Invalid(List<Finding> findings) -> codes(findings);
    };
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(finding -> finding.reason().code()).toList();
  }

  @Test
  void a_bare_number_is_read_to_the_letter() throws Exception {
    String bare =
        changed(
            "quantity: \"1\", rate: \"30.00\"",
            "quantity: 1, factor: 0.50, rate: 30.00, amount: 7");
    Making.Pay pay = pay(bare, "外勤补贴");
    assertEquals("1", pay.quantity().source());
    assertEquals("0.50", pay.factor().source());
    assertEquals("30.00", pay.rate().source());
    assertEquals("7", pay.amount().source());
    assertEquals(List.of(), codes(bare));
  }

  @Test
  void a_line_of_a_fixed_amount_needs_no_quotes() throws Exception {
    String bare =
        worked()
            .replace("工资费用, amount: group.amount", "工资费用, amount: 100")
            .replace("应付职工薪酬, amount: group.amount", "应付职工薪酬, amount: 100");
    assertEquals(codes(bare.replace("100", "\"100\"")), codes(bare));
    assertEquals(List.of(), ReadBooks.read(bare).findings());
  }

  @Test
  void tiers_of_a_fixed_number_need_no_quotes() throws Exception {
    String old = "of: years(person.hiredOn, day.date)";
    assertEquals(codes(changed(old, "of: \"5\"")), codes(changed(old, "of: 5")));
    assertEquals(List.of(), ReadBooks.read(changed(old, "of: 5")).findings());
  }

  @Test
  void numbers_that_yaml_and_expressions_read_differently_are_refused() throws Exception {
    for (String odd :
        List.of(
            "1e3", "1.5e+2", "010", "0x1F", "0o17", "1_000", "1:30", "+1", "5.", ".inf", "~1")) {
      List<String> codes = codes(changed("amount: 200.00", "amount: " + odd));
      assertEquals(1, codes.size(), odd + " " + codes);
    }
    for (String odd : List.of("1e+3", "010", "0x1F", "1_000", "true", "2026-01-01")) {
      assertEquals(List.of(WRONG_SHAPE), codes(changed("amount: 200.00", "amount: " + odd)), odd);
    }
  }

  @Test
  void a_number_of_too_many_digits_is_refused_as_in_an_expression() throws Exception {
    String digits = "1".repeat(35);
    assertEquals(
        codes(changed("amount: 200.00", "amount: \"" + digits + "\"")),
        codes(changed("amount: 200.00", "amount: " + digits)));
  }

  @Test
  void a_bare_truth_is_a_condition_that_says_nothing() throws Exception {
    String old = "when: month.迟到.times == 0";
    assertEquals(List.of("BOOK-CONDITION-ALWAYS"), codes(changed(old, "when: true")));
    assertEquals(List.of("BOOK-CONDITION-NEVER"), codes(changed(old, "when: false")));
    assertEquals(List.of(WRONG_SHAPE), codes(changed(old, "when: yes")));
    assertEquals(List.of(WRONG_SHAPE), codes(changed(old, "when: True")));
    assertEquals(List.of(WRONG_SHAPE), codes(changed(old, "when: 1")));
    String hold = "when: month.加班费.quantity + day.hours > 36";
    assertEquals(codes(changed(hold, "when: \"true\"")), codes(changed(hold, "when: true")));
  }

  @Test
  void codes_and_names_stay_texts() throws Exception {
    for (String[] change :
        new String[][] {
          {"code: \"2211.01\"", "code: 2211.01"},
          {"item: 全勤奖, quantity", "item: 1, quantity"},
          {"- name: 计提工资", "- name: 7"},
          {"summary: \"{group.item} {group.month}\"", "summary: 1"},
        }) {
      assertEquals(WRONG_SHAPE, codes(changed(change[0], change[1])).getFirst(), change[1]);
    }
  }
}
