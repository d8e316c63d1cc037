package io.dingledger.ledgers.haokuaiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.chanjet.PlatformDoor;
import io.dingledger.ledgers.chanjet.ScriptedPlatform;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape in which the product may answer, as far as it is known or thought of. */
class HaokuaijiRepliesTest {
  private static final String LINES =
      """
      [{"glAccount":{"code":"560203"},"basePostedDr":"1.00","basePostedCr":"0"},
       {"glAccount":{"code":"2241"},"basePostedDr":0,"basePostedCr":1.00}]""";
  private static final String OPEN = "{\"closePeriod\":\"202602\",\"data\":[\"202603\"]}";
  private static final String ACCOUNTS =
      "[{\"glAccountCode\":\"560203\"},{\"glAccountCode\":\"2241\",\"drCrDirection\":\"贷\"}]";
  private static final String NUMBER = "{\"acctgPeriod\":\"202603\",\"code\":\"045\"}";

  private final ScriptedPlatform platform = new ScriptedPlatform();
  private final Map<String, Reply> script = new HashMap<>();
  private final Voucher voucher =
      Vouchers.voucher(
          "claim",
          List.of(
              Vouchers.line("560203", Map.of(), Side.DEBIT, "1.00"),
              Vouchers.line("2241", Map.of(), Side.CREDIT, "1.00")));
  private final String key = voucher.key().value();

  HaokuaijiRepliesTest() {
    says("checkOutPeriod", 200, OPEN);
    says("getInitBalanceList", 200, ACCOUNTS);
    says("init", 200, NUMBER);
    platform.answers(
        call ->
            script.entrySet().stream()
                .filter(each -> call.path().contains("/" + each.getKey() + "/"))
                .findFirst()
                .orElseThrow()
                .getValue());
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private void says(String service, int status, String body) {
    script.put(service, Reply.json(status, body.replace("KEY", key).replace("LINES", LINES)));
  }

  private Ledger ledger(Map<String, String> further) {
    Map<String, String> settings = new HashMap<>(platform.settings());
    settings.put("bookId", "1");
    settings.putAll(further);
    return Ledgers.open(
        HaokuaijiUnderTest.connection(settings, PlatformDoor.APP_SECRET), TestTools.tools());
  }

  private Sent sent(int status, String body) {
    says("AcctgTrans5", status, body);
    return sent();
  }

  private Sent sent() {
    return ledger(Map.of()).send(voucher, new Asked.Absent(voucher.key()));
  }

  private Asked asked(String body) {
    says("acctgTransExactSearch", 200, body);
    return ledger(Map.of()).ask(voucher);
  }

  private List<String> services() {
    return platform.calls().stream()
        .map(Call::path)
        .map(path -> path.replace("/accounting/gl/", "").replace("/1", ""))
        .toList();
  }

  private static Failure failure(Sent sent) {
    return assertInstanceOf(Sent.Failed.class, sent, sent::toString).failure();
  }

  private static Failure failure(Asked asked) {
    return assertInstanceOf(Asked.Failed.class, asked, asked::toString).failure();
  }

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

  @Nested
  class ASearch {
    @Test
    void asksForTheKeyInThePeriodsAround() {
      asked("{\"totalCount\":0,\"result\":[]}");
      assertEquals(
          "{\"startPeriod\":\"202602\",\"endPeriod\":\"202604\",\"text\":\""
              + key
              + "\",\"pageCount\":1,\"pageSize\":50}",
          platform.calls().getFirst().query().get("searchParam"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"totalCount\":0,\"result\":[]}",
          "{\"totalCount\":\"0\",\"result\":[],\"pageCount\":1,\"pageSize\":50}",
          "{\"code\":\"000000\",\"data\":{\"totalCount\":0,\"result\":[]},\"successful\":true}"
        })
    void saysByAnEmptyListAndACountOfZeroThatThereIsNone(String body) {
      assertInstanceOf(Asked.Absent.class, asked(body));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"totalCount\":1,\"result\":[{\"id\":7,\"voucherNo\":\"45\","
              + "\"refVoucherCode\":\"KEY\",\"details\":LINES}]}",
          "{\"totalCount\":1,\"result\":[{\"id\":7,\"voucherNo\":\"45\","
              + "\"comments\":\"报销 KEY\",\"details\":LINES}]}"
        })
    void findsTheVoucher(String body) {
      assertEquals(new Asked.Found(new LedgerReference("7", "45")), asked(body));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "null",
          "{\"result\":[]}",
          "{\"totalCount\":0}",
          "{\"totalCount\":0,\"result\":null}",
          "{\"totalCount\":null,\"result\":[]}",
          "{\"totalCount\":1,\"result\":[]}",
          "{\"totalCount\":0,\"result\":[{\"id\":7}]}",
          "{\"totalCount\":1,\"result\":[{}]}",
          "{\"totalCount\":1,\"result\":[{\"id\":7,\"refVoucherCode\":\"KEY\"}]}",
          "{\"totalCount\":1,\"result\":[{\"id\":7,\"refVoucherCode\":\"KEY\",\"details\":[{}]}]}",
          "{\"code\":\"gl.e0001\",\"message\":\"\",\"successful\":false}",
          "{\"successful\":false,\"totalCount\":0,\"result\":[]}"
        })
    void saysNothingByAnythingElse(String body) {
      assertEquals("TRANSIENT", failure(asked(body)).kind().name());
    }

    @Test
    void isReadPageByPageUntilTheCountIsReached() {
      platform.answers(
          call -> {
            boolean first = call.query().get("searchParam").contains("\"pageCount\":1,");
            String row = first ? "{\"id\":6," : "{\"id\":7,";
            return Reply.json(
                "{\"totalCount\":2,\"result\":["
                    + row
                    + "\"refVoucherCode\":\""
                    + key
                    + "\",\"details\":"
                    + LINES
                    + "}]}");
          });
      Asked asked = ledger(Map.of("vouchersPerPage", "10")).ask(voucher);
      assertEquals(2, assertInstanceOf(Asked.Several.class, asked).references().size());
    }

    @Test
    void thatRepeatsItsFirstPageIsGivenUp() {
      Asked asked = asked("{\"totalCount\":2,\"result\":[{\"id\":7,\"details\":LINES}]}");
      assertEquals("LEDGER-ENDLESS", failure(asked).code());
      assertEquals(TransSearch.MOST_PAGES, platform.calls().size());
    }
  }

  @Nested
  class AVoucherThatWasFoundByTheKeyAndDoesNotShowIt {
    private static final String UNMARKED =
        "{\"totalCount\":1,\"result\":[{\"id\":7,\"voucherNo\":\"45\",\"details\":LINES}]}";

    @Test
    void isOursWhenASummaryOfItsLinesDoes() {
      says(
          "getVoucherById",
          200,
          "{\"code\":\"000000\",\"data\":{\"id\":7,\"details\":[{\"comments\":\"x KEY\"}]}}");
      assertEquals(new Asked.Found(new LedgerReference("7", "45")), asked(UNMARKED));
    }

    @Test
    void isNotOursWhenNothingDoes() {
      says(
          "getVoucherById",
          200,
          "{\"code\":\"000000\",\"data\":{\"id\":7,\"details\":[{\"comments\":\"xKEY1\"}]}}");
      assertInstanceOf(Asked.Absent.class, asked(UNMARKED));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"code\":\"000000\",\"data\":null}",
          "{\"code\":\"gl.e1\",\"msg\":\"\"}"
        })
    void makesTheQuestionFailWhenItCannotBeLookedAt(String body) {
      says("getVoucherById", 200, body);
      assertEquals("TRANSIENT", failure(asked(UNMARKED)).kind().name());
    }

    @Test
    void isOneOfTooManyWhenTheSearchDoesNotFilter() {
      says("getVoucherById", 200, "{\"data\":{\"details\":[]}}");
      StringBuilder rows = new StringBuilder();
      for (int id = 1; id <= 21; id++) {
        rows.append(id > 1 ? "," : "").append("{\"id\":").append(id).append("}");
      }
      Failure failure = failure(asked("{\"totalCount\":21,\"result\":[" + rows + "]}"));
      assertEquals("CONFIG LEDGER-OTHER-KEY", failure.kind() + " " + failure.code());
    }

    @Test
    void isPassedOverWhereAllVouchersAreRead() {
      says("acctgTransExactSearch", 200, UNMARKED);
      assertInstanceOf(Asked.Absent.class, ledger(Map.of("searchField", "none")).ask(voucher));
      assertFalse(platform.calls().getFirst().query().get("searchParam").contains(key));
      assertEquals(1, platform.calls().size());
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
