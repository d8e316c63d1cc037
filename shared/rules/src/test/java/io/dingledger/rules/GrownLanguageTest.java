package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Books about attendance and pay. */
class GrownLanguageTest {
  @Test
  void a_book_with_everything_that_pay_needs_has_no_finding() {
    assertEquals(List.of(), Books.findings(Books.workedText("pay")));
  }
}
