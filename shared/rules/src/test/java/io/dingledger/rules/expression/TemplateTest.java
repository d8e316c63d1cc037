package io.dingledger.rules.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts with expressions in braces. */
class TemplateTest {
  private static String filled(String source) {
    return assertInstanceOf(
            Template.Read.Good.class, Template.read(source, Samples.VOCABULARY), source)
        .template()
        .fill(Samples.FACTS, RoundingMode.HALF_UP);
  }

  private static List<Mistake> mistakes(String source) {
    return assertInstanceOf(
            Template.Read.Bad.class, Template.read(source, Samples.VOCABULARY), source)
        .mistakes();
  }

  @Test
  void values_are_written_as_people_write_them() {
    assertEquals("报销ab 10.00 2026-03-31 2h30m true", filled("{t} {a} {d} {nap} {a > b}"));
    assertEquals("{10.00} }", filled("{{{a}}} }}"));
  }

  @Test
  void the_text_is_one_line() {
    assertEquals("a b 10.00", filled(" \t a\n\r\0  b \u2028\u3000{a}\n "));
    assertEquals("\u00a0𠮷 x", filled("\u00a0𠮷 {' '} x"));
    assertEquals("", filled("{''} \n"));
  }

  @Test
  void mistakes_have_their_place_in_the_whole() {
    assertEquals(List.of(5, 12), mistakes("ab {(} {1 + t}").stream().map(Mistake::at).toList());
    assertEquals(3, mistakes("ab {a").getFirst().at());
    assertEquals(3, mistakes("ab }").getFirst().at());
  }

  @Test
  void what_cannot_be_read_ends_the_filling() {
    assertThrows(CannotEvaluate.class, () -> filled("x {gone}"));
  }
}
