package io.dingledger.ledgers.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of a receiver, and of its look-up, means. */
class WebhookAnswersTest {
  private final WebhookStandIn receiver = WebhookStandIn.start();
  private final Voucher voucher =
      Vouchers.voucher(
          "claim",
          List.of(
              Vouchers.line(
                  "6602.03", Map.of(Dimension.DEPARTMENT, "BM000001"), Side.DEBIT, "545.00"),
              Vouchers.line("2241", Map.of(), Side.CREDIT, "545.00")));
  private final String key = voucher.key().value();

  @AfterEach
  void close() {
    receiver.close();
  }

  private Ledger ledger(boolean withLookUp) {
    return ledger(withLookUp, TestTools.tools());
  }

  private Ledger ledger(boolean withLookUp, LedgerTools tools) {
    Map<String, String> secrets = new HashMap<>(receiver.secrets());
    if (withLookUp) {
      secrets.put("lookupUrl", receiver.lookupAddress().toString());
    }
    return Ledgers.open(WebhookUnderTest.connection(receiver.settings(), secrets), tools);
  }

  private Sent sent(Ledger ledger, Reply reply) {
    receiver.answer(reply);
    return ledger.send(voucher, new Asked.Absent(voucher.key()));
  }

  private Failure failed(Ledger ledger, Reply reply) {
    return assertInstanceOf(Sent.Failed.class, sent(ledger, reply)).failure();
  }

  private static Reply reply(int status, String body) {
    return new Reply(status, "application/json", body, Map.of());
  }

  @Nested
  class APushIsAnswered {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "200 | {\"number\":\"记-45\",\"id\":\"v9\"} | 记-45",
          "201 | {\"id\":77} | 77",
          "202 | | ''",
          "204 | | ''",
          "299 | ok | ''",
          "200 | {\"number\":null,\"id\":{}} | ''"
        })
    void aGoodStatusIsASuccessAndTheNumberIsTakenIfThereIsOne(
        int status, String body, String number) {
      Sent sent = sent(ledger(false), reply(status, body == null ? "" : body));
      assertEquals(new Sent.Posted(new LedgerReference(key, number)), sent);
    }

    @Test
    void aReceiverThatCanBeAskedHasIdsOfItsOwn() {
      Sent sent = sent(ledger(true), reply(200, "{\"number\":\"记-45\",\"id\":\"v9\"}"));
      assertEquals(new Sent.Posted(new LedgerReference("v9", "记-45")), sent);
    }

    @ParameterizedTest
    @CsvSource({
      "400, DATA, WEBHOOK-REFUSED",
      "401, CONFIG, WEBHOOK-NOT-LET-IN",
      "403, CONFIG, WEBHOOK-NOT-LET-IN",
      "404, CONFIG, WEBHOOK-NOT-LET-IN",
      "405, CONFIG, WEBHOOK-NOT-LET-IN",
      "408, UNDELIVERED, HTTP-408",
      "409, DATA, WEBHOOK-REFUSED",
      "410, CONFIG, WEBHOOK-GONE",
      "413, DATA, WEBHOOK-REFUSED",
      "422, DATA, WEBHOOK-REFUSED",
      "425, UNDELIVERED, HTTP-425",
      "429, THROTTLE, HTTP-429",
      "302, UNDELIVERED, HTTP-302",
      "500, UNDELIVERED, HTTP-500",
      "502, UNDELIVERED, HTTP-502",
      "503, UNDELIVERED, HTTP-503",
      "504, UNDELIVERED, HTTP-504"
    })
    void anyOtherStatusHasItsMeaning(int status, FailureKind kind, String code) {
      Failure failure = failed(ledger(false), reply(status, "{}"));
      assertEquals(kind, failure.kind());
      assertEquals(code, failure.code());
      FailureKind asked = kind == FailureKind.UNDELIVERED ? FailureKind.AMBIGUOUS : kind;
      assertEquals(asked, failed(ledger(true), reply(status, "{}")).kind());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void theStatedWaitIsPassedOn(int status) {
      Reply reply = new Reply(status, "text/plain", "later", Map.of("Retry-After", "120"));
      assertEquals(Optional.of(Duration.ofSeconds(120)), failed(ledger(false), reply).retryAfter());
    }

    @Test
    void aWebPageIsNoConfirmation() {
      Failure failure = failed(ledger(false), new Reply(200, "text/html", "<html>", Map.of()));
      assertEquals(FailureKind.UNDELIVERED, failure.kind());
      assertEquals("LEDGER-PAGE", failure.code());
    }

    @Test
    void aRedirectionIsNotFollowed() {
      Map<String, String> elsewhere = Map.of("Location", receiver.address().toString());
      failed(ledger(false), new Reply(307, "text/plain", "", elsewhere));
      assertEquals(1, receiver.server().requests(Request.SEND));
    }

    @Test
    void theReceiversWordsAreShownWithoutAmountsAddressesAndSecrets() {
      String words =
          "科目 6602 不存在 545.00 1,234.5 13800138000 https://hooks.example.com/x whsec_abc=";
      Failure failure = failed(ledger(false), reply(422, "{\"message\":\"" + words + "\"}"));
      assertTrue(failure.detail().contains("科目 6602 不存在 * * * * *"), failure.detail());
    }
  }

  @Nested
  class ALookUpIsAnswered {
    private Asked asked(int status, String body) {
      receiver.answer(reply(status, body.replace("KEY", key)));
      return ledger(true).ask(voucher);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "200 | {\"found\":false}",
          "404 | {\"found\":false}",
          "200 | {\"found\":false,\"vouchers\":[]}"
        })
    void onlyAPlainNoIsAbsence(int status, String body) {
      assertEquals(new Asked.Absent(voucher.key()), asked(status, body));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "404 | {} | CONFIG | WEBHOOK-LOOKUP-UNCLEAR",
          "404 | <html>not found</html> | CONFIG | WEBHOOK-LOOKUP-UNCLEAR",
          "401 | {\"found\":false} | CONFIG | WEBHOOK-NOT-LET-IN",
          "410 | {\"found\":false} | CONFIG | WEBHOOK-NOT-LET-IN",
          "500 | {\"found\":false} | TRANSIENT | HTTP-500",
          "204 | '' | TRANSIENT | HTTP-204",
          "200 | '' | TRANSIENT | LEDGER-UNREADABLE",
          "200 | [] | TRANSIENT | LEDGER-UNREADABLE",
          "200 | null | TRANSIENT | LEDGER-UNREADABLE",
          "200 | {\"found\":false}} | TRANSIENT | LEDGER-UNREADABLE",
          "200 | {} | TRANSIENT | WEBHOOK-LOOKUP-UNCLEAR",
          "200 | {\"found\":\"false\"} | TRANSIENT | WEBHOOK-LOOKUP-UNCLEAR",
          "200 | {\"found\":true} | TRANSIENT | WEBHOOK-LOOKUP-UNCLEAR",
          "200 | {\"found\":true,\"key\":\"KEY\",\"vouchers\":[]} | TRANSIENT | WEBHOOK-LOOKUP-UNCLEAR",
          "200 | {\"found\":false,\"vouchers\":[{\"id\":1}]} | TRANSIENT | WEBHOOK-LOOKUP-UNCLEAR",
          "200 | {\"found\":true,\"key\":\"DL1\",\"vouchers\":[{\"id\":1}]} | CONFIG | LEDGER-OTHER-KEY",
          "200 | {\"found\":true,\"vouchers\":[{\"id\":1}]} | CONFIG | LEDGER-OTHER-KEY",
          "200 | {\"found\":true,\"key\":\"KEY\",\"vouchers\":[{\"id\":1,\"lines\":[]}]}"
              + " | TRANSIENT | WEBHOOK-LOOKUP-UNCLEAR",
          "200 | {\"found\":true,\"key\":\"KEY\",\"vouchers\":[{\"lines\":[{\"account\":\"1\","
              + "\"side\":\"debit\",\"amount\":\"1\"}]}]} | TRANSIENT | WEBHOOK-LOOKUP-UNCLEAR",
          "200 | {\"found\":true,\"key\":\"KEY\",\"vouchers\":[{\"id\":1,\"lines\":[{\"account\":\"1\","
              + "\"side\":\"left\",\"amount\":\"1\"}]}]} | TRANSIENT | WEBHOOK-LOOKUP-UNCLEAR",
          "200 | {\"found\":true,\"key\":\"KEY\",\"vouchers\":[{\"id\":1,\"lines\":[{\"account\":\"1\","
              + "\"side\":\"debit\"}]}]} | TRANSIENT | WEBHOOK-LOOKUP-UNCLEAR"
        })
    void anythingElseIsAFailureAndNeverAbsence(
        int status, String body, FailureKind kind, String code) {
      Failure failure = assertInstanceOf(Asked.Failed.class, asked(status, body)).failure();
      assertEquals(kind, failure.kind());
      assertEquals(code, failure.code());
    }

    @Test
    void amountsMayBeNumbersOrTexts() {
      String lines =
          "[{\"account\":\"2241\",\"side\":\"credit\",\"amount\":545},"
              + "{\"account\":\"6602.03\",\"side\":\"debit\",\"amount\":\"545.0\"}]";
      Asked asked =
          asked(
              200,
              "{\"found\":true,\"key\":\"KEY\",\"vouchers\":[{\"id\":7,\"number\":\"记-1\",\"lines\":"
                  + lines
                  + "}]}");
      assertEquals(new Asked.Found(new LedgerReference("7", "记-1")), asked);
    }
  }

  @Nested
  class AConnectionSays {
    @Test
    void whatKeepsItFromDoubles() {
      assertEquals(Guard.RECEIVER_REMOVES_REPEATS, ledger(false).guard());
      assertEquals(Guard.ASKED_FIRST, ledger(true).guard());
      assertFalse(ledger(false).guard().canBeAsked());
    }

    @Test
    void nothingAboutAReceiverThatCannotBeAskedAndSendsItNothing() {
      Checkup checkup = ledger(false).test();
      assertEquals(5, checkup.findings().size());
      assertTrue(
          checkup.findings().stream()
              .allMatch(finding -> finding.verdict() instanceof Checkup.Verdict.NotTold));
      assertEquals(0, receiver.server().requests(Request.SEND));
    }
  }

  @Nested
  class WherePublicAddressesOnlyMayBeCalled {
    private final LedgerTools strict =
        new LedgerTools(
            TestTools.tools().tokens(),
            TestTools.tools().exports(),
            AddressFilter.PUBLIC_ONLY,
            TestTools.tools().clock());

    @Test
    void nothingLeavesForAPrivateOneAndTheFailureDoesNotNameIt() {
      Ledger ledger = ledger(true, strict);
      Failure sending =
          assertInstanceOf(Sent.Failed.class, ledger.send(voucher, new Asked.Absent(voucher.key())))
              .failure();
      Failure asking = assertInstanceOf(Asked.Failed.class, ledger.ask(voucher)).failure();
      for (Failure failure : List.of(sending, asking)) {
        assertEquals(FailureKind.CONFIG, failure.kind());
        assertEquals("LEDGER-ADDRESS-FORBIDDEN", failure.code());
        assertFalse(failure.detail().contains("127"), failure.detail());
      }
      assertFalse(ledger.test().isGood());
      assertEquals(0, receiver.server().requests(Request.SEND));
      assertEquals(0, receiver.server().requests(Request.ASK));
    }
  }
}
