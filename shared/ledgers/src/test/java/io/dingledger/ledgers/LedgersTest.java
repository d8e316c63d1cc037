package io.dingledger.ledgers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgersTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "serverUrl", "https://erp.example.com/K3Cloud",
          "dataCentre", "20231114000000",
          "userName", "demo",
          "appId", "227000_demo",
          "book", "001",
          "organisation", "100",
          "voucherGroup", "PRE001");

  private static LedgerConnection connection(Map<String, String> settings) {
    return connection("kingdee-cloud", settings, Map.of("appSecret", Secret.of("demo-secret")));
  }

  private static LedgerConnection connection(
      String type, Map<String, String> settings, Map<String, Secret> secrets) {
    return new LedgerConnection(Tenant.verified("corp"), type, settings, secrets, Duration.ZERO);
  }

  private static LedgerConnection with(String key, String value) {
    Map<String, String> settings = new HashMap<>(GOOD);
    settings.put(key, value);
    return connection(settings);
  }

  private static List<String> codes(LedgerConnection connection) {
    return Ledgers.check(connection).stream().map(Reason::code).toList();
  }

  @Nested
  class AConnectionIsChecked {
    @Test
    void aCompleteOneHasNoFaults() {
      assertEquals(List.of(), Ledgers.check(connection(GOOD)));
    }

    @Test
    void anUnknownTypeIsNamedTogetherWithTheKnownOnes() {
      Reason reason = Ledgers.check(connection("no-such-type", Map.of(), Map.of())).getFirst();
      assertEquals("LEDGER-TYPE-UNKNOWN", reason.code());
      assertTrue(
          reason.english().contains("no-such-type") && reason.english().contains("kingdee-cloud"));
    }

    @Test
    void everyMissingSettingIsNamedAtOnce() {
      List<Reason> reasons = Ledgers.check(connection("kingdee-cloud", Map.of(), Map.of()));
      List<String> named =
          reasons.stream().map(reason -> reason.english().split(" ")[3].replace(".", "")).toList();
      assertEquals(
          List.of(
              "serverUrl",
              "dataCentre",
              "userName",
              "appId",
              "appSecret",
              "book",
              "organisation",
              "voucherGroup"),
          named);
      assertTrue(
          reasons.stream().allMatch(reason -> reason.code().equals("LEDGER-SETTING-MISSING")));
    }

    @Test
    void whatMustBeFilledInDependsOnTheWayToLogIn() {
      Map<String, String> settings = new HashMap<>(GOOD);
      settings.put("auth", "validate-user");
      settings.remove("appId");
      LedgerConnection lacking = connection("kingdee-cloud", settings, Map.of());
      assertEquals(List.of("LEDGER-SETTING-MISSING"), codes(lacking));
      assertEquals(
          List.of(),
          codes(connection("kingdee-cloud", settings, Map.of("password", Secret.of("p")))));
    }

    @ParameterizedTest
    @CsvSource({
      "serverUrl, http://erp.example.com/K3Cloud/",
      "serverUrl, https://user@erp.example.com/K3Cloud/",
      "serverUrl, https://erp.example.com/K3Cloud/?a=b",
      "serverUrl, https://erp_x/K3Cloud/",
      "serverUrl, https://erp.example.com:70000/",
      "serverUrl, not an address",
      "auth, magic",
      "book, 001' or '1'='1",
      "keyField, FBUSNO='' or FYEAR",
      "keyFieldPlace, footer",
      "currencies, CNY",
      "appId, 应用",
      "readTimeoutSeconds, 0",
      "readTimeoutSeconds, 301",
      "rowsPerQuery, 2001",
      "summaryLength, 0",
      "language, 1",
      "bodyForm, xml"
    })
    void aValueThatCannotBeUsedIsNamedWithoutRepeatingIt(String key, String value) {
      List<Reason> reasons = Ledgers.check(with(key, value));
      assertEquals(1, reasons.size());
      assertEquals("LEDGER-SETTING-INVALID", reasons.getFirst().code());
      assertTrue(reasons.getFirst().chinese().contains(key));
      assertFalse(value.length() > 6 && reasons.getFirst().english().contains(value));
    }

    @Test
    void aSlipOfThePenInASettingsNameIsNoticed() {
      assertEquals(List.of("LEDGER-SETTING-UNKNOWN"), codes(with("keyfield", "FBUSNO")));
    }

    @Test
    void aBlankValueCountsAsLeftOut() {
      assertEquals(List.of("LEDGER-SETTING-MISSING"), codes(with("book", " ")));
      assertEquals(List.of(), codes(with("keyField", "")));
    }
  }

  @Nested
  class AFaultyConnectionIsOpened {
    private final Voucher voucher =
        Vouchers.voucher(
            "claim",
            List.of(
                Vouchers.line("1", Map.of(), Side.DEBIT, Money.of("1", "CNY")),
                Vouchers.line("2", Map.of(), Side.CREDIT, Money.of("1", "CNY"))));

    @ParameterizedTest
    @ValueSource(strings = {"kingdee-cloud", "no-such-type"})
    void everyAnswerIsAFailureOfTheConfiguration(String type) {
      Ledger ledger = Ledgers.open(connection(type, Map.of(), Map.of()), TestTools.tools());
      Failure asking = assertInstanceOf(Asked.Failed.class, ledger.ask(voucher)).failure();
      Failure sending =
          assertInstanceOf(Sent.Failed.class, ledger.send(voucher, new Asked.Absent(voucher.key())))
              .failure();
      assertEquals(FailureKind.CONFIG, asking.kind());
      assertEquals(asking, sending);
    }

    @Test
    void anAnswerAboutAnotherVoucherIsStillNoLeaveToSend() {
      Ledger ledger =
          Ledgers.open(connection("no-such-type", Map.of(), Map.of()), TestTools.tools());
      Asked.Absent other = new Asked.Absent(Vouchers.key("other"));
      assertThrows(IllegalArgumentException.class, () -> ledger.send(voucher, other));
    }
  }

  @Nested
  class ADescriptionIsComplete {
    @Test
    void everyFieldIsExplainedInBothLanguages() {
      for (LedgerDescription description : Ledgers.descriptions()) {
        for (Setting setting : description.settings()) {
          assertFalse(setting.help().chinese().isBlank(), setting.key());
          assertFalse(setting.help().english().isBlank(), setting.key());
          assertFalse(setting.label().chinese().isBlank(), setting.key());
          assertTrue(
              setting.defaultValue().isEmpty() || setting.accepts(setting.defaultValue()),
              setting.key());
        }
      }
    }

    @Test
    void theTablesOfItsPageListItsFieldsInBothLanguages() throws IOException {
      for (LedgerDescription description : Ledgers.descriptions()) {
        String page = Files.readString(page(description.type()));
        List<String> keys = description.settings().stream().map(Setting::key).toList();
        String[] halves = page.split("\n# ");
        assertEquals(3, halves.length, "one half for each language");
        assertEquals(keys, keysOfTable(halves[1]));
        assertEquals(keys, keysOfTable(halves[2]));
      }
    }

    private static Path page(String type) {
      Path folder = Path.of("").toAbsolutePath();
      while (!Files.isDirectory(folder.resolve("docs/ledgers"))) {
        folder = folder.getParent();
      }
      return folder.resolve("docs/ledgers/" + type + ".md");
    }

    private static List<String> keysOfTable(String half) {
      return Pattern.compile("(?m)^\\| `(\\w+)` \\|")
          .matcher(half)
          .results()
          .map((MatchResult row) -> row.group(1))
          .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasWhatWhyAndCureInBothLanguages(LedgerReason reason) {
      assertTrue(reason.code().matches("LEDGER(-[A-Z]+)+"));
      for (String text :
          List.of(reason.chinese(), reason.chineseCure(), reason.english(), reason.englishCure())) {
        assertFalse(text.isBlank());
      }
    }
  }

  @Nested
  class TheExplanationAsAFile {
    @Test
    void isAttachedWhereTheTypeTakesFilesAndRefusedElsewhere() {
      for (LedgerDescription form : Ledgers.descriptions()) {
        LedgerConnection wanted =
            connection(form.type(), Map.of("attachExplanation", "true"), Map.of());
        boolean refused =
            Ledgers.check(wanted).stream()
                .anyMatch(fault -> fault.english().contains("attachExplanation"));
        assertEquals(!form.abilities().attaches(), refused, form.type());
        assertTrue(Ledgers.attachesExplanation(wanted));
      }
    }

    @Test
    void isNotAttachedUnlessWanted() {
      assertFalse(Ledgers.attachesExplanation(connection(GOOD)));
      assertFalse(Ledgers.attachesExplanation(with("attachExplanation", "false")));
    }
  }
}
