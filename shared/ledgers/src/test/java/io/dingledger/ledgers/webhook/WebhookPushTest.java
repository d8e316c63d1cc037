package io.dingledger.ledgers.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.voucher.Voucher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a push looks like. The receiver verifies it by an implementation of its own. */
class WebhookPushTest {
  private static final Instant NOW = Instant.parse("2026-03-31T08:00:00.750Z");
  private static final String NEW_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final WebhookStandIn receiver = WebhookStandIn.start();
  private final Vouchers vouchers = new Vouchers(new WebhookUnderTest(false).chart());
  private final Map<String, String> settings = new HashMap<>(receiver.settings());
  private final Map<String, String> secrets = new HashMap<>(receiver.secrets());

  @AfterEach
  void close() {
    receiver.close();
  }

  private Sent sent(Voucher voucher) {
    Ledger ledger =
        Ledgers.open(
            WebhookUnderTest.connection(settings, secrets),
            TestTools.tools(Clock.fixed(NOW, ZoneOffset.UTC)));
    return ledger.send(voucher, assertInstanceOf(Asked.Absent.class, ledger.ask(voucher)));
  }

  private Call pushed(Voucher voucher) {
    assertInstanceOf(Sent.Posted.class, sent(voucher));
    return receiver.last();
  }

  @Nested
  class ItsHeaders {
    @Test
    void nameTheVoucherTheTimeAndTheSignature() {
      Voucher voucher = vouchers.of("claim", "545.00");
      Map<String, String> headers = pushed(voucher).headers();
      assertEquals(voucher.key().value(), headers.get("webhook-id"));
      assertEquals(voucher.key().value(), headers.get("idempotency-key"));
      assertEquals("1774944000", headers.get("webhook-timestamp"));
      assertEquals(1, headers.get("webhook-signature").split(" ").length);
      assertEquals("application/json; charset=utf-8", headers.get("content-type"));
    }

    @Test
    void carryTwoSignaturesWhileTheSecretIsChangedSoThatEitherSideMayBeFirst() {
      secrets.put("previousSecret", WebhookStandIn.SECRET);
      secrets.put("secret", NEW_SECRET);
      assertEquals(
          2,
          pushed(vouchers.of("one", "1.00")).headers().get("webhook-signature").split(" ").length);
      receiver.changeSecret(NEW_SECRET);
      pushed(vouchers.of("two", "1.00"));
      secrets.remove("previousSecret");
      pushed(vouchers.of("three", "1.00"));
      assertEquals(3, receiver.vouchers());
    }

    @Test
    void ofARepeatNameTheSameVoucherSoThatItIsBookedOnce() {
      Voucher voucher = vouchers.of("claim", "545.00");
      String first = pushed(voucher).headers().get("webhook-id");
      assertEquals(first, pushed(voucher).headers().get("webhook-id"));
      assertEquals(1, receiver.vouchers());
      Voucher red = vouchers.reverseOf("claim", "545.00");
      assertNotEquals(first, pushed(red).headers().get("webhook-id"));
    }
  }

  @Nested
  class ItsBody {
    private static JsonSchema schema() throws IOException {
      Path folder = Path.of("").toAbsolutePath();
      while (!Files.isDirectory(folder.resolve("docs/ledgers"))) {
        folder = folder.getParent();
      }
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Files.readString(folder.resolve("docs/ledgers/webhook.schema.json")));
    }

    private static JsonNode tree(String body) {
      return Json.tree(body).orElseThrow();
    }

    @Test
    void isAsThePublishedSchemaSays() throws IOException {
      for (Voucher voucher :
          List.of(
              vouchersOf().of("claim", "545.00"),
              vouchersOf().reverseOf("claim", "545.00"),
              vouchersOf().foreign("claim", "USD"),
              vouchersOf().in("KWD", "claim", "12.345"),
              vouchersOf().ofLines("claim", 200))) {
        JsonNode body = tree(VoucherBody.text(voucher, NOW));
        assertEquals(List.of(), List.copyOf(schema().validate(body)));
      }
    }

    @Test
    void wouldNotPassTheSchemaWithAnAmountThatIsANumber() throws IOException {
      String body = VoucherBody.text(vouchersOf().of("claim", "545.00"), NOW);
      assertTrue(schema().validate(tree(body.replace("\"545.00\"", "545.00"))).size() > 0);
    }

    private static Vouchers vouchersOf() {
      try (WebhookUnderTest subject = new WebhookUnderTest(false)) {
        return new Vouchers(subject.chart());
      }
    }

    @Test
    void holdsExactAmountsAsTextsAndTheTimeToTheSecond() {
      JsonNode body = tree(pushed(vouchers.of("claim", "90071992547409.90")).body());
      JsonNode line = body.path("data").path("lines").path(0);
      assertEquals("2026-03-31T08:00:00Z", body.path("timestamp").textValue());
      assertEquals("90071992547409.90", line.path("amount").textValue());
      assertEquals("debit", line.path("side").textValue());
      assertEquals("BM000001", line.path("dimensions").path("department").textValue());
      assertEquals("rule", line.path("explanation").path("rule").textValue());
      assertEquals("record", body.path("data").path("purpose").textValue());
    }

    @Test
    void holdsForeignAmountsWithTheirRate() {
      JsonNode lines =
          tree(pushed(vouchers.foreign("claim", "USD")).body()).path("data").path("lines");
      assertEquals("33.35", lines.path(0).path("foreign").path("amount").textValue());
      assertEquals("7.1", lines.path(0).path("foreign").path("rate").textValue());
      assertTrue(lines.path(3).path("foreign").isMissingNode());
    }

    @Test
    void largerThanAllowedIsNotSent() {
      settings.put("mostBytes", "20000");
      Failure failure =
          assertInstanceOf(Sent.Failed.class, sent(vouchers.ofLines("claim", 200))).failure();
      assertEquals(FailureKind.DATA, failure.kind());
      assertEquals("WEBHOOK-TOO-LARGE", failure.code());
      assertEquals(0, receiver.server().requests(Request.SEND));
    }

    @Test
    void ofAnEverydayVoucherStaysBelowTheTwentyKilobytesThatTheStandardAdvises() {
      assertTrue(pushed(vouchers.ofLines("claim", 30)).body().length() < 20_000);
    }
  }

  @Nested
  class ItCosts {
    @Test
    void oneRequestAndOneMoreWhereTheReceiverIsAskedFirst() {
      pushed(vouchers.of("one", "1.00"));
      assertEquals(1, receiver.server().requests(Request.SEND));
      assertEquals(0, receiver.server().requests(Request.ASK));
      secrets.put("lookupUrl", receiver.lookupAddress().toString());
      pushed(vouchers.of("two", "1.00"));
      assertEquals(2, receiver.server().requests(Request.SEND));
      assertEquals(1, receiver.server().requests(Request.ASK));
    }
  }

  @Nested
  class ItsForm {
    @ParameterizedTest
    @CsvSource({
      "url, http://hooks.example.com/x",
      "url, https://user@hooks.example.com/x",
      "secret, topsecret",
      "secret, whsec_AAAA",
      "previousSecret, whsec_",
      "lookupUrl, ftp://hooks.example.com/"
    })
    void refusesWhatCannotBeUsedWithoutRepeatingIt(String key, String value) {
      secrets.put(key, value);
      List<Reason> faults = Ledgers.check(WebhookUnderTest.connection(settings, secrets));
      assertEquals(List.of("LEDGER-SETTING-INVALID"), faults.stream().map(Reason::code).toList());
      assertTrue(faults.stream().noneMatch(fault -> fault.toString().contains(value)));
    }

    @Test
    void takesTheAddressAsASecretOnly() {
      settings.put("url", secrets.remove("url"));
      assertEquals(
          List.of("LEDGER-SETTING-MISSING", "LEDGER-SETTING-UNKNOWN"),
          Ledgers.check(WebhookUnderTest.connection(settings, secrets)).stream()
              .map(Reason::code)
              .toList());
    }

    @ParameterizedTest
    @CsvSource({"19999, 1", "20000, 0", "99999, 0", "4000000, 0", "4000001, 1", "1e6, 1"})
    void limitsTheBody(String bytes, int faults) {
      settings.put("mostBytes", bytes);
      assertEquals(faults, Ledgers.check(WebhookUnderTest.connection(settings, secrets)).size());
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEachReasonInBothLanguages(WebhookReason reason) {
      Reason given = Reason.of(reason, "1", "2");
      assertTrue(given.code().startsWith("WEBHOOK-"));
      assertTrue(!given.chinese().contains("{") && !given.english().contains("{"));
    }

    @Test
    void neverPrintsAnAddress() {
      assertEquals(
          "WebhookSettings[without look-up]",
          WebhookSettings.of(WebhookUnderTest.connection(settings, secrets)).toString());
    }
  }
}
