package io.dingledger.rules;

import static io.dingledger.rules.Approvals.claim;
import static io.dingledger.rules.TranslationTest.lines;
import static io.dingledger.rules.TranslationTest.voucher;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of the pack for general taxpayers. */
class PackTest {
  private static final RuleBook PACK = Books.pack();

  private static Approvals pack(String total) {
    return claim(total).processCode("PROC-EXPENSE");
  }

  private static List<String> first(String category, String amount, String... more) {
    List<String> row = new ArrayList<>(List.of("费用类型", category, "金额", amount));
    row.addAll(List.of(more));
    return lines(voucher(pack(amount).row(row.toArray(String[]::new)), PACK));
  }

  @Test
  void a_rail_ticket_of_545_has_45_of_tax_while_the_formula_is_valid() {
    assertEquals(
        List.of("DEBIT 6602.01 500.00", "DEBIT 2221.01.01 45.00", "CREDIT 2241 545.00"),
        first("火车票", "545.00", "费用日期", "2025-09-30"));
  }

  @Test
  void a_rail_ticket_after_that_has_the_tax_that_it_states() {
    assertEquals(
        List.of("DEBIT 6602.01 500.01", "DEBIT 2221.01.01 44.99", "CREDIT 2241 545.00"),
        first("火车票", "545.00", "费用日期", "2025-10-01", "税额", "44.99"));
    assertEquals(
        List.of("DEBIT 6602.01 545.00", "CREDIT 2241 545.00"),
        first("火车票", "545.00", "费用日期", "2025-10-01"));
  }

  @Test
  void a_flight_of_1000_and_90_surcharge_and_50_airport_fund_has_90_of_tax() {
    assertEquals(
        List.of("DEBIT 6602.01 1050.00", "DEBIT 2221.01.01 90.00", "CREDIT 2241 1140.00"),
        first("机票", "1140.00", "费用日期", "2025-01-05", "民航发展基金", "50.00"));
  }

  @Test
  void a_bus_ticket_of_103_has_3_of_tax() {
    assertEquals(
        List.of("DEBIT 6602.01 100.00", "DEBIT 2221.01.01 3.00", "CREDIT 2241 103.00"),
        first("汽车票", "103.00", "费用日期", "2025-12-31"));
  }

  @Test
  void a_hotel_bill_has_its_tax_deducted_with_a_special_invoice_only() {
    assertEquals(
        List.of("DEBIT 6602.01 300.00", "DEBIT 2221.01.01 18.00", "CREDIT 2241 318.00"),
        first("住宿费", "318.00", "税额", "18", "发票类型", "增值税专用发票"));
    assertEquals(
        List.of("DEBIT 6602.01 318.00", "CREDIT 2241 318.00"),
        first("住宿费", "318.00", "税额", "18", "发票类型", "增值税普通发票"));
  }

  @Test
  void meals_and_staff_welfare_never_have_tax_deducted() {
    assertEquals(
        List.of("DEBIT 6602.04 106.00", "CREDIT 2241 106.00"),
        first("餐费", "106.00", "税额", "6.00", "发票类型", "增值税专用发票"));
    assertEquals(
        List.of("DEBIT 2211.02 106.00", "CREDIT 2241 106.00"),
        first("团建费", "106.00", "税额", "6.00", "发票类型", "增值税专用发票"));
  }

  @Test
  void an_international_trip_waits_for_a_person() {
    Translation held =
        pack("5000").row("费用类型", "机票", "金额", "5000", "费用日期", "2025-01-05", "备注", "国际航班").by(PACK);
    assertEquals(
        "第 1 行：符合规则簿的待审条件“可能是国际行程，不能按公式抵扣进项税”。规则簿规定此类单据须人工审核。",
        assertInstanceOf(Translation.Held.class, held).reasons().getFirst().chinese());
  }

  @Test
  void a_ticket_without_a_day_waits_for_a_person() {
    Translation held = pack("545").row("费用类型", "火车票", "金额", "545").by(PACK);
    assertEquals(
        List.of(HoldReason.FIELD_MISSING.code()),
        assertInstanceOf(Translation.Held.class, held).reasons().stream()
            .map(reason -> reason.code())
            .toList());
  }
}
