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

  private static final List<String> CODES =
      List.of("", "PROC-ANY", "PROC-PURCHASE", "PROC-INVOICE", "PROC-LEAVE");
  private static final List<String> CATEGORIES =
      List.of(
          "",
          "dingtalk.businessFinance.payment",
          "dingtalk.businessFinance.receivable",
          "dingtalk.businessFinance.reserve",
          "dingtalk.businessFinance.reserveVerification",
          "attendance.batchovertime");
  private static final List<String> LABELS =
      List.of(
          "付款金额", "收款方", "供应商", "付款日期", "采购总额", "税额合计", "应收金额", "客户", "到期日", "价税合计", "税额", "借款金额",
          "预计归还日期", "实际支出", "冲抵借款", "关联借款单");
  private static final Map<String, String> GOOD =
      Map.of(
          "供应商", "上海明远贸易",
          "客户", "远景科技",
          "付款日期", "2026-04-02",
          "到期日", "2026-04-02",
          "预计归还日期", "2026-04-02",
          "税额合计", "",
          "税额", "");
  private static final List<String> TABLES = List.of("支出明细", "采购明细", "销售明细", "");

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

  @Test
  void random_documents_of_every_kind_are_posted_balanced_or_held_with_reasons() {
    Random random = new Random(43);
    List<RuleBook> books = Books.WORKED.stream().map(Books::worked).toList();
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int round = 0; round < 5_000; round++) {
      Approvals approval = Approvals.of(pick(random, CODES)).category(pick(random, CATEGORIES));
      boolean nearlyGood = random.nextInt(3) > 0;
      for (String name : LABELS) {
        if (random.nextInt(4) > 0) {
          approval.with(name, nearlyGood ? GOOD.getOrDefault(name, "1") : pick(random, VALUES));
        }
      }
      approval.table(Approvals.cell(pick(random, TABLES), random.nextInt(9) == 0 ? "x" : ""));
      for (int row = random.nextInt(3); row > 0; row--) {
        approval.row("费用类型", "餐补", "金额", "1", "税额", pick(random, VALUES), "品名", "铜线");
      }
      if (random.nextInt(5) == 0) {
        approval.suite(Readings.of(Readings.overtime(random.nextBoolean())));
      }
      for (RuleBook book : books) {
        Translation translation = approval.by(book);
        assertEquals(translation, approval.by(book), "the same twice");
        outcomes.merge(outcome(translation), 1, Integer::sum);
      }
    }
    assertTrue(outcomes.keySet().containsAll(List.of(Outcome.values())), outcomes.toString());
    assertTrue(outcomes.get(Outcome.POSTED) > 300, outcomes.toString());
  }

  private static Outcome outcome(Translation translation) {
    return switch (translation) {
      case Translation.Vouchers(var document, List<Voucher> vouchers) -> {
        vouchers.forEach(voucher -> assertEquals(voucher.debit(), voucher.credit()));
        yield Outcome.POSTED;
      }
      case Translation.Accrued accrued -> throw new AssertionError(accrued.toString());
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
