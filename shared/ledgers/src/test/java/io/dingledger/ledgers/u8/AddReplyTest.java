package io.dingledger.ledgers.u8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.Asked;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What voucher/add came to. */
class AddReplyTest {
  private final U8UnderTest subject = new U8UnderTest();
  private final Voucher voucher = new Vouchers(subject.chart()).of("claim", "545.00");

  @AfterEach
  void close() {
    subject.close();
  }

  private Sent sent() {
    Asked.Absent leave = assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
    return subject.ledger().send(voucher, leave);
  }

  private Failure failureAfter(String body) {
    subject.standIn().fix(U8StandIn.ADD, body.replace('`', '"'));
    Failure failure = assertInstanceOf(Sent.Failed.class, sent()).failure();
    assertEquals(1, subject.requests(Request.SEND));
    return failure;
  }

  @Nested
  class Success {
    @Test
    void isPostedUnderMonthAndNumberOnceTheLedgerShowsIt() {
      assertEquals(new Sent.Posted(new LedgerReference("2026-03/1", "1")), sent());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{`errcode`:`0`,`errmsg`:``,`id`:`7`}",
          "{`errcode`:0}",
          "{`errcode`:`0`,`url`:`https://api.example.com/result/7`}"
        })
    void thatTheLedgerDoesNotShowIsAmbiguous(String body) {
      Failure failure = failureAfter(body);
      assertEquals(FailureKind.AMBIGUOUS, failure.kind());
      assertEquals("LEDGER-UNCLEAR", failure.code());
    }

    @Test
    void withOtherContentIsAmbiguous() {
      sent();
      Voucher other = new Vouchers(subject.chart()).of("claim", "545.01");
      Sent sent = subject.ledger().send(other, new Asked.Absent(other.key()));
      assertEquals(
          FailureKind.AMBIGUOUS, assertInstanceOf(Sent.Failed.class, sent).failure().kind());
    }

    @Test
    void withoutAnAnswerAboutTheVoucherIsAmbiguous() {
      Asked.Absent leave = assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
      subject.standIn().fix(U8StandIn.DETAILS, "{}");
      Sent sent = subject.ledger().send(voucher, leave);
      assertEquals(
          FailureKind.AMBIGUOUS, assertInstanceOf(Sent.Failed.class, sent).failure().kind());
      assertEquals(1, subject.standIn().vouchers());
    }

    @Test
    void ofARepeatedBusinessIdIsTheSameVoucher() {
      Sent first = sent();
      Sent second = subject.ledger().send(voucher, new Asked.Absent(voucher.key()));
      assertEquals(first, second);
      assertEquals(1, subject.standIn().vouchers());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10003, 参数token已过期, TOKEN",
    "10003, token无效, TOKEN",
    "-1, 系统异常, AMBIGUOUS",
    "-1, 科目非法, AMBIGUOUS",
    "500, 未知, AMBIGUOUS",
    "20001, '', AMBIGUOUS",
    "20001, 企业客户端不在线, AMBIGUOUS",
    "20001, 执行超时, AMBIGUOUS",
    "20001, biz_id重复, AMBIGUOUS",
    "20001, 凭证号已存在, AMBIGUOUS",
    "20001, 该会计期间已结账, PERIOD_CLOSED",
    "20001, 总账2026年3月已结账，不能制单, PERIOD_CLOSED",
    "20001, 科目9999非法, DATA",
    "20001, 部门编码不能为空, DATA",
    "20001, 凭证借贷不平衡, DATA",
    "20001, to_account不存在, CONFIG",
    "20001, 数据源不存在, CONFIG",
    "20001, 制单人不存在, CONFIG",
    "20001, 应用未授权, CONFIG",
    "20001, 调用过于频繁, THROTTLE",
    "20001, 凭证正在被他人使用, LOCKED"
  })
  void aRefusalIsClassedByCodeAndWords(String code, String message, FailureKind kind) {
    Failure failure = failureAfter("{`errcode`:`" + code + "`,`errmsg`:`" + message + "`}");
    assertEquals(kind, failure.kind());
    assertEquals(code, failure.code());
  }

  @Test
  void aRefusalLosesItsTelephoneNumbers() {
    Failure failure = failureAfter("{`errcode`:`1`,`errmsg`:`人员 13900000000 非法`}");
    assertFalse(failure.detail().contains("13900000000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "`0`",
        "{`errcode`:null}",
        "{`errcode`:{}}",
        "{`errmsg`:`ok`}",
        "{`errcode`:`0`} x",
        "<html></html>"
      })
  void nonsenseIsAmbiguous(String body) {
    assertEquals(FailureKind.AMBIGUOUS, failureAfter(body).kind());
  }

  @Test
  void anotherMakerOrDataSourceIsWrittenWhereItBelongs() {
    Sent sent =
        subject
            .open(Map.of("dataSource", "1", "monthsBefore", "0", "monthsAfter", "0"))
            .send(voucher, new Asked.Absent(voucher.key()));
    assertInstanceOf(Sent.Posted.class, sent);
  }
}
