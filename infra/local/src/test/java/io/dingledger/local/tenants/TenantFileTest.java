package io.dingledger.local.tenants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.local.tenants.TenantFile.Invalid;
import io.dingledger.local.tenants.TenantFile.Valid;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.rules.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantFileTest {
  private static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "EXAMPLE_DINGTALK_SECRET", "s1",
          "EXAMPLE_DINGTALK_TOKEN", "token123",
          "EXAMPLE_KINGDEE_SECRET", "s2");

  @TempDir Path folder;
  private String example;

  @BeforeEach
  void layOutTheDocumentedExample() throws IOException {
    String page = Files.readString(Path.of("../../docs/tenants.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    example = page.substring(start, page.indexOf("```", start));
    Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(folder.resolve("secrets/dingtalk-aes-key"), AES_KEY + "\n");
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("rules/example.yaml"), "book: 1\n");
  }

  @Test
  void theDocumentedExampleIsReadCompletely() throws IOException {
    Valid valid = assertInstanceOf(Valid.class, read(example));
    assertEquals("example", valid.settings().tenant().id());
    assertEquals("示例科技有限公司", valid.settings().name());
    assertEquals(ZoneId.of("Asia/Shanghai"), valid.settings().zone());
    DingTalkApp app = valid.settings().app();
    CallbackSettings callback = valid.settings().callback().orElseThrow();
    assertEquals("mQ3vN8rT5yK1wZ7x", callback.key());
    assertEquals(new DingTalkApp.Internal("dingexampleapp00001", Secret.of("s1")), app.access());
    assertEquals(Secret.of("token123"), callback.token());
    assertEquals(Secret.of(AES_KEY), callback.aesKey());
    assertEquals(Set.of("dingexampleapp00001", "dingexamplecorp0001"), callback.ownerKeys());
    assertEquals(5000, valid.settings().monthlyCalls());
    assertTrue(valid.settings().standing().isActive());
    assertEquals(URI.create("https://api.dingtalk.com"), app.apiBase());
    assertEquals(URI.create("https://oapi.dingtalk.com"), app.oldApiBase());
    LedgerConnection ledger = valid.settings().ledger().orElseThrow();
    assertEquals("kingdee-cloud", ledger.type());
    assertEquals(Duration.ofSeconds(90), ledger.settlingTime());
    assertEquals("001", ledger.settings().get("book"));
    assertEquals(Map.of("appSecret", Secret.of("s2")), ledger.secrets());
    assertEquals("book: 1\n", valid.ruleBook());
    assertEquals("li.si", valid.signing().author().id());
    assertEquals("wang.wu", valid.signing().approver().id());
    assertEquals(Optional.of(LocalDate.of(2026, 1, 1)), valid.signing().from());
    assertFalse(valid.toString().contains("s1"));
  }

  @Test
  void theAgentOfTheAppMayBeStated() throws IOException {
    Valid valid =
        assertInstanceOf(
            Valid.class,
            read(example.replace("monthlyCalls: 5000", "monthlyCalls: 5000\n  agentId: 41001")));
    assertEquals(
        new DingTalkApp.Internal("dingexampleapp00001", Secret.of("s1"), "41001"),
        valid.settings().app().access());
  }

  @Test
  void whatMayBeLeftOutHasADefault() throws IOException {
    String shorter =
        example.replaceAll(
            "(?m)^ *(zone|ownerKeys|apiBase|oldApiBase|monthlyCalls|settlingTime):.*\n", "");
    Valid valid = assertInstanceOf(Valid.class, read(shorter));
    assertEquals(valid, read(example.replace("settlingTime: 90s", "settlingTime: 60s")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tenant: example|tenat: example|TENANT-FIELD-UNKNOWN|2",
        "tenant: example|tenant: ''|TENANT-VALUE-WRONG|2",
        "name: 示例科技有限公司||TENANT-FIELD-MISSING|2",
        "zone: Asia/Shanghai|zone: Asia/Nowhere|TENANT-VALUE-WRONG|4",
        "zone: Asia/Shanghai|name: again|TENANT-FIELD-REPEATED|4",
        "callbackKey: mQ3vN8rT5yK1wZ7x|callbackKey: short|TENANT-VALUE-WRONG|7",
        "env:EXAMPLE_DINGTALK_SECRET|env:NOT_SET|TENANT-SECRET-UNAVAILABLE|10",
        "file:secrets/dingtalk-aes-key|file:secrets/none|TENANT-SECRET-UNAVAILABLE|12",
        "file:secrets/dingtalk-aes-key|too-short|TENANT-VALUE-WRONG|12",
        "[dingexampleapp00001, dingexamplecorp0001]|[]|TENANT-VALUE-WRONG|13",
        "[dingexampleapp00001, dingexamplecorp0001]|[a b]|TENANT-VALUE-WRONG|13",
        "https://api.dingtalk.com|http://api.dingtalk.com|TENANT-VALUE-WRONG|14",
        "monthlyCalls: 5000|monthlyCalls: none|TENANT-VALUE-WRONG|16",
        "monthlyCalls: 5000|monthlyCalls: 0|TENANT-VALUE-WRONG|16",
        "monthlyCalls: 5000|agentId: one|TENANT-VALUE-WRONG|16",
        "type: kingdee-cloud|type: Kingdee!|TENANT-VALUE-WRONG|19",
        "settlingTime: 90s|settlingTime: soon|TENANT-VALUE-WRONG|20",
        "env:EXAMPLE_KINGDEE_SECRET|env:NOT_SET|TENANT-SECRET-UNAVAILABLE|31",
        "PRE001|no group!|LEDGER-SETTING-INVALID|19",
        "book: \"001\"||LEDGER-SETTING-MISSING|19",
        "userName: |usrName: |LEDGER-SETTING-UNKNOWN|19",
        "type: kingdee-cloud|type: sage|LEDGER-TYPE-UNKNOWN|19",
        "rules/example.yaml|rules/none.yaml|TENANT-RULE-BOOK-UNREADABLE|34",
        "rules/example.yaml|[a]|TENANT-VALUE-WRONG|34",
        "wang.wu|' LI.si '|TENANT-RULE-BOOK-SAME-PERSON|36",
        "li.si|[li]|TENANT-VALUE-WRONG|35",
        "2026-01-01|soon|TENANT-VALUE-WRONG|37",
        "name: 示例科技有限公司|name: [|TENANT-UNREADABLE|0",
      })
  void aMistakeIsFoundAtItsLine(String from, String to, String code, int line) throws IOException {
    assertTrue(example.contains(from), from);
    Invalid invalid =
        assertInstanceOf(Invalid.class, read(example.replace(from, to == null ? "" : to)));
    Finding found =
        invalid.findings().stream()
            .filter(each -> each.reason().code().equals(code))
            .findFirst()
            .orElseThrow(() -> new AssertionError(invalid.findings().toString()));
    if (line > 0) {
      assertEquals(line, found.line());
    }
    assertComplete(found.reason());
  }

  @Test
  void allMistakesAreFoundAtOnce() throws IOException {
    Invalid invalid =
        assertInstanceOf(
            Invalid.class,
            read(example.replace("zone: Asia/Shanghai", "zone: x").replace("90s", "soon")));
    assertEquals(List.of(4, 20), invalid.findings().stream().map(Finding::line).toList());
  }

  @Test
  void aFileThatIsNoMapOrDoesNotExistIsNamed() throws IOException {
    assertEquals(List.of("TENANT-NOT-A-MAP"), codes(read("just a text")));
    assertEquals(List.of("TENANT-NOT-A-MAP"), codes(read("")));
    assertEquals(List.of("TENANT-UNREADABLE"), codes(TenantFile.read(folder.resolve("none.yaml"))));
  }

  @Test
  void aSecretIsNeverRepeatedInAFinding() throws IOException {
    Invalid invalid =
        assertInstanceOf(
            Invalid.class,
            read(example.replace("file:secrets/dingtalk-aes-key", "my-secret-in-clear")));
    assertFalse(invalid.toString().contains("my-secret-in-clear"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "a\\u0085b",
        "a\\tb",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"
      })
  void anIdentifierThatTheModelRefusesIsFound(String id) throws IOException {
    String wrong = example.replace("tenant: example", "tenant: \"" + id + "\"");
    assertEquals(List.of("TENANT-VALUE-WRONG"), codes(read(wrong)));
  }

  @Test
  void theLedgerIsCheckedEvenWhenTheRestIsWrong() throws IOException {
    String wrong =
        example
            .replace("tenant: example", "tenant: ''")
            .replace("settlingTime: 90s", "settlingTime: soon")
            .replace("organisation:", "organization:");
    assertEquals(
        List.of(
            "TENANT-VALUE-WRONG",
            "LEDGER-SETTING-MISSING",
            "LEDGER-SETTING-UNKNOWN",
            "TENANT-VALUE-WRONG"),
        codes(read(wrong)));
  }

  @Test
  void aTextThatLooksLikeAPointerIsWrittenPlain() throws IOException {
    Valid valid =
        assertInstanceOf(
            Valid.class, read(example.replace("env:EXAMPLE_KINGDEE_SECRET", "plain:env:X")));
    assertEquals(
        Secret.of("env:X"), valid.settings().ledger().orElseThrow().secrets().get("appSecret"));
  }

  @Test
  void theSchemaKnowsTheSameFieldsAndTheSameRequiredOnes() throws IOException {
    JsonNode schema;
    try (InputStream stream =
        TenantFileTest.class.getResourceAsStream("/docs/tenants.schema.json")) {
      schema = new ObjectMapper().readTree(stream);
    }
    JsonNode company = schema.path("$defs").path("ownApp");
    assertDescribed(TenantFile.TOP, company, "");
    assertDescribed(TenantFile.DINGTALK, company.path("properties").path("dingtalk"), "dingtalk.");
    assertDescribed(TenantFile.LEDGER, schema.path("$defs").path("ledger"), "ledger.");
    assertDescribed(TenantFile.RULE_BOOK, schema.path("$defs").path("ruleBook"), "ruleBook.");
  }

  /** Each required field's absence is found, each other field's absence is not. */
  private void assertDescribed(Set<String> names, JsonNode schema, String prefix)
      throws IOException {
    Set<String> described = new LinkedHashSet<>();
    schema.path("properties").fieldNames().forEachRemaining(described::add);
    assertEquals(new TreeSet<>(names), new TreeSet<>(described));
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (String name : names) {
      if (Set.of("settings", "secrets", "dingtalk", "ledger", "ruleBook").contains(name)) {
        continue;
      }
      TenantFile read = read(example.replaceAll("(?m)^ *" + name + ":.*\n", ""));
      assertEquals(required.contains(name), read instanceof Invalid, prefix + name);
    }
  }

  @Test
  void aFolderRefusesTwoTenantsWithOneIdentifierOrOneCallbackKey() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), example);
    Files.writeString(folder.resolve("b.yml"), example.replace("tenant: example", "tenant: b"));
    Files.writeString(
        folder.resolve("c.yaml"), example.replace("mQ3vN8rT5yK1wZ7x", "another-random-key"));
    Files.writeString(folder.resolve("notes.txt"), "not read");
    TenantFolder read = TenantFolder.read(folder, ENVIRONMENT::get);
    assertEquals("TENANT-CALLBACK-KEY-REPEATED", onlyCode(read, "b.yml"));
    assertEquals("TENANT-REPEATED", onlyCode(read, "c.yaml"));
    assertFalse(read.findings().containsKey(folder.resolve("a.yaml")));
    assertTrue(
        read.findings().containsKey(folder.toAbsolutePath().resolve("rules/example.yaml")),
        "the rule book is no rule book, and is so once for all three");
  }

  private String onlyCode(TenantFolder read, String file) {
    List<Finding> findings = read.findings().get(folder.resolve(file));
    assertEquals(1, findings.size(), findings::toString);
    return findings.getFirst().reason().code();
  }

  @Test
  void anEmptyFolderIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(
        "TENANT-FOLDER-EMPTY",
        TenantFolder.read(empty, ENVIRONMENT::get)
            .findings()
            .get(empty)
            .getFirst()
            .reason()
            .code());
  }

  @Test
  void everyFaultHasItsOwnCodeAndAllItsTexts() {
    List<String> codes = new ArrayList<>();
    Arrays.stream(TenantFault.values())
        .forEach(
            fault -> {
              codes.add(fault.code());
              assertComplete(Reason.of(fault, "a", "b", "c"));
            });
    assertEquals(codes.size(), new HashSet<>(codes).size());
  }

  private static void assertComplete(Reason reason) {
    assertFalse(reason.chinese().matches("(?s).*\\{\\d}.*"), reason.chinese());
    assertFalse(reason.english().matches("(?s).*\\{\\d}.*"), reason.english());
  }

  private static List<String> codes(TenantFile file) {
    return assertInstanceOf(Invalid.class, file).findings().stream()
        .map(each -> each.reason().code())
        .toList();
  }

  private TenantFile read(String text) throws IOException {
    Path file = folder.resolve("tenant.yaml");
    Files.writeString(file, text);
    return TenantFile.read(file, ENVIRONMENT::get);
  }
}
