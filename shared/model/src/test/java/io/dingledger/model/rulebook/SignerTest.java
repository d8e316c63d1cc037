package io.dingledger.model.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"Li", " li ", "LI", "l\u200bi", "ｌｉ", "\u3000Li\u00a0", "\ufeffli", "li\ufe0f"})
  void onePersonHoweverTheIdentifierIsTyped(String typed) {
    assertEquals(signer("li"), signer(typed));
    assertEquals(signer("li").hashCode(), signer(typed).hashCode());
  }

  @Test
  void blanksWithinCountAsOne() {
    assertEquals(signer("wang wu"), signer("Wang \t Wu"));
    assertEquals(signer("ren\u00e9"), signer("rene\u200d\u0301"), "an accent however it is typed");
  }

  @Test
  void differentPeopleStayDifferent() {
    assertNotEquals(signer("li"), signer("li1"));
    assertNotEquals(signer("li"), signer("l i"));
    assertNotEquals(signer("李"), signer("王"));
  }

  @Test
  void isShownAsItWasTyped() {
    assertEquals("Li Si", signer("  Li  Si ").id());
  }

  @Test
  void nobodyIsNoPerson() {
    for (String none :
        List.of("", " ", "\u200b\u200d", "\u3000", "\u3164", "a\u0000b", "x".repeat(65))) {
      assertEquals(Optional.empty(), Signer.of(none));
    }
    assertEquals(64, signer("x".repeat(64)).id().length());
  }

  private static Signer signer(String id) {
    return Signer.of(id).orElseThrow();
  }
}
