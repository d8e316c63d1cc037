package io.dingledger.ledgers.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.connector.ConnectorStandIn.Language;
import io.dingledger.model.failure.Reason;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found before a connection is ever used. */
class ConnectorCheckTest {
  private static final URI SERVER = URI.create("https://erp.example.com");

  private final Map<String, String> settings =
      new HashMap<>(new JsonSpeech(new StandInBooks()).settings(SERVER));
  private final Map<String, String> secrets = Map.of("token", "tok-1");

  private List<Reason> faults(String key, String value) {
    settings.put(key, value);
    return Ledgers.check(ConnectorUnderTest.connection(settings, secrets));
  }

  private List<String> codes(String key, String value) {
    return faults(key, value).stream().map(Reason::code).toList();
  }

  @Test
  void theDescriptionsOfTheStandInsHaveNoFaults() {
    for (Language language : Language.values()) {
      try (ConnectorStandIn standIn = ConnectorStandIn.start(language)) {
        assertEquals(
            List.of(),
            Ledgers.check(ConnectorUnderTest.connection(standIn.settings(), standIn.secrets())));
      }
    }
  }

  @Nested
  class ATemplate {
    @Test
    void withAnUnknownNameIsRefusedWithItsPlaceAndTheKnownNames() {
      Reason fault = faults("body", "{\n \"a\": \"{{key}} {{lien.account}}\"}").getFirst();
      assertEquals("CONNECTOR-NAME-UNKNOWN", fault.code());
      assertTrue(fault.english().contains("body, line 2, column 16"), fault.english());
      assertTrue(fault.english().contains("lien.account"), fault.english());
      assertTrue(fault.english().contains("line.account"), fault.english());
      assertTrue(fault.chinese().contains("第 2 行第 16 列"), fault.chinese());
    }

    @Test
    void hasAllItsFaultsToldAtOnce() {
      assertEquals(3, faults("body", "{{one}} {{two}} {{#lines}} {{line.account}}").size());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{{line.account}}{{key}}",
          "{{#lines}}{{#lines}}{{/lines}}",
          "{{/lines}}",
          "{{#lines}}{{key}}",
          "{{key",
          "${key}",
          "{{secret.token}}",
          "{{date:HH}}",
          "{{date:yyy}}",
          "{{date:}}",
          "{{date:yyyy'x'}}"
        })
    void withSomethingMisplacedIsRefused(String body) {
      assertTrue(codes("body", body).contains("CONNECTOR-TEMPLATE-SHAPE"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"key\": {{key}}}",
          "{\"key\": \"{{key}}\", \"memo\": {{summary}}}",
          "{\"key\": \"{{key}}\", \"rows\": [{{#lines}}{}{{/lines}}]}",
          "{\"key\": \"{{key}}\", \"rows\": [{{#lines}}{},{{/lines}}]}",
          "{\"key\": \"{{key}}\""
        })
    void thatWouldNotMakeTheFormatIsRefused(String body) {
      assertEquals(List.of("CONNECTOR-TEMPLATE-MALFORMED"), codes("body", body));
    }

    @Test
    void mustHoldTheKey() {
      assertEquals(List.of("CONNECTOR-KEY-MISSING"), codes("body", "{\"a\": \"{{document}}\"}"));
    }

    @Test
    void ofXmlMustBeXml() {
      settings.put("format", "xml");
      assertEquals(List.of("CONNECTOR-TEMPLATE-MALFORMED"), codes("body", "<a>{{key}}</b>"));
      assertEquals(List.of(), codes("body", "<a b='{{summary}}'>{{key}}</a>"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://{{key}}.example.com/",
          "{{const.a}}",
          "http://erp.example.com/",
          "https://u@erp.example.com/"
        })
    void ofAnAddressHasASafeAndFixedHost(String url) {
      settings.put("constants", "a=https://erp.example.com/");
      assertEquals(List.of("CONNECTOR-ADDRESS-UNSAFE"), codes("url", url));
    }

    @Test
    void ofAnAddressKnowsNoLines() {
      assertEquals(
          List.of("CONNECTOR-NAME-UNKNOWN"),
          codes("url", "https://erp.example.com/{{line.account}}"));
    }
  }

  @Nested
  class ALineOfASetting {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "headers | Authorization",
          "headers | Host: other.example.com",
          "headers | content-length: 5",
          "headers | Bad Name: x",
          "constants | no equals sign",
          "constants | 1a=b"
        })
    void thatIsMisspeltIsNamed(String key, String value) {
      Reason fault = faults(key, (key.equals("headers") ? "A: b\n" : "a=b\n") + value).getFirst();
      assertEquals("CONNECTOR-LINE-UNREADABLE", fault.code());
      assertTrue(fault.english().startsWith(key + ", line 2"), fault.english());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/code",
          "/code is 0",
          "code equals 0",
          "/code exists 1",
          "/code equals",
          "/ equals 0",
          "/code matches (a+)+"
        })
    void thatIsNoTestIsNamed(String test) {
      Reason fault = faults("successTests", "/code equals 0\n" + test).getFirst();
      assertEquals("CONNECTOR-TEST-UNREADABLE", fault.code());
      assertTrue(fault.english().startsWith("successTests, line 2"), fault.english());
    }
  }

  @Nested
  class ALookUp {
    @Test
    void mustNameTheKey() {
      assertEquals(
          List.of("CONNECTOR-KEY-MISSING"), codes("lookupUrl", "https://erp.example.com/all"));
    }

    @Test
    void mustSayWhereAmountsStand() {
      settings.remove("lineDebitPointer");
      assertEquals(List.of("CONNECTOR-AMOUNTS-UNNAMED"), codes("lookup", "get"));
    }

    @Test
    void needsItsSettingsOnlyWhenThereIsOne() {
      settings.keySet().removeIf(key -> key.startsWith("row") || key.startsWith("line"));
      settings.keySet().removeAll(List.of("lookupUrl", "lookupSuccessTests"));
      assertTrue(codes("lookup", "get").contains("LEDGER-SETTING-MISSING"));
      assertEquals(List.of(), codes("lookup", "none"));
    }
  }

  @Nested
  class TheInspurTemplate {
    private final Map<String, String> inspur =
        new HashMap<>(new InspurSpeech(new StandInBooks()).settings(SERVER));

    private List<Reason> check() {
      return Ledgers.check(ConnectorUnderTest.connection(inspur, Map.of()));
    }

    @Test
    void asksForItsConstantsByName() {
      inspur.put("constants", "companyCode=01");
      List<Reason> faults = check();
      assertEquals(6, faults.size());
      assertTrue(faults.stream().anyMatch(fault -> fault.english().contains("const.billType")));
    }

    @Test
    void doesNotGuessWhatSuccessLooksLike() {
      inspur.remove("successTests");
      assertEquals(List.of("LEDGER-SETTING-MISSING"), check().stream().map(Reason::code).toList());
    }

    @Test
    void givesWayToTheTenantsOwnSettingsEvenWhereTheyAreTheFormsDefaults() {
      inspur.put("debitWord", "debit");
      ConnectorSettings read =
          ConnectorSettings.of(ConnectorUnderTest.connection(inspur, Map.of()));
      assertEquals("debit", read.text("debitWord"));
      assertEquals("2", read.text("creditWord"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasItsPlacesFilled(ConnectorReason reason) {
    Reason given = Reason.of(reason, "a", "b", "c", "d", "e");
    assertTrue(given.code().startsWith("CONNECTOR-"));
    assertFalse(given.chinese().contains("{") || given.english().contains("{"));
  }

  @Test
  void aSecretIsNeverPartOfAFault() {
    settings.put("headers", "X: ${secret.other}\nY ${secret.token}");
    assertTrue(
        Ledgers.check(ConnectorUnderTest.connection(settings, secrets)).stream()
            .noneMatch(fault -> fault.toString().contains("tok-1")));
  }
}
