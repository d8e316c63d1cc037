package io.dingledger.ledgers.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.connector.ConnectorStandIn.Language;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer means by the tests of a connection. */
class ConnectorAnswersTest {
  private ConnectorStandIn standIn = ConnectorStandIn.start(Language.JSON);
  private final Map<String, String> further = new HashMap<>();
  private final Voucher voucher = voucher("545.00", "报销");
  private final String key = voucher.key().value();

  @AfterEach
  void close() {
    standIn.close();
  }

  private static Voucher voucher(String amount, String summary) {
    return Vouchers.voucher(
        "claim", List.of(line(amount, summary, Side.DEBIT), line(amount, summary, Side.CREDIT)));
  }

  private static VoucherLine line(String amount, String summary, Side side) {
    VoucherLine plain =
        Vouchers.line(
            side == Side.DEBIT ? "6602.03" : "2241",
            Map.of(Dimension.DEPARTMENT, "BM000001"),
            side,
            amount);
    return new VoucherLine(
        summary, plain.account(), plain.dimensions(), side, plain.amount(), plain.explanation());
  }

  private void speak(Language language) {
    standIn.close();
    standIn = ConnectorStandIn.start(language);
  }

  private Ledger ledger() {
    Map<String, String> settings = new HashMap<>(standIn.settings());
    settings.putAll(further);
    return Ledgers.open(
        ConnectorUnderTest.connection(settings, standIn.secrets()), TestTools.tools());
  }

  private Sent sent(Voucher any) {
    return ledger().send(any, new Asked.Absent(any.key()));
  }

  private Sent answered(int status, String body) {
    standIn.answer(new Reply(status, "application/json", body.replace("KEY", key), Map.of()));
    return sent(voucher);
  }

  private Failure failed(Sent sent) {
    return assertInstanceOf(Sent.Failed.class, sent).failure();
  }

  @Nested
  class ASentVoucher {
    @Test
    void isPostedWhenAllTestsHoldAndAnIdIsNamed() {
      assertEquals(
          new Sent.Posted(new LedgerReference("7", "记-7")),
          answered(201, "{\"code\":0,\"data\":{\"voucherId\":7,\"voucherNo\":\"记-7\"}}"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "200 | {\"code\":0} | AMBIGUOUS | LEDGER-UNCLEAR",
          "200 | {\"code\":0,\"data\":{\"voucherId\":\"\"}} | AMBIGUOUS | LEDGER-UNCLEAR",
          "200 | {\"code\":1,\"data\":{\"voucherId\":7}} | AMBIGUOUS | LEDGER-UNCLEAR",
          "202 | {\"code\":0,\"data\":{\"voucherId\":7}} | AMBIGUOUS | HTTP-202",
          "200 | {} | AMBIGUOUS | LEDGER-UNCLEAR",
          "200 | null | AMBIGUOUS | LEDGER-UNCLEAR",
          "200 | '' | AMBIGUOUS | LEDGER-UNREADABLE",
          "200 | <html> | AMBIGUOUS | LEDGER-UNREADABLE",
          "200 | {\"code\":4002} | PERIOD_CLOSED | CONNECTOR-REFUSED",
          "500 | {\"code\":4002} | PERIOD_CLOSED | CONNECTOR-REFUSED",
          "200 | {\"code\":4003} | DATA | CONNECTOR-REFUSED",
          "200 | {\"code\":4010} | CONFIG | CONNECTOR-REFUSED",
          "200 | {\"code\":4290} | THROTTLE | CONNECTOR-REFUSED",
          "200 | {\"code\":4090} | AMBIGUOUS | CONNECTOR-REPEATED",
          "400 | {} | DATA | CONNECTOR-REFUSED",
          "422 | {} | DATA | CONNECTOR-REFUSED",
          "401 | {} | CONFIG | HTTP-401",
          "404 | {} | CONFIG | HTTP-404",
          "429 | {} | THROTTLE | HTTP-429",
          "408 | {} | AMBIGUOUS | HTTP-408",
          "302 | {} | AMBIGUOUS | HTTP-302",
          "500 | {} | AMBIGUOUS | HTTP-500",
          "503 | {\"code\":0,\"data\":{\"voucherId\":7}} | AMBIGUOUS | HTTP-503"
        })
    void isOtherwiseWhatTheTestsSayAndUnclearWhenNoneDoes(
        int status, String body, FailureKind kind, String code) {
      Failure failure = failed(answered(status, body));
      assertEquals(kind, failure.kind());
      assertEquals(code, failure.code());
      assertEquals(1, standIn.server().requests(Request.SEND));
    }

    @Test
    void thatIsBothTakenAndRefusedIsUnclear() {
      further.put("refusalTests", "/warning exists");
      Sent sent = answered(200, "{\"code\":0,\"data\":{\"voucherId\":7},\"warning\":\"x\"}");
      assertEquals(FailureKind.AMBIGUOUS, failed(sent).kind());
    }

    @Test
    void isRefusedInTheReceiversWordsWithoutAmounts() {
      Failure failure = failed(answered(200, "{\"code\":4003,\"message\":\"科目 9999 545.00\"}"));
      assertTrue(failure.detail().contains("科目 9999 *"), failure.detail());
    }
  }

  @Nested
  class WithoutALookUp {
    @Test
    void anUnclearOutcomeIsForAPersonUnlessTheReceiverRemovesRepeats() {
      further.put("lookup", "none");
      assertEquals(Guard.SENT_ONCE, ledger().guard());
      assertEquals(FailureKind.AMBIGUOUS, failed(answered(500, "")).kind());
      further.put("receiverRemovesRepeats", "true");
      assertEquals(Guard.RECEIVER_REMOVES_REPEATS, ledger().guard());
      assertEquals(FailureKind.UNDELIVERED, failed(answered(500, "")).kind());
      assertEquals(FailureKind.UNDELIVERED, failed(answered(200, "{}")).kind());
    }

    @Test
    void anAnswerThatItIsThereAlreadyCountsOnlyWhereTheReceiverRemovesRepeats() {
      further.put("lookup", "none");
      assertEquals(FailureKind.AMBIGUOUS, failed(answered(200, "{\"code\":4090}")).kind());
      further.put("receiverRemovesRepeats", "true");
      assertEquals(new Sent.Posted(new LedgerReference(key, "")), answered(200, "{\"code\":4090}"));
    }

    @Test
    void nothingIsAsked() {
      further.put("lookup", "none");
      assertEquals(new Asked.Absent(voucher.key()), ledger().ask(voucher));
      assertEquals(0, standIn.server().requests(Request.ASK));
    }
  }

  @Nested
  class ALookUp {
    private Asked asked(int status, String body) {
      standIn.answer(new Reply(status, "application/json", body.replace("KEY", key), Map.of()));
      return ledger().ask(voucher);
    }

    @Test
    void saysAbsentByAnEmptyListThatIsThere() {
      assertEquals(
          new Asked.Absent(voucher.key()), asked(200, "{\"code\":0,\"total\":0,\"rows\":[]}"));
    }

    @Test
    void saysAbsentByTheTestsOfAbsenceUnlessTheServerItselfFails() {
      further.put("absentTests", "/code equals 404\n/message contains 不存在");
      String body = "{\"code\":404,\"message\":\"凭证不存在\"}";
      assertEquals(new Asked.Absent(voucher.key()), asked(404, body));
      assertInstanceOf(Asked.Failed.class, asked(500, body));
      assertInstanceOf(Asked.Failed.class, asked(404, "{\"code\":404}"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "200 | {\"code\":0,\"total\":0} | TRANSIENT | LEDGER-UNREADABLE",
          "200 | {\"code\":0,\"total\":0,\"rows\":null} | TRANSIENT | LEDGER-UNREADABLE",
          "200 | {\"code\":0,\"total\":0,\"rows\":{}} | TRANSIENT | LEDGER-UNREADABLE",
          "200 | {\"code\":0,\"rows\":[]} | TRANSIENT | LEDGER-UNREADABLE",
          "200 | {\"code\":5,\"total\":0,\"rows\":[]} | TRANSIENT | LEDGER-UNREADABLE",
          "200 | {} | TRANSIENT | LEDGER-UNREADABLE",
          "200 | <html> | TRANSIENT | LEDGER-PAGE",
          "200 | '' | TRANSIENT | LEDGER-UNREADABLE",
          "404 | {\"code\":0,\"total\":0,\"rows\":[]} | CONFIG | HTTP-404",
          "200 | {\"code\":4290} | THROTTLE | CONNECTOR-REFUSED",
          "200 | {\"code\":4010} | CONFIG | CONNECTOR-REFUSED",
          "200 | {\"code\":0,\"total\":1,\"rows\":[{\"bizKey\":\"DL1\"}]} | CONFIG | LEDGER-OTHER-KEY",
          "200 | {\"code\":0,\"total\":1,\"rows\":[{}]} | CONFIG | LEDGER-OTHER-KEY",
          "200 | {\"code\":0,\"total\":1,\"rows\":[{\"bizKey\":\"KEY\",\"voucherId\":1}]}"
              + " | TRANSIENT | LEDGER-UNREADABLE",
          "200 | {\"code\":0,\"total\":1,\"rows\":[{\"bizKey\":\"KEY\",\"voucherId\":1,\"entries\":"
              + "[{\"subject\":\"1\"}]}]} | TRANSIENT | LEDGER-UNREADABLE",
          "200 | {\"code\":0,\"total\":1,\"rows\":[{\"bizKey\":\"KEY\",\"entries\":"
              + "[{\"subject\":\"1\",\"debit\":1}]}]} | TRANSIENT | LEDGER-UNREADABLE"
        })
    void isNeverAbsenceWhenAnythingIsMissing(
        int status, String body, FailureKind kind, String code) {
      Failure failure = assertInstanceOf(Asked.Failed.class, asked(status, body)).failure();
      assertEquals(kind, failure.kind());
      assertEquals(code, failure.code());
    }

    @Test
    void thatMayBeCutIsNotBelieved() {
      further.put("mostRows", "10");
      String row = "{\"bizKey\":\"KEY\"}";
      String rows = String.join(",", List.of(row, row, row, row, row, row, row, row, row, row));
      Asked asked = asked(200, "{\"code\":0,\"total\":10,\"rows\":[" + rows + "]}");
      assertEquals(
          "CONNECTOR-ROWS-CUT", assertInstanceOf(Asked.Failed.class, asked).failure().code());
    }
  }

  @Nested
  class AVoucherThatIsRed {
    @Test
    void standsOnTheOtherSidesWhereNegativeAmountsAreNotTakenAndIsFoundAllTheSame() {
      further.put("redStyle", "other-sides");
      Voucher red = voucher("-545.00", "红字");
      assertInstanceOf(Sent.Posted.class, sent(red));
      String body = standIn.last().body();
      assertTrue(body.contains("\"debit\":0.00,\"credit\":545.00"), body);
      assertTrue(!body.contains("-"), body);
      assertInstanceOf(Asked.Found.class, ledger().ask(red));
      assertInstanceOf(Asked.Different.class, ledger().ask(voucher("545.00", "红字")));
    }
  }

  @Nested
  class ATextInAVoucher {
    @Test
    void staysATextWhateverItHolds() {
      String hostile = "\"},{\"subject\":\"1002\",\"debit\":9 \\ \n <&>' 😀";
      assertInstanceOf(Sent.Posted.class, sent(voucher("545.00", hostile)));
      assertEquals(
          hostile,
          JsonSpeech.tree(standIn.last().body()).path("entries").path(0).path("memo").textValue());
    }

    @Test
    void inXmlToo() {
      speak(Language.XML);
      String hostile = "</memo><side>贷</side> ]]> & \u0001 报销";
      assertInstanceOf(Sent.Posted.class, sent(voucher("545.00", hostile)));
      assertTrue(standIn.last().body().contains("&lt;/memo&gt;&lt;side&gt;贷"));
      assertEquals(1, standIn.countWithKey(key));
    }

    @Test
    void thatTheCharsetCannotWriteIsNotSent() {
      speak(Language.XML);
      Failure failure = failed(sent(voucher("545.00", "团建 😀")));
      assertEquals(FailureKind.DATA, failure.kind());
      assertEquals("CONNECTOR-NOT-IN-CHARSET", failure.code());
      assertEquals(0, standIn.server().requests(Request.SEND));
    }
  }

  @Test
  void aPostedVoucherCostsTwoRequestsWithALookUpAndOneWithout() {
    Ledger ledger = ledger();
    ledger.send(voucher, assertInstanceOf(Asked.Absent.class, ledger.ask(voucher)));
    assertEquals(1, standIn.server().requests(Request.ASK));
    assertEquals(1, standIn.server().requests(Request.SEND));
  }
}
