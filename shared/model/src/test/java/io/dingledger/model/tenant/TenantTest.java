package io.dingledger.model.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTest {
  @Test
  void twinNamesAreDifferentTenants() {
    assertNotEquals(Tenant.verified("a"), Tenant.verified("A"));
    assertNotEquals(Tenant.verified("a"), Tenant.verified("a#b"));
    assertEquals(Tenant.verified("a#b"), Tenant.verified("a#b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b"})
  void blankOrControlCharactersAreNoTenant(String id) {
    assertThrows(IllegalArgumentException.class, () -> Tenant.verified(id));
  }

  @Test
  void anOverlongIdentifierIsNoTenant() {
    String longest = "a".repeat(Tenant.LONGEST_ID);
    assertEquals(longest, Tenant.verified(longest).id());
    assertThrows(IllegalArgumentException.class, () -> Tenant.verified(longest + "a"));
  }

  @Test
  void aSecretNeverPrintsItself() {
    Secret secret = Secret.of("p4ssword");
    assertFalse(secret.toString().contains("p4ssword"));
    assertEquals("p4ssword", secret.reveal());
  }
}
