package io.dingledger.ledgers.u8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What voucherdetails/batch_get says about a key. */
class DetailsQueryTest {
  private final U8UnderTest subject = new U8UnderTest();
  private final Vouchers vouchers = new Vouchers(subject.chart());
  private final Voucher voucher = vouchers.of("claim", "545.00");

  @AfterEach
  void close() {
    subject.close();
  }

  private void posted(Voucher wanted) {
    Asked.Absent leave = assertInstanceOf(Asked.Absent.class, subject.ledger().ask(wanted));
    assertInstanceOf(Sent.Posted.class, subject.ledger().send(wanted, leave));
  }

  private Asked askedAfter(String body) {
    return askedAfter(body, subject.ledger());
  }

  private Asked askedAfter(String body, Ledger ledger) {
    subject
        .standIn()
        .fix(
            U8StandIn.DETAILS,
            body.replace("TABLE_ROWS", rowsNamedAsInTheTable())
                .replace("ROWS", rows())
                .replace("KEY", voucher.key().value())
                .replace('`', '"'));
    return ledger.ask(voucher);
  }

  private static String rows() {
    return "{`date`:`2026-03-31`,`ino_id`:12,`inid`:1,`digest`:`KEY x`,`code`:`660203`,"
        + "`md`:545.00,`mc`:0},{`date`:`2026-03-31`,`ino_id`:12,`inid`:2,`digest`:`KEY x`,"
        + "`code`:`2241`,`md`:0,`mc`:`545.00`}";
  }

  /** The columns of {@code gl_accvouch}. */
  private static String rowsNamedAsInTheTable() {
    return "{`dbill_date`:`2026-03-31 00:00:00`,`ino_id`:12,`inid`:1,`coutno_id`:`KEY`,"
        + "`ccode`:`660203`,`md`:545.00,`mc`:0},{`dbill_date`:`2026-03-31 00:00:00`,`ino_id`:12,"
        + "`inid`:2,`coutno_id`:`KEY`,`ccode`:`2241`,`md`:0,`mc`:545.00}";
  }

  private static Failure failure(Asked asked) {
    return assertInstanceOf(Asked.Failed.class, asked).failure();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{`errcode`:`0`,`errmsg`:``,`voucherdetails`:[ROWS]}",
        "{`errcode`:0,`row_count`:`2`,`page_count`:`1`,`voucherdetails`:[ROWS]}",
        "{`errcode`:`0`,`voucherdetails`:[TABLE_ROWS]}"
      })
  void aVoucherThatIsThereIsFound(String body) {
    assertEquals(new Asked.Found(new LedgerReference("2026-03/12", "12")), askedAfter(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026/3/31 0:00:00", "2026-03-31T00:00:00", "20260331"})
  void datesAreReadHoweverTheyAreWritten(String date) {
    Asked asked = askedAfter("{`errcode`:`0`,`voucherdetails`:[ROWS]}", subject.ledger());
    assertInstanceOf(Asked.Found.class, asked);
    String body = "{`errcode`:`0`,`voucherdetails`:[" + rows().replace("2026-03-31", date) + "]}";
    assertEquals(new Asked.Found(new LedgerReference("2026-03/12", "12")), askedAfter(body));
  }

  @Nested
  class Absence {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{`errcode`:`0`,`errmsg`:``,`voucherdetails`:[]}",
          "{`errcode`:`0`,`row_count`:`0`,`voucherdetails`:[]}",
          "{`errcode`:`0`,`row_count`:0}",
          "{`errcode`:`0`,`row_count`:0,`voucherdetails`:null}"
        })
    void isSaidInSoManyWords(String body) {
      assertInstanceOf(Asked.Absent.class, askedAfter(body));
    }

    @Test
    void isACodeThatTheConnectionNames() {
      String body = "{`errcode`:`20003`,`errmsg`:`没有数据`}";
      assertEquals(FailureKind.TRANSIENT, failure(askedAfter(body)).kind());
      Ledger told = subject.open(Map.of("nothingFoundCodes", "1, 20003"));
      assertInstanceOf(Asked.Absent.class, askedAfter(body, told));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "null",
          "{`errcode`:`0`}",
          "{`errcode`:`0`,`voucherdetails`:null}",
          "{`errcode`:`0`,`voucherdetails`:``}",
          "{`errcode`:`0`,`voucherdetails`:{}}",
          "{`errcode`:`0`,`voucherdetails`:[{}]}",
          "{`errcode`:`0`,`voucherdetails`:[null]}",
          "{`errcode`:`0`,`details`:[]}",
          "{`errcode`:`0`,`row_count`:`2`,`voucherdetails`:[]}",
          "{`errcode`:`-1`,`errmsg`:``}",
          "{`errcode`:null,`voucherdetails`:[]}",
          "{`voucherdetails`:[]}",
          "{`errcode`:`0`,`voucherdetails`:[{`date`:`x`,`ino_id`:1,`inid`:1,`md`:1}]}",
          "{`errcode`:`0`,`voucherdetails`:[{`date`:`2026-03-31`,`inid`:1,`md`:1}]}",
          "{`errcode`:`0`,`voucherdetails`:[{`date`:`2026-03-31`,`ino_id`:1,`inid`:1}]}",
          "{`errcode`:`0`,`voucherdetails`:[{`date`:`2026-03-31`,`ino_id`:1,`md`:1}]}"
        })
    void isNeverWhatCannotBeRead(String body) {
      assertEquals(FailureKind.TRANSIENT, failure(askedAfter(body)).kind());
    }
  }

  @Nested
  class AFilterThatDoesNotWork {
    @Test
    void isAFaultOfTheConfigurationAndNotAnotherVoucherUnderOurKey() {
      posted(vouchers.of("other", "545.00"));
      subject.standIn().book().ignoreFilter();
      Failure failure = failure(subject.ledger().ask(voucher));
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("LEDGER-OTHER-KEY", failure.code());
    }

    @Test
    void isSeenByTheExternalNumberWhereItIsTold() {
      posted(vouchers.of("other", "545.00"));
      subject.standIn().book().tellExternalNumber();
      subject.standIn().book().ignoreFilter();
      assertEquals("LEDGER-OTHER-KEY", failure(subject.ledger().ask(voucher)).code());
    }
  }

  @Nested
  class Pages {
    private final Voucher long45 = vouchers.ofLines("long", 45);
    private final Ledger small = subject.open(Map.of("rowsPerPage", "20"));

    @Test
    void areAllReadByTheirCount() {
      posted(long45);
      int before = subject.requests(Request.ASK);
      assertInstanceOf(Asked.Found.class, small.ask(long45));
      assertEquals(3, subject.requests(Request.ASK) - before);
    }

    @Test
    void areAllReadWithoutACount() {
      subject.standIn().book().countNoRows();
      posted(long45);
      assertInstanceOf(Asked.Found.class, small.ask(long45));
    }

    @Test
    void areOneWhereTheLedgerKnowsNoPages() {
      Ledger tight = subject.open(Map.of("rowsPerPage", "20"));
      StringBuilder rows = new StringBuilder();
      for (int line = 1; line <= 44; line++) {
        rows.append(row(line, "660203", "0.01", "0")).append(',');
      }
      rows.append(row(45, "2241", "0", "0.44"));
      subject
          .standIn()
          .fix(
              U8StandIn.DETAILS,
              ("{`errcode`:`0`,`voucherdetails`:[" + rows + "]}").replace('`', '"'));
      assertInstanceOf(Asked.Found.class, tight.ask(long45));
    }

    private String row(int line, String account, String debit, String credit) {
      return "{`date`:`2026-03-31`,`ino_id`:1,`inid`:%d,`digest`:`%s`,`code`:`%s`,`md`:%s,`mc`:%s}"
          .formatted(line, long45.key(), account, debit, credit);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"to_account不存在", "数据源不存在", "应用未授权"})
  void aRefusalBySettingsIsAFaultOfTheConfiguration(String message) {
    Asked asked = askedAfter("{`errcode`:`1`,`errmsg`:`" + message + "`}");
    assertEquals(FailureKind.CONFIG, failure(asked).kind());
  }

  @Test
  void tooManyCallsAreAThrottle() {
    assertEquals(
        FailureKind.THROTTLE, failure(askedAfter("{`errcode`:`1`,`errmsg`:`调用过于频繁`}")).kind());
  }
}
