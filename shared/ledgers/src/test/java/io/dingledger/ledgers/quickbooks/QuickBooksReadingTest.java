package io.dingledger.ledgers.quickbooks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.MasterData.Entry;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.http.HandClock;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickBooksReadingTest {
  private final HandClock clock = new HandClock();
  private QuickBooksUnderTest subject = new QuickBooksUnderTest(Map.of(), clock);
  private final Voucher voucher = new Vouchers(subject.chart()).of("claim", "545.00");

  @AfterEach
  void close() {
    subject.close();
  }

  private void with(Map<String, String> settings) {
    subject.close();
    subject = new QuickBooksUnderTest(settings, clock);
  }

  private void answers(String body) {
    subject.standIn().answerNext(Reply.json(body.replace("KEY", voucher.key().value())));
  }

  private Failure failureOfAsking() {
    return assertInstanceOf(Asked.Failed.class, subject.ledger().ask(voucher)).failure();
  }

  @Nested
  class AnAnswerToAsking {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "null",
          "[]",
          "{\"QueryResponse\":null}",
          "{\"QueryResponse\":[]}",
          "{\"QueryResponse\":{\"JournalEntry\":null}}",
          "{\"QueryResponse\":{\"JournalEntry\":{}}}",
          "{\"QueryResponse\":{\"JournalEntry\":[],\"maxResults\":1}}",
          "{\"QueryResponse\":{\"maxResults\":1}}",
          "{\"QueryResponse\":{\"totalCount\":2}}",
          "{\"QueryResponse\":{\"Warnings\":\"x\"}}",
          "{\"QueryResponse\":{\"JournalEntry\":[{\"DocNumber\":\"KEY\"}]}}",
          "{\"QueryResponse\":{\"JournalEntry\":[null]}}",
          "{\"QueryResponse\":{\"JournalEntry\":[{\"Id\":\"7\",\"DocNumber\":\"KEY\"}]}}",
          "{\"QueryResponse\":{\"JournalEntry\":[{\"Id\":\"7\",\"DocNumber\":\"KEY\",\"Line\":[]}]}}",
          "{\"QueryResponse\":{\"JournalEntry\":[{\"Id\":\"7\",\"DocNumber\":\"KEY\",\"Line\":"
              + "[{\"Amount\":1,\"DetailType\":\"JournalEntryLineDetail\","
              + "\"JournalEntryLineDetail\":{\"PostingType\":\"Both\"}}]}]}}",
          "{\"QueryResponse\":{\"JournalEntry\":[{\"Id\":\"7\",\"DocNumber\":\"KEY\",\"Line\":"
              + "[{\"DetailType\":\"JournalEntryLineDetail\","
              + "\"JournalEntryLineDetail\":{\"PostingType\":\"Debit\"}}]}]}}"
        })
    void thatCannotBeReadIsNeverAbsence(String body) {
      answers(body);
      assertEquals(FailureKind.TRANSIENT, failureOfAsking().kind());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"QueryResponse\":{},\"time\":\"now\"}",
          "{\"QueryResponse\":{\"startPosition\":1,\"maxResults\":0,\"totalCount\":0}}",
          "{\"QueryResponse\":{\"JournalEntry\":[]}}",
          "\uFEFF{\"QueryResponse\":{}}"
        })
    void thatIsPositivelyEmptyIsAbsence(String body) {
      answers(body);
      assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
    }

    @Test
    void withAnotherNumberIsNotAbsenceButAFaultOfTheQuery() {
      answers("{\"QueryResponse\":{\"JournalEntry\":[{\"Id\":\"7\",\"DocNumber\":\"OTHER\"}]}}");
      Failure failure = failureOfAsking();
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("LEDGER-OTHER-KEY", failure.code());
    }

    @Test
    void withRemarksBetweenTheLinesIsTheSameContent() {
      subject.ledger().send(voucher, new Asked.Absent(voucher.key()));
      ((ArrayNode) subject.standIn().company().all("JournalEntry").getFirst().path("Line"))
          .addObject()
          .put("DetailType", "DescriptionOnly")
          .put("Description", "checked");
      assertInstanceOf(Asked.Found.class, subject.ledger().ask(voucher));
    }
  }

  @Nested
  class ARequestIsCounted {
    private int calls() {
      return subject.standIn().calls().size() + subject.standIn().desk().requests();
    }

    @Test
    void aFirstVoucherTakesNineAndOneWithKnownNamesFour() {
      Ledger ledger = subject.ledger();
      Asked.Absent leave = assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
      assertInstanceOf(Sent.Posted.class, ledger.send(voucher, leave));
      assertEquals(9, calls(), "a token, three questions, four look-ups, one sending");
      Voucher next = new Vouchers(subject.chart()).of("next", "1.00");
      Asked.Absent again = assertInstanceOf(Asked.Absent.class, ledger.ask(next));
      assertInstanceOf(Sent.Posted.class, ledger.send(next, again));
      assertEquals(13, calls(), "three questions, one sending");
      Voucher red = new Vouchers(subject.chart()).reverseOf("next", "1.00");
      Asked.Absent third = assertInstanceOf(Asked.Absent.class, ledger.ask(red));
      assertInstanceOf(Sent.Posted.class, ledger.send(red, third));
      assertEquals(15, calls(), "one question, one sending: it can be a journal entry only");
    }
  }

  @Nested
  class ACheckup {
    private Failure failed(Point point) {
      return subject.ledger().test().findings().stream()
          .filter(each -> each.point() == point)
          .map(Checkup.Finding::verdict)
          .map(verdict -> assertInstanceOf(Checkup.Verdict.Failed.class, verdict).failure())
          .findFirst()
          .orElseThrow();
    }

    @Test
    void ofAGoodConnectionLooksAtAllPointsAndWritesNothing() {
      Checkup checkup = subject.ledger().test();
      assertTrue(checkup.isGood());
      assertEquals(
          List.of(Point.values()),
          checkup.findings().stream().map(Checkup.Finding::point).toList());
      assertTrue(
          subject.standIn().calls().stream().allMatch(call -> call.path().endsWith("/query")));
    }

    @Test
    void tellsAWithdrawnConsent() {
      subject.ledger().ask(voucher);
      subject.standIn().desk().withdraw();
      assertEquals("LEDGER-RECONNECT", failed(Point.CREDENTIALS).code());
    }

    @Test
    void tellsAnUnknownCompany() {
      Checkup checkup = subject.ledgerOfAnUnknownBook().test();
      assertFalse(checkup.isGood());
      assertEquals(Point.BOOK, checkup.findings().getLast().point());
    }

    @Test
    void tellsAServerThatDoesNotAnswer() {
      subject.close();
      assertEquals("LEDGER-NOT-REACHED", failed(Point.REACHABLE).code());
    }

    @Test
    void tellsAnAnswerThatCannotBeRead() {
      subject.ledger().ask(voucher);
      answers("{}");
      assertEquals("LEDGER-UNREADABLE", failed(Point.REACHABLE).code());
    }

    @Test
    void tellsAnotherHomeCurrency() {
      with(Map.of("currency", "HKD"));
      assertEquals("LEDGER-QUICKBOOKS-CURRENCY", failed(Point.BOOK).code());
    }

    @Test
    void tellsThatTheCompanyUsesSeveralCurrencies() {
      subject.standIn().company().useSeveralCurrencies();
      assertEquals("LEDGER-QUICKBOOKS-MULTICURRENCY", failed(Point.BOOK).code());
    }

    @Test
    void tellsBooksThatAreClosedUpToToday() {
      subject.standIn().close(YearMonth.of(2026, 2));
      assertTrue(subject.ledger().test().isGood());
      subject.standIn().close(YearMonth.of(2026, 3));
      Failure failure = failed(Point.PERIOD);
      assertEquals(FailureKind.PERIOD_CLOSED, failure.kind());
      assertEquals("LEDGER-QUICKBOOKS-CLOSED", failure.code());
    }
  }

  @Nested
  class MasterDataIsRead {
    private List<Entry> entries(MasterData.Kind kind) {
      return assertInstanceOf(MasterData.Entries.class, subject.ledger().read(kind)).entries();
    }

    @Test
    void accountsByTheCodesThatLinesUse() {
      assertTrue(entries(MasterData.Kind.ACCOUNT).contains(new Entry("6602.03", "管理费用:差旅费", true)));
      assertTrue(entries(MasterData.Kind.ACCOUNT).contains(new Entry("6601", "已停用科目", false)));
    }

    @Test
    void anAccountWithoutACodeCannotBeUsed() throws Exception {
      subject
          .standIn()
          .company()
          .add("Account", "{\"Id\":\"98\",\"FullyQualifiedName\":\"x\",\"Active\":true}");
      assertTrue(entries(MasterData.Kind.ACCOUNT).contains(new Entry("", "x", false)));
    }

    @Test
    void dimensionsFromWhereTheyGo() {
      with(Map.of("departmentAs", "department", "employeeAs", "vendor", "employeeBy", "number"));
      assertEquals(List.of(new Entry("上海", "上海", true)), entries(MasterData.Kind.DEPARTMENT));
      assertTrue(entries(MasterData.Kind.EMPLOYEE).contains(new Entry("V-1", "Demo Vendor", true)));
      assertTrue(
          entries(MasterData.Kind.CUSTOMER)
              .contains(new Entry("Demo Client", "Demo Client", true)));
      assertEquals(List.of(new Entry("CNY", "CNY", true)), entries(MasterData.Kind.CURRENCY));
    }

    @ParameterizedTest
    @EnumSource(names = {"PERIOD", "VOUCHER_TYPE", "BOOK"})
    void whatQuickBooksHasNotIsNotOffered(MasterData.Kind kind) {
      assertInstanceOf(MasterData.NotOffered.class, subject.ledger().read(kind));
    }

    @Test
    void whatGoesNowhereIsNotOffered() {
      with(Map.of("departmentAs", "none"));
      assertInstanceOf(
          MasterData.NotOffered.class, subject.ledger().read(MasterData.Kind.DEPARTMENT));
    }

    @Test
    void aRefusalIsAFailure() {
      answers(QuickBooksStandIn.fault("4000", "Error parsing query", "ValidationFault"));
      MasterData.Failed failed =
          assertInstanceOf(MasterData.Failed.class, subject.ledger().read(MasterData.Kind.ACCOUNT));
      assertEquals(FailureKind.CONFIG, failed.failure().kind());
    }
  }

  @Nested
  class AFileIsHung {
    private final Attached.File file =
        new Attached.File("说明\".txt", "text/plain", "第一行".getBytes(StandardCharsets.UTF_8));

    @Test
    void onTheTransactionThatTheReferenceNames() {
      Attached attached = subject.ledger().attach(new LedgerReference("Bill/31", "DL"), file);
      assertInstanceOf(Attached.Done.class, attached);
      Call call = subject.standIn().calls().getLast();
      assertTrue(call.path().endsWith("/upload"));
      assertTrue(
          call.body().contains("\"EntityRef\":{\"type\":\"Bill\",\"value\":\"31\"}"), call::body);
      assertTrue(call.body().contains("filename=\"说明_.txt\""), call::body);
      assertTrue(call.body().contains("\r\n\r\n第一行\r\n--"), call::body);
    }

    @Test
    void withoutChangingAByte() {
      byte[] all = new byte[256];
      for (int value = 0; value < 256; value++) {
        all[value] = (byte) value;
      }
      HttpCall.Body body =
          Attachment.body(
              new LedgerReference("7", ""), new Attached.File("a.bin", "image/png", all));
      byte[] sent = body.text().getBytes(body.charset());
      String ascii = new String(sent, StandardCharsets.ISO_8859_1);
      int start = ascii.lastIndexOf("image/png\r\n\r\n") + "image/png\r\n\r\n".length();
      assertArrayEquals(all, Arrays.copyOfRange(sent, start, start + 256));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"AttachableResponse\":[]}", "{\"AttachableResponse\":[{}]}"})
    void onlyWhenTheAnswerSaysSo(String body) {
      subject.ledger().ask(voucher);
      answers(body);
      Attached attached = subject.ledger().attach(new LedgerReference("7", ""), file);
      assertEquals(
          FailureKind.AMBIGUOUS,
          assertInstanceOf(Attached.Failed.class, attached).failure().kind());
    }
  }
}
