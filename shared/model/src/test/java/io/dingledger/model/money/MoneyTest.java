package io.dingledger.model.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void alwaysHasTheScaleOfItsCurrency() {
    assertEquals("12.50", Money.of("12.5", "CNY").plain());
    assertEquals("12", Money.of("12.00", "JPY").plain());
    assertEquals(Money.of("12.5", "CNY"), Money.of("12.500", "CNY"));
  }

  @Test
  void refusesMoreDecimalsThanTheCurrencyHas() {
    assertThrows(IllegalArgumentException.class, () -> Money.of("0.001", "CNY"));
    assertThrows(IllegalArgumentException.class, () -> Money.of("0.5", "JPY"));
    assertThrows(IllegalArgumentException.class, () -> Money.of("1", "XXZ"));
  }

  @Test
  void isRoundedOnceAndByTheNamedMode() {
    BigDecimal half = new BigDecimal("0.125");
    assertEquals("0.13", Money.rounded(half, "CNY", RoundingMode.HALF_UP).plain());
    assertEquals("0.12", Money.rounded(half, "CNY", RoundingMode.HALF_EVEN).plain());
  }

  @Test
  void addsUpExactly() {
    Money sum = Money.zero("CNY");
    for (int i = 0; i < 10; i++) {
      sum = sum.plus(Money.of("0.10", "CNY"));
    }
    assertEquals(Money.of("1.00", "CNY"), sum);
    assertTrue(sum.minus(sum).isZero());
    assertTrue(sum.negated().isNegative());
  }

  @Test
  void twoCurrenciesDoNotAddUp() {
    Money yuan = Money.of("1", "CNY");
    assertThrows(IllegalArgumentException.class, () -> yuan.plus(Money.of("1", "HKD")));
    assertThrows(IllegalArgumentException.class, () -> yuan.compareTo(Money.of("1", "HKD")));
  }
}
