package io.dingledger.local.tenants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.local.tenants.TenantFile.Invalid;
import io.dingledger.local.tenants.TenantFile.OfSuite;
import io.dingledger.local.tenants.TenantFile.Operator;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.rules.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files about third-party apps and about the companies that use them. */
class ThirdPartyFilesTest {
  private static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "EXAMPLE_SUITE_SECRET", "s1",
          "EXAMPLE_SUITE_TOKEN", "token123",
          "EXAMPLE_SUITE_AES_KEY", AES_KEY,
          "EXAMPLE_KINGDEE_SECRET", "s2");

  @TempDir Path folder;
  private String operator;
  private String company;

  @BeforeEach
  void layOutTheDocumentedExamples() throws IOException {
    Matcher example =
        Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(Files.readString(Path.of("../../docs/tenants.md")));
    assertTrue(example.find() && example.find());
    operator = example.group(1);
    assertTrue(example.find());
    company = example.group(1);
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("rules/example.yaml"), "book: 1\n");
  }

  @Test
  void theDocumentedAppIsReadCompletely() throws IOException {
    Suite suite = assertInstanceOf(Operator.class, read(operator)).suite();
    assertEquals("25300001", suite.id());
    assertEquals("suiteexample00000001", suite.suiteKey());
    assertEquals(Secret.of("s1"), suite.suiteSecret());
    assertEquals("pR7dK2wX9nB4hT6c", suite.callback().key());
    assertEquals(Secret.of(AES_KEY), suite.callback().aesKey());
    assertEquals(Set.of("suiteexample00000001"), suite.callback().ownerKeys());
    assertEquals(ZoneId.of("Asia/Shanghai"), suite.zone());
    String shorter = operator.replaceAll("(?m)^(ownerKeys|zone|apiBase|oldApiBase):.*\n", "");
    assertEquals(suite, assertInstanceOf(Operator.class, read(shorter)).suite());
  }

  @Test
  void aCompanyOfAnAppIsATenantThatHasNotAuthorisedYet() throws IOException {
    Suite suite = assertInstanceOf(Operator.class, read(operator)).suite();
    OfSuite file = assertInstanceOf(OfSuite.class, read(company));
    TenantSettings settings = file.with(suite).settings();
    assertEquals("dingexamplecorp0002@25300001", settings.tenant().id());
    assertEquals(new DingTalkApp.ThirdParty("25300001"), settings.app().access());
    assertEquals(Optional.empty(), settings.callback());
    assertEquals("002", settings.ledger().orElseThrow().settings().get("book"));
    assertEquals(new Standing(false, Instant.EPOCH), settings.standing());
    assertFalse(file.toString().contains("s2"));
  }

  @ParameterizedTest
  @CsvSource({"Asia/Hong_Kong,Asia/Hong_Kong", ",Asia/Tokyo"})
  void itsZoneIsItsOwnOrElseTheApps(String given, String zone) throws IOException {
    Suite suite =
        assertInstanceOf(Operator.class, read(operator.replace("Asia/Shanghai", "Asia/Tokyo")))
            .suite();
    String text =
        company.replace("zone: Asia/Shanghai\n", given == null ? "" : "zone: " + given + "\n");
    assertEquals(
        ZoneId.of(zone), assertInstanceOf(OfSuite.class, read(text)).with(suite).settings().zone());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "suite: \"25300001\"|suite: abc|TENANT-VALUE-WRONG|2",
        "suiteKey: |suitKey: |TENANT-FIELD-UNKNOWN|3",
        "suiteKey: suiteexample00000001||TENANT-FIELD-MISSING|2",
        "env:EXAMPLE_SUITE_SECRET|env:NONE|TENANT-SECRET-UNAVAILABLE|4",
        "pR7dK2wX9nB4hT6c|short|TENANT-VALUE-WRONG|5",
        "zone: Asia/Shanghai|zone: nowhere|TENANT-VALUE-WRONG|9",
      })
  void aMistakeAboutAnAppIsFoundAtItsLine(String from, String to, String code, int line)
      throws IOException {
    assertFound(operator, from, to, code, line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: 示例贸易有限公司|tenant: x|TENANT-FIELD-UNKNOWN|2",
        "suite: \"25300001\"|suite: abc|TENANT-VALUE-WRONG|5",
        "corpId: dingexamplecorp0002|clientId: x|TENANT-FIELD-UNKNOWN|6",
        "dingexamplecorp0002|ding456789012345678901234567890123456789012345678901234567890|TENANT-VALUE-WRONG|6",
        "voucherGroup: PRE001||LEDGER-SETTING-MISSING|8",
      })
  void aMistakeAboutACompanyIsFoundAtItsLine(String from, String to, String code, int line)
      throws IOException {
    assertFound(company, from, to, code, line);
  }

  private void assertFound(String text, String from, String to, String code, int line)
      throws IOException {
    assertTrue(text.contains(from), from);
    Invalid invalid =
        assertInstanceOf(Invalid.class, read(text.replace(from, to == null ? "" : to)));
    Finding found =
        invalid.findings().stream()
            .filter(each -> each.reason().code().equals(code))
            .findFirst()
            .orElseThrow(() -> new AssertionError(invalid.findings().toString()));
    assertEquals(line, found.line());
  }

  @Test
  void aFolderFindsTheAppOfACompanyInWhateverOrderTheFilesStand() throws IOException {
    Files.writeString(folder.resolve("a-company.yaml"), company);
    Files.writeString(folder.resolve("b-app.yaml"), operator);
    TenantFolder read = TenantFolder.read(folder, ENVIRONMENT::get);
    assertEquals(Set.of(folder.resolve("b-app.yaml")), read.suites().keySet());
    assertEquals(Set.of(folder.resolve("a-company.yaml")), read.tenants().keySet());
  }

  @Test
  void aCompanyWithoutItsAppAndAnAppThatStandsTwiceAreFound() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), company);
    TenantFolder alone = TenantFolder.read(folder, ENVIRONMENT::get);
    Finding unknown = alone.findings().get(folder.resolve("a.yaml")).getFirst();
    assertEquals("TENANT-SUITE-UNKNOWN", unknown.reason().code());
    assertEquals(5, unknown.line());
    Files.writeString(folder.resolve("b.yaml"), operator);
    Files.writeString(folder.resolve("c.yaml"), operator.replace("pR7dK2", "other2"));
    TenantFolder twice = TenantFolder.read(folder, ENVIRONMENT::get);
    assertFalse(twice.findings().containsKey(folder.resolve("a.yaml")));
    assertEquals(
        List.of("TENANT-SUITE-REPEATED"),
        twice.findings().get(folder.resolve("c.yaml")).stream()
            .map(each -> each.reason().code())
            .toList());
  }

  @Test
  void theSchemaKnowsTheSameFieldsAndTheSameRequiredOnes() throws IOException {
    JsonNode schema;
    try (InputStream stream =
        ThirdPartyFilesTest.class.getResourceAsStream("/docs/tenants.schema.json")) {
      schema = new ObjectMapper().readTree(stream).path("$defs");
    }
    assertDescribed(TenantFile.SUITE, schema.path("suite"), operator);
    Set<String> top = new HashSet<>(TenantFile.TOP);
    top.remove("tenant");
    assertDescribed(top, schema.path("ofSuite"), company);
    assertDescribed(
        TenantFile.THIRD_PARTY, schema.path("ofSuite").path("properties").path("dingtalk"), "");
  }

  /** Each required field's absence is found, each other field's absence is not. */
  private void assertDescribed(Set<String> names, JsonNode schema, String example)
      throws IOException {
    assertEquals(new TreeSet<>(names), names(schema.path("properties")));
    for (String name : names) {
      boolean required =
          schema.path("required").valueStream().anyMatch(n -> n.asText().equals(name));
      if (!example.isEmpty() && !Set.of("dingtalk", "ledger", "suite", "ruleBook").contains(name)) {
        TenantFile read = read(example.replaceAll("(?m)^" + name + ":.*\n", ""));
        assertEquals(required, read instanceof Invalid, name);
      }
    }
  }

  private static TreeSet<String> names(JsonNode properties) {
    TreeSet<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private TenantFile read(String text) throws IOException {
    Path file = folder.resolve("file.yaml");
    Files.writeString(file, text);
    TenantFile read = TenantFile.read(file, ENVIRONMENT::get);
    Files.delete(file);
    return read;
  }
}
