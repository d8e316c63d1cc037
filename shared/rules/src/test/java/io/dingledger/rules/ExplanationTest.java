package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.audit.Recomputation;
import io.dingledger.rules.audit.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every line can be argued with: its explanation alone gives its amount. */
class ExplanationTest {
  private static final List<String> CATEGORIES =
      List.of("火车票", "机票", "汽车票", "住宿费", "打车费", "餐费", "办公用品");

  @Test
  void each_lines_amount_can_be_recomputed_from_its_explanation_alone() {
    Random random = new Random(20260321);
    int lines = 0;
    for (int round = 0; round < 500; round++) {
      Voucher voucher = TranslationTest.voucher(randomClaim(random), Books.pack());
      for (VoucherLine line : voucher.lines()) {
        assertEquals(new Verdict.Agrees(), Recomputation.of(line), line.explanation().toString());
        assertEquals(line.amount(), line.explanation().result());
        assertEquals("v7", line.explanation().ruleBookVersion());
        lines++;
      }
    }
    assertTrue(lines > 2000, "only " + lines);
  }

  private static Approvals randomClaim(Random random) {
    BigDecimal total = BigDecimal.ZERO;
    int rows = 1 + random.nextInt(6);
    String[][] cells = new String[rows][];
    for (int row = 0; row < rows; row++) {
      BigDecimal amount = BigDecimal.valueOf(1000 + random.nextInt(100_000), 2);
      total = total.add(amount);
      String tax = random.nextBoolean() ? "" : BigDecimal.valueOf(random.nextInt(90), 2).toString();
      cells[row] =
          new String[] {
            "费用类型",
            CATEGORIES.get(random.nextInt(CATEGORIES.size())),
            "金额",
            amount.toString(),
            "税额",
            tax,
            "民航发展基金",
            random.nextInt(3) == 0 ? "5.00" : "",
            "发票类型",
            random.nextBoolean() ? "增值税专用发票" : "普通发票",
            "费用日期",
            "202" + random.nextInt(3, 7) + "-0" + (1 + random.nextInt(9)) + "-15"
          };
    }
    Approvals approval = Approvals.claim(total.toString()).processCode("PROC-EXPENSE");
    for (String[] row : cells) {
      approval.row(row);
    }
    return approval;
  }

  @Test
  void inputs_name_the_row_the_label_and_how_the_component_was_found() {
    Explanation explanation =
        TranslationTest.voucher(
                Approvals.claim("1140.00")
                    .processCode("PROC-EXPENSE")
                    .row("费用类型", "机票", "金额", "1140.00", "费用日期", "2025-01-05", "民航发展基金", "50"),
                Books.pack())
            .lines()
            .get(1)
            .explanation();
    assertEquals("费用与进项税", explanation.rule());
    assertEquals(
        "round((line.amount - line.untaxed) / (1 + passengerTransport.air)"
            + " * passengerTransport.air, 2)",
        explanation.arithmetic());
    assertEquals("HALF_UP 2", explanation.rounding());
    assertEquals(
        List.of(
            new Explanation.Input("line.category", "机票", "Row 1, 费用类型 (by name 费用类型)"),
            new Explanation.Input("line.date", "2025-01-05", "Row 1, 费用日期 (by name 费用日期)"),
            new Explanation.Input("line.amount", "1140.00", "Row 1, 金额 (by name 金额)"),
            new Explanation.Input("line.untaxed", "50.00", "Row 1, 民航发展基金 (by name 民航发展基金)"),
            new Explanation.Input(
                "passengerTransport.air",
                "0.09",
                "tables, passengerTransport.air, 2019-04-01–2025-09-30")),
        explanation.inputs());
  }
}
