package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.Directory;
import io.dingledger.model.voucher.Voucher;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a form holds, translating it never throws, and what is posted balances. */
class AnyDocumentTest {
  private static final List<String> NAMES =
      List.of(
          "费用类型", "金额", "税额", "日期", "备注", "币种", "附件张数", "总金额", "报销明细", "", "别的", "费用日期", "发票类型");
  private static final List<String> VALUES =
      List.of(
          "",
          "null",
          "[]",
          "差旅费",
          "出差",
          "火车票",
          "餐费",
          "100",
          "100.00",
          "1,000.00",
          "-5",
          "0",
          "1e999999999",
          "99999999999999999",
          "￥１２．５０",
          "2026-03-01",
          "2025-05-05 09:00",
          "0000-00-00",
          "+999999999-12-31",
          "人民币",
          "USD",
          "{",
          "}}",
          "\u0000",
          "𠮷".repeat(50),
          "[\"A\",\"B\"]",
          "12.345",
          "国际",
          "NaN",
          "٣",
          "5元");

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private enum Outcome {
    POSTED,
    HELD,
    IGNORED
  }

  @Test
  void random_documents_are_posted_balanced_or_held_with_reasons_or_ignored() {
    Random random = new Random(42);
    List<RuleBook> books = List.of(Books.valid(Books.small()), Books.pack());
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int round = 0; round < 3_000; round++) {
      Approvals approval = random(random);
      Translation translation = approval.by(books.get(round % 2));
      assertEquals(translation, approval.by(books.get(round % 2)), "the same twice");
      outcomes.merge(outcome(translation), 1, Integer::sum);
    }
    assertTrue(outcomes.keySet().containsAll(List.of(Outcome.values())), outcomes.toString());
  }

  private static Outcome outcome(Translation translation) {
    return switch (translation) {
      case Translation.Vouchers(var document, List<Voucher> vouchers) -> {
        vouchers.forEach(voucher -> assertEquals(voucher.debit(), voucher.credit()));
        yield Outcome.POSTED;
      }
      case Translation.Held(String kind, var document, var reasons) -> {
        assertFalse(reasons.isEmpty());
        assertTrue(document.isPresent());
        assertEquals(reasons.size(), reasons.stream().distinct().count());
        reasons.forEach(
            reason -> assertFalse(PLACE.matcher(reason.chinese()).find(), reason.chinese()));
        reasons.forEach(
            reason -> assertFalse(PLACE.matcher(reason.english()).find(), reason.english()));
        yield Outcome.HELD;
      }
      case Translation.Ignored(var document, var reason) -> Outcome.IGNORED;
    };
  }

  private static Approvals random(Random random) {
    boolean nearlyGood = random.nextInt(3) > 0;
    String amount = nearlyGood ? "100.00" : pick(random, VALUES);
    Approvals approval =
        Approvals.claim(nearlyGood ? "100.00" : pick(random, VALUES))
            .processCode(pick(random, List.of("PROC-1", "PROC-1", "PROC-EXPENSE", "", "x")));
    for (int more = random.nextInt(3); more > 0; more--) {
      approval.with(Approvals.cell(pick(random, NAMES), pick(random, VALUES)));
    }
    if (random.nextInt(10) == 0) {
      approval.finishedAt(
          random.nextBoolean() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(-1L << 35)));
    }
    if (random.nextInt(10) == 0) {
      approval.action(Action.values()[random.nextInt(3)]);
      approval.directory(new Directory(Map.of(), Map.of()));
    }
    approval.row("费用类型", nearlyGood ? "出差" : pick(random, VALUES), "金额", amount);
    for (int row = random.nextInt(nearlyGood ? 2 : 4); row > 0; row--) {
      approval.row(
          pick(random, NAMES), pick(random, VALUES), pick(random, NAMES), pick(random, VALUES));
    }
    return approval;
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  @Test
  void a_form_without_anything_is_held() {
    Translation translation = new Approvals().withoutTable().by(Books.valid(Books.small()));
    assertEquals(Outcome.HELD, outcome(translation));
  }
}
