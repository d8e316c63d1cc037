package io.dingledger.rules.simulation;

import static io.dingledger.rules.simulation.Company.claim;
import static io.dingledger.rules.simulation.Company.documents;
import static io.dingledger.rules.simulation.Company.overtime;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.simulation.Outcome.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SimulationDiffTest {
  private static final List<CaseDocument> CASES =
      documents(
          claim("taxi", "2026-03-30", "出租车", "40.00"),
          claim("unknown", "2026-03-30", "按摩", "60.00"),
          overtime("evening", "zhang", "2026-03-31", 2));

  /** What another book changes, in which one text stands for another. */
  private static SimulationDiff diff(String text, String other) {
    assertTrue(Company.text().contains(text), text);
    return SimulationDiff.of(
        Company.run(CASES), Company.run(Company.book(Company.text().replace(text, other)), CASES));
  }

  private static <T> String shown(Change<T> change, Function<T, String> words) {
    return change.before().map(words).orElse("—") + " → " + change.after().map(words).orElse("—");
  }

  private static String line(VoucherLine line) {
    return line.side() + " " + line.account() + " " + line.amount().plain();
  }

  private static String item(PayItem item) {
    return item.item() + " " + item.quantity() + " " + item.amount().plain();
  }

  private static String total(AccountTotal total) {
    return total.account() + " " + total.debit().plain() + " " + total.credit().plain();
  }

  private static List<String> accounts(SimulationDiff diff) {
    return diff.accounts().stream()
        .map(change -> shown(change, SimulationDiffTest::total))
        .toList();
  }

  @Test
  void the_same_book_changes_nothing() {
    SimulationDiff diff = diff("name: 模拟用", "name: 另一名称");
    assertTrue(diff.isEmpty());
    assertEquals(3, diff.same());
  }

  @Test
  void another_way_to_the_same_money_is_no_difference() {
    assertTrue(diff("amount: line.amount }", "amount: line.amount * 2 / 2 }").isEmpty());
  }

  @Test
  void another_rate_changes_the_item_and_the_months_voucher() {
    SimulationDiff diff = diff("amount: 50.00", "amount: 60.00");
    assertEquals(List.of("case#3"), diff.documents().stream().map(DocumentChange::name).toList());
    assertEquals(
        "加班费 2 150.00 → 加班费 2 180.00",
        shown(diff.documents().getFirst().items().getFirst(), SimulationDiffTest::item));
    assertEquals(
        List.of(
            "DEBIT 6602.11 150.00 → DEBIT 6602.11 180.00",
            "CREDIT 2211.01 150.00 → CREDIT 2211.01 180.00"),
        diff.months().getFirst().lines().stream()
            .map(change -> shown(change, SimulationDiffTest::line))
            .toList());
    assertEquals(
        List.of(
            "2211.01 0.00 150.00 → 2211.01 0.00 180.00",
            "6602.11 150.00 0.00 → 6602.11 180.00 0.00"),
        accounts(diff));
    assertEquals("加班费", diff.payItems().getFirst().after().orElseThrow().item());
    assertEquals(2, diff.same());
  }

  @Test
  void another_account_changes_the_line() {
    SimulationDiff diff = diff("\"6602.03\"", "\"6602.05\"");
    assertEquals(
        List.of("DEBIT 6602.03 40.00 → DEBIT 6602.05 40.00"),
        diff.documents().getFirst().lines().stream()
            .map(change -> shown(change, SimulationDiffTest::line))
            .toList());
    assertEquals(List.of("6602.03 40.00 0.00 → —", "— → 6602.05 40.00 0.00"), accounts(diff));
  }

  @Test
  void a_document_that_is_held_no_more_shows_both_fates() {
    SimulationDiff diff = diff("match: 出租车", "match: [出租车, 按摩]");
    DocumentChange change = diff.documents().getFirst();
    assertEquals(Optional.of(State.HELD), change.outcome().before().map(Outcome::state));
    assertEquals(Optional.of(State.VOUCHERS), change.outcome().after().map(Outcome::state));
    assertEquals(
        List.of("— → DEBIT 6602.03 60.00", "— → CREDIT 2241 60.00"),
        change.lines().stream().map(each -> shown(each, SimulationDiffTest::line)).toList());
    assertFalse(change.headers());
  }

  @Test
  void other_words_on_the_voucher_are_a_difference() {
    SimulationDiff diff = diff("\"报销 {claim.businessId}\"", "\"费用 {claim.businessId}\"");
    assertTrue(diff.documents().getFirst().headers());
    assertEquals(2, diff.documents().getFirst().lines().size());
    assertTrue(diff.accounts().isEmpty());
  }

  @Test
  void lines_that_only_one_side_has_are_removed_or_added() {
    Matching<String> matching = new Matching<>(text -> text, List.of(text -> text.charAt(0)));
    assertEquals(
        List.of(Change.changed("b1", "b2"), Change.removed("c1"), Change.added("d1")),
        matching.changes(List.of("a1", "b1", "c1", "a1"), List.of("d1", "b2", "a1", "a1")));
  }
}
