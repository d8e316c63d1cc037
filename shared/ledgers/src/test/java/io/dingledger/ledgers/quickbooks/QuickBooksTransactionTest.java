package io.dingledger.ledgers.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickBooksTransactionTest {
  private QuickBooksUnderTest subject = new QuickBooksUnderTest(Map.of());

  @AfterEach
  void close() {
    subject.close();
  }

  private void with(Map<String, String> settings) {
    subject.close();
    subject = new QuickBooksUnderTest(settings);
  }

  private LedgerReference posted(Voucher voucher) {
    return posted(subject.ledger(), voucher);
  }

  private static LedgerReference posted(Ledger ledger, Voucher voucher) {
    Asked.Absent leave = assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
    return assertInstanceOf(Sent.Posted.class, ledger.send(voucher, leave)).reference();
  }

  private Failure refused(Voucher voucher) {
    Sent sent = subject.ledger().send(voucher, new Asked.Absent(voucher.key()));
    return assertInstanceOf(Sent.Failed.class, sent).failure();
  }

  private Call lastPost(String entity) {
    return subject.standIn().calls().stream()
        .filter(call -> call.path().endsWith("/" + entity))
        .reduce((one, two) -> two)
        .orElseThrow();
  }

  private static VoucherLine debit(Map<Dimension, String> dimensions, String amount) {
    return Vouchers.line("6602.03", dimensions, Side.DEBIT, amount);
  }

  private static VoucherLine credit(Map<Dimension, String> dimensions, String amount) {
    return Vouchers.line("2202", dimensions, Side.CREDIT, amount);
  }

  private static final Map<Dimension, String> VENDOR = Map.of(Dimension.SUPPLIER, "Demo Vendor");

  private static Voucher claim() {
    return Vouchers.voucher(
        "claim",
        List.of(debit(Map.of(Dimension.DEPARTMENT, "研发部"), "500.00"), credit(VENDOR, "500.00")));
  }

  @Nested
  class AJournalEntry {
    @Test
    void isWrittenInTheVendorsShape() throws Exception {
      Voucher voucher = claim();
      posted(voucher);
      String key = voucher.key().value();
      JsonNode expected =
          StandInCompany.JSON.readTree(
              """
              {"DocNumber":"%s","TxnDate":"2026-03-31","PrivateNote":"K=%s",
               "Line":[
                {"Description":"报销 差旅","Amount":500.00,"DetailType":"JournalEntryLineDetail",
                 "JournalEntryLineDetail":{"PostingType":"Debit","AccountRef":{"value":"63"},
                  "ClassRef":{"value":"1"}}},
                {"Description":"报销 差旅","Amount":500.00,"DetailType":"JournalEntryLineDetail",
                 "JournalEntryLineDetail":{"PostingType":"Credit","AccountRef":{"value":"33"},
                  "Entity":{"Type":"Vendor","EntityRef":{"value":"55"}}}}]}"""
                  .formatted(key, key));
      Call call = lastPost("journalentry");
      assertEquals(expected, StandInCompany.JSON.readTree(call.body()));
      assertTrue(call.body().contains("\"Amount\":500.00"), "plain, with both decimals");
      assertEquals("75", call.query().get("minorversion"));
      assertEquals(TransactionRequest.requestId(voucher.key()), call.query().get("requestid"));
    }

    @Test
    void ofARedVoucherHasPositiveAmountsOnTheOtherSides() {
      Voucher red =
          Vouchers.voucher("red", List.of(debit(Map.of(), "-12.50"), credit(VENDOR, "-12.50")));
      LedgerReference reference = posted(red);
      String body = lastPost("journalentry").body();
      assertFalse(body.contains("-12"));
      assertTrue(body.indexOf("\"Credit\"") < body.indexOf("\"Debit\""), body);
      assertEquals(new Asked.Found(reference), subject.ledger().ask(red));
    }

    @Test
    void namesItsCurrencyWhereTheCompanyUsesSeveral() {
      with(Map.of("multicurrency", "true"));
      subject.standIn().company().useSeveralCurrencies();
      posted(claim());
      assertTrue(lastPost("journalentry").body().contains("\"CurrencyRef\":{\"value\":\"CNY\"}"));
    }

    @Test
    void inAnotherCurrencyUnderTheKeyIsOtherContent() {
      Voucher voucher = claim();
      posted(voucher);
      subject
          .standIn()
          .company()
          .all("JournalEntry")
          .getFirst()
          .putObject("CurrencyRef")
          .put("value", "USD");
      assertInstanceOf(Asked.Different.class, subject.ledger().ask(voucher));
    }

    @Test
    void goesToAnotherPlaceOfDimensionsWhenSoConfigured() {
      with(Map.of("departmentAs", "department", "employeeAs", "vendor", "employeeBy", "number"));
      posted(
          Vouchers.voucher(
              "claim",
              List.of(
                  debit(Map.of(Dimension.DEPARTMENT, "上海"), "1.00"),
                  credit(Map.of(Dimension.EMPLOYEE, "E-2"), "1.00"))));
      String body = lastPost("journalentry").body();
      assertTrue(body.contains("\"DepartmentRef\":{\"value\":\"2\"}"), body);
      assertTrue(
          body.contains("\"Entity\":{\"Type\":\"Vendor\",\"EntityRef\":{\"value\":\"56\"}}"), body);
    }
  }

  @Nested
  class ARequestId {
    @Test
    void isAVersionFiveUuidThatDependsOnTheKeyAlone() {
      VoucherKey key = new VoucherKey("DL0123456789ABCDEFGH");
      UUID id = UUID.fromString(TransactionRequest.requestId(key));
      assertEquals(5, id.version());
      assertEquals(2, id.variant());
      assertEquals(id.toString(), TransactionRequest.requestId(key));
      assertFalse(
          id.toString()
              .equals(TransactionRequest.requestId(new VoucherKey("DL0123456789ABCDEFGI"))));
    }

    @Test
    void isTheSameForEverWhateverTheProgramsVersion() {
      assertEquals(
          "28244220-e997-545a-b524-0703cef7a158",
          TransactionRequest.requestId(new VoucherKey("DL0123456789ABCDEFGH")));
    }
  }

  @Nested
  class AnAnswerToSending {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"JournalEntry\":null}",
          "{\"JournalEntry\":{}}",
          "{\"JournalEntry\":{\"DocNumber\":\"KEY\"}}",
          "{\"JournalEntry\":{\"Id\":\"\",\"DocNumber\":\"KEY\"}}",
          "{\"JournalEntry\":{\"Id\":\"7\"}}",
          "{\"JournalEntry\":{\"Id\":\"7\",\"DocNumber\":\"DL0000000000000000ZZ\"}}",
          "{\"Invoice\":{\"Id\":\"7\",\"DocNumber\":\"KEY\"}}"
        })
    void withoutIdAndKeyIsNoVoucher(String body) {
      Voucher voucher = claim();
      subject.ledger().send(voucher, new Asked.Absent(voucher.key()));
      Voucher next = new Vouchers(subject.chart()).of("next", "1.00");
      new LastAnswer(body.replace("KEY", next.key().value())).isUnclear(next);
    }

    @Test
    void withAnotherNumberButOurNoteIsOurVoucher() {
      Voucher voucher = claim();
      new LastAnswer(
              "{\"JournalEntry\":{\"Id\":\"7\",\"PrivateNote\":\"K=%s\"}}"
                  .formatted(voucher.key().value()))
          .isPosted(voucher);
    }

    @Test
    void thatTheNumberIsTakenIsAmbiguous() {
      subject.standIn().company().refuseRepeatedNumbers();
      Voucher voucher = claim();
      posted(voucher);
      subject.standIn().bookAgain(voucher.key().value());
      new LastAnswer(QuickBooksStandIn.fault("6140", "Duplicate", "ValidationFault"), 400)
          .isUnclear(voucher);
    }

    /** The answer to the creation, once accounts and names are known. */
    private final class LastAnswer {
      private final Reply reply;

      LastAnswer(String body) {
        this(body, 200);
      }

      LastAnswer(String body, int status) {
        this.reply = Reply.json(status, body);
      }

      void isUnclear(Voucher voucher) {
        Failure failure = assertInstanceOf(Sent.Failed.class, sent(voucher)).failure();
        assertEquals(FailureKind.AMBIGUOUS, failure.kind(), failure::toString);
      }

      void isPosted(Voucher voucher) {
        assertInstanceOf(Sent.Posted.class, sent(voucher));
      }

      private Sent sent(Voucher voucher) {
        subject.standIn().answerNextCreation(reply);
        return subject.ledger().send(voucher, new Asked.Absent(voucher.key()));
      }
    }
  }

  @Nested
  class AVoucherThatDoesNotFit {
    @Test
    void onAPayableAccountWithoutAVendorIsRefusedBeforeSending() {
      Failure failure =
          refused(
              Vouchers.voucher(
                  "claim", List.of(debit(Map.of(), "1.00"), credit(Map.of(), "1.00"))));
      assertEquals(FailureKind.DATA, failure.kind());
      assertEquals("LEDGER-QUICKBOOKS-ENTITY", failure.code());
    }

    @Test
    void withTwoNamesOnOneLineIsRefusedBeforeSending() {
      Map<Dimension, String> two =
          Map.of(Dimension.SUPPLIER, "Demo Vendor", Dimension.EMPLOYEE, "Demo Employee");
      Failure failure =
          refused(Vouchers.voucher("claim", List.of(debit(Map.of(), "1.00"), credit(two, "1.00"))));
      assertEquals("LEDGER-QUICKBOOKS-ONE-PLACE", failure.code());
    }

    @Test
    void withTwoClassesOnOneLineIsRefusedBeforeSending() throws Exception {
      with(Map.of("projectAs", "class"));
      subject
          .standIn()
          .company()
          .add("Class", "{\"Id\":\"3\",\"FullyQualifiedName\":\"P1\",\"Active\":true}");
      Map<Dimension, String> two = Map.of(Dimension.DEPARTMENT, "研发部", Dimension.PROJECT, "P1");
      Failure failure =
          refused(Vouchers.voucher("claim", List.of(debit(two, "1.00"), credit(VENDOR, "1.00"))));
      assertEquals("LEDGER-QUICKBOOKS-ONE-PLACE", failure.code());
    }
  }
}
