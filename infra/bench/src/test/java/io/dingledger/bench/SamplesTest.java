package io.dingledger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.rules.Translation;
import io.dingledger.rules.audit.Verdict;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.simulation.Outcome;
import io.dingledger.rules.simulation.SimulationReport;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured is what is said to be measured. */
class SamplesTest {
  @ParameterizedTest
  @EnumSource(Samples.Others.class)
  void a_claim_of_five_rows_becomes_a_voucher_of_eight_lines(Samples.Others others) {
    Translation.Vouchers made =
        assertInstanceOf(
            Translation.Vouchers.class,
            Samples.translate(Samples.book(20, others), Samples.claim(3)));
    assertEquals(1, made.vouchers().size());
    assertEquals(8, made.vouchers().getFirst().lines().size());
  }

  @Test
  void a_simulation_agrees_with_every_line() {
    SimulationReport report =
        Samples.simulate(
            Samples.book(20, Samples.Others.OTHER_KIND),
            List.of(Samples.document(1), Samples.document(2)));
    for (Outcome outcome : report.documents()) {
      assertEquals(8, outcome.lineVerdicts().size());
      outcome.lineVerdicts().forEach(line -> assertInstanceOf(Verdict.Agrees.class, line));
    }
    assertEquals(2, report.documents().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        Wages.FACTORS + " | 271.5300",
        Wages.TIERS + " | 289.653",
        Wages.ROUNDED + " | 181.02"
      })
  void a_rule_pays(String source, String expected) {
    assertEquals(expected, value(source));
  }

  @Test
  void a_condition_holds() {
    assertEquals("true", value(Wages.CONDITION));
  }

  private static String value(String source) {
    Formula formula = Wages.formula(source);
    return formula.value(new Wages(), RoundingMode.HALF_UP).plain();
  }
}
