package io.dingledger.local.tenants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.local.tenants.TenantFile.Invalid;
import io.dingledger.local.tenants.TenantFile.Valid;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tenant's file says of documents of other systems. */
class InboundFieldsTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String SIGNED =
      "inbound:\n  key: kW7pQ2mX9vB4nT6c\n  secret: env:NEW\n  secondSecret: env:OLD\n";
  private static final String HOSE =
      """
      inbound:
        key: kW7pQ2mX9vB4nT6c
        hose:
          corpId: corp0001
          appKey: app0001
          appSecurity: s1
          signKey: s2
      """;

  @TempDir Path folder;

  private TenantFile read(String inbound) throws IOException {
    Files.writeString(folder.resolve("book.yaml"), "book: 1\n");
    Path file = folder.resolve("acme.yaml");
    Files.writeString(
        file,
        """
        tenant: acme
        name: ACME
        dingtalk: { callbackKey: mQ3vN8rT5yK1wZ7x, corpId: c, clientId: i, clientSecret: s, token: abc,
          aesKey: abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG }
        ledger:
          type: kingdee-cloud
          settings: { serverUrl: "https://erp.example.com/K3Cloud/", auth: login-by-sign,
            dataCentre: 5f0e1d2c3b4a59, userName: u, appId: 227000_example, book: "001",
            organisation: "100", voucherGroup: PRE001 }
          secrets: { appSecret: x }
        ruleBook: { file: book.yaml, author: li, approvedBy: wang }
        """
            + inbound);
    return TenantFile.read(file, Map.of("NEW", SECRET, "OLD", SECRET)::get);
  }

  private Optional<InboundSettings> inbound(String text) throws IOException {
    return assertInstanceOf(Valid.class, read(text)).settings().inbound();
  }

  @Test
  void withoutItThereIsNoWayIn() throws IOException {
    assertEquals(Optional.empty(), inbound(""));
  }

  @Test
  void theOldSecretStaysWhileItIsChanged() throws IOException {
    InboundSettings settings = inbound(SIGNED).orElseThrow();
    assertEquals("kW7pQ2mX9vB4nT6c", settings.key());
    assertEquals(List.of(Secret.of(SECRET), Secret.of(SECRET)), settings.secrets());
    assertFalse(read(SIGNED).toString().contains("whsec"));
  }

  @Test
  void hoseNeedsNoSecretOfItsOwnAndHasDefaults() throws IOException {
    assertEquals(
        Optional.of(
            new HoseSettings(
                URI.create("https://app.ekuaibao.com"),
                "corp0001",
                "app0001",
                Secret.of("s1"),
                Secret.of("s2"),
                HoseSettings.PAID,
                HoseSettings.Category.NAME,
                "",
                true)),
        inbound(HOSE).orElseThrow().hose());
    HoseSettings other =
        inbound(HOSE + "    states: [paying]\n    category: code\n    writesBack: false\n")
            .flatMap(InboundSettings::hose)
            .orElseThrow();
    assertEquals(Set.of("paying"), other.states());
    assertEquals(HoseSettings.Category.CODE, other.category());
    assertFalse(other.writesBack());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key: kW7pQ2mX9vB4nT6c|key: short|TENANT-VALUE-WRONG",
        "secret: env:NEW|secret: not-a-secret|TENANT-VALUE-WRONG",
        "secret: env:NEW|secret: env:NONE|TENANT-SECRET-UNAVAILABLE",
        "secret: env:NEW|secrets: env:NEW|TENANT-FIELD-UNKNOWN"
      })
  void aMistakeIsFound(String from, String to, String code) throws IOException {
    Invalid invalid = assertInstanceOf(Invalid.class, read(SIGNED.replaceFirst(from, to)));
    assertTrue(
        invalid.findings().stream().anyMatch(found -> found.reason().code().equals(code)),
        invalid.findings().toString());
  }

  @Test
  void theSchemaKnowsTheSameFields() throws IOException {
    try (var stream = InboundFieldsTest.class.getResourceAsStream("/docs/tenants.schema.json")) {
      JsonNode inbound = new ObjectMapper().readTree(stream).path("$defs").path("inbound");
      assertEquals(new TreeSet<>(TenantFile.INBOUND), names(inbound));
      assertEquals(new TreeSet<>(TenantFile.HOSE), names(inbound.path("properties").path("hose")));
    }
  }

  private static Set<String> names(JsonNode schema) {
    Set<String> names = new LinkedHashSet<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return new TreeSet<>(names);
  }
}
