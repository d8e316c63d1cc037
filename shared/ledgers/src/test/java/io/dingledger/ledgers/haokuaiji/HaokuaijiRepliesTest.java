package io.dingledger.ledgers.haokuaiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.LedgerReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape in which a new voucher may be answered, as far as it is known or thought of. */
class HaokuaijiRepliesTest extends ScriptedHaokuaiji {
  @Nested
  class ANewVoucher {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"id\":1495768378114048,\"code\":\"045\",\"acctgPeriod\":\"202603\"}",
          "{\"code\":\"000000\",\"data\":{\"id\":1495768378114048,\"code\":\"045\"},"
              + "\"successful\":true}",
          "{\"id\":\"1495768378114048\",\"code\":\"045\",\"refVoucherCode\":\"KEY\"}"
        })
    void isPostedWhenTheReplyNamesIt(String body) {
      assertEquals(
          new Sent.Posted(new LedgerReference("1495768378114048", "045")), sent(200, body));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "null",
          "true",
          "{\"code\":\"000000\",\"successful\":true}",
          "{\"code\":\"000000\",\"data\":null,\"successful\":true}",
          "{\"code\":\"045\"}",
          "{\"id\":0}",
          "{\"id\":null,\"code\":\"045\"}",
          "{\"id\":7,\"success\":false}",
          "{\"id\":7,\"errorInfo\":\"保存失败\"}",
          "{\"id\":7,\"refVoucherCode\":\"DL1\"}",
          "{\"code\":\"gl.e0001\"}",
          "{\"code\":\"gl.e0001\",\"message\":\"凭证号重复\"}",
          "{\"success\":false,\"errorInfo\":\"系统异常\"}"
        })
    void isPerhapsThereAfterAnythingThatIsNotClear(String body) {
      assertEquals("AMBIGUOUS", failure(sent(200, body)).kind().name());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "400 | {\"code\":\"gl.e0001\",\"msg\":\"与上级编码不匹配\"}  | DATA gl.e0001",
          "200 | {\"code\":\"gl.e0001\",\"msg\":\"科目不存在\"}        | DATA gl.e0001",
          "200 | {\"success\":false,\"errorInfo\":\"辅助核算为空\"}    | DATA REFUSED",
          "400 | {\"code\":\"gl.e1\",\"msg\":\"期间202603已结账\"}     | PERIOD_CLOSED gl.e1",
          "200 | {\"code\":\"thirdsrv.e0004\",\"message\":\"当前用户未授权访问\"} | "
              + "CONFIG thirdsrv.e0004",
          "400 | {\"code\":\"gl.e1\",\"msg\":\"凭证号重复\"}           | AMBIGUOUS gl.e1",
          "200 | {\"code\":\"999\",\"message\":\"保存失败\",\"data\":null} | DATA 999"
        })
    void isRefusedInWordsThatDecide(int status, String body, String expected) {
      Failure failure = failure(sent(status, body));
      assertEquals(expected, failure.kind() + " " + failure.code());
    }

    @Test
    void leavesOnceAfterThreeQuestionsOfWhichTwoAreRemembered() {
      says("AcctgTrans5", 200, "{\"id\":7}");
      Ledger ledger = ledger(Map.of());
      ledger.send(voucher, new Asked.Absent(voucher.key()));
      ledger.send(voucher, new Asked.Absent(voucher.key()));
      assertEquals(
          List.of(
              "CheckOut/checkOutPeriod",
              "glaccount/getInitBalanceList",
              "AcctgTrans/init",
              "AcctgTrans5",
              "AcctgTrans/init",
              "AcctgTrans5"),
          services());
    }
  }

  @Nested
  class BeforeAVoucherLeaves {
    @Test
    void aClosedPeriodStopsIt() {
      says("checkOutPeriod", 200, "{\"closePeriod\":\"202603\",\"data\":[\"202604\"]}");
      Failure failure = failure(sent());
      assertEquals(
          "PERIOD_CLOSED LEDGER-CHANJET-PERIOD-CLOSED", failure.kind() + " " + failure.code());
      assertEquals(List.of("CheckOut/checkOutPeriod"), services());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"closePeriod\":\"202603\",\"data\":[\"202603\"]}",
          OPEN,
          "{\"closePeriod\":\"\",\"data\":[]}",
          "{\"code\":\"000000\",\"data\":{\"closePeriod\":\"202602\",\"data\":[]}}"
        })
    void aPeriodThatIsNotSaidToBeClosedDoesNot(String periods) {
      says("checkOutPeriod", 200, periods);
      assertInstanceOf(Sent.Posted.class, sent(200, "{\"id\":7}"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "checkOutPeriod     | {}                                  | TRANSIENT",
          "checkOutPeriod     | {\"successful\":false,\"code\":\"gl.e1\"} | TRANSIENT",
          "getInitBalanceList | {}                                  | TRANSIENT",
          "getInitBalanceList | []                                  | TRANSIENT",
          "getInitBalanceList | {\"code\":\"gl.e0001\",\"message\":\"没有权限\"} | CONFIG",
          "init               | {}                                  | TRANSIENT",
          "init               | {\"acctgPeriod\":\"202603\"}        | TRANSIENT",
          "init               | {\"acctgPeriod\":\"202603\",\"code\":\"123456\"} | TRANSIENT",
          "init               | {\"code\":\"acctgplt.e1007\",\"message\":\"x\"} | TRANSIENT"
        })
    void aQuestionThatFailsStopsItWithoutEffect(String service, String body, String kind) {
      says(service, 200, body);
      assertEquals(kind, failure(sent()).kind().name());
      assertFalse(services().contains("AcctgTrans5"));
    }

    @Test
    void anUnknownAccountStopsIt() {
      says("getInitBalanceList", 200, "[{\"glAccountCode\":\"2241\"}]");
      assertEquals("LEDGER-NAME-UNKNOWN", failure(sent()).code());
    }

    @Test
    void accountsAreNotReadWhereTheSettingsSaySo() {
      says("AcctgTrans5", 200, "{\"id\":7}");
      ledger(Map.of("readAccounts", "false")).send(voucher, new Asked.Absent(voucher.key()));
      assertFalse(services().contains("glaccount/getInitBalanceList"));
      assertTrue(platform.calls().getLast().body().contains("\"drCrDirection\":-1"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bookId, 1/2",
    "bookId, abc",
    "currencies, CNY",
    "'currencies', 'CNY=1,USD'",
    "voucherService, AcctgTrans3",
    "searchField, comments",
    "monthsAround, 13",
    "vouchersPerPage, 9",
    "readAccounts, yes",
    "voucherCategory, 0"
  })
  void aSettingThatCannotBeUsedIsNoticed(String setting, String value) {
    Map<String, String> settings = new HashMap<>(platform.settings());
    settings.put("bookId", "1");
    assertTrue(Ledgers.check(HaokuaijiUnderTest.connection(settings, "s")).isEmpty());
    settings.put(setting, value);
    assertEquals(1, Ledgers.check(HaokuaijiUnderTest.connection(settings, "s")).size());
  }
}
