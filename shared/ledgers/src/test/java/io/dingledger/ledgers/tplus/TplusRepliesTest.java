package io.dingledger.ledgers.tplus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
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

/** Every shape in which T+ may answer, as far as it is known or thought of. */
class TplusRepliesTest {
  private static final String LINES =
      """
      [{"Account":{"Code":"660203"},"AmountDr":"1.00"},
       {"Account":{"Code":"2241"},"AmountCr":1.0}]""";

  private final ScriptedPlatform platform = new ScriptedPlatform();
  private final Voucher voucher =
      Vouchers.voucher(
          "claim",
          List.of(
              Vouchers.line("660203", Map.of(), Side.DEBIT, "1.00"),
              Vouchers.line("2241", Map.of(), Side.CREDIT, "1.00")));
  private final String key = voucher.key().value();

  @AfterEach
  void close() {
    platform.close();
  }

  private Ledger ledger(Map<String, String> further) {
    Map<String, String> settings = new HashMap<>(platform.settings());
    settings.putAll(further);
    return Ledgers.open(TplusUnderTest.connection(settings), TestTools.tools());
  }

  private Sent sent(String body) {
    platform.answers(200, body.replace("KEY", key));
    return ledger(Map.of()).send(voucher, new Asked.Absent(voucher.key()));
  }

  private Asked asked(String body, Map<String, String> settings) {
    platform.answers(200, body.replace("KEY", key).replace("LINES", LINES));
    return ledger(settings).ask(voucher);
  }

  private Asked asked(String body) {
    return asked(body, Map.of());
  }

  @Nested
  class ANewVoucher {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"code\":\"0\",\"data\":{\"ID\":7,\"Code\":\"记-1\",\"ExternalCode\":\"KEY\"}} | 7 | 记-1",
          "{\"code\":0,\"data\":{\"id\":\"7\",\"code\":\"1\"}}                  | 7 | 1",
          "{\"code\":\"200\",\"result\":{\"Id\":7}}                             | 7 | ''",
          "{\"code\":\"0\",\"message\":\"保存成功\",\"result\":\"3\"}               | 3 | ''",
          "{\"code\":\"0\",\"data\":\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"} "
              + "| f81d4fae-7dec-11d0-a765-00a0c91e6bf6 | ''"
        })
    void isPostedWhenTheReplySaysSoAndNamesIt(String body, String id, String number) {
      assertEquals(new Sent.Posted(new LedgerReference(id, number)), sent(body));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "null",
          "\"ok\"",
          "{\"code\":\"0\"}",
          "{\"code\":\"0\",\"data\":null}",
          "{\"code\":\"0\",\"data\":{}}",
          "{\"code\":\"0\",\"data\":true}",
          "{\"code\":\"0\",\"data\":{\"ID\":0}}",
          "{\"code\":\"0\",\"data\":{\"ID\":null}}",
          "{\"code\":\"0\",\"data\":\"保存成功\"}",
          "{\"data\":{\"ID\":7}}",
          "{\"code\":\"0\",\"success\":false,\"data\":{\"ID\":7}}",
          "{\"code\":\"999\",\"data\":{\"ID\":7}}",
          "{\"code\":\"0\",\"data\":{\"ID\":7,\"ExternalCode\":\"DL1\"}}",
          "{\"code\":\"999\"}",
          "{\"message\":\"外部编码重复\"}",
          "{\"code\":\"999\",\"message\":\"外部编码重复\"}",
          "{\"code\":\"500\",\"message\":\"保存失败\"}"
        })
    void isPerhapsThereAfterAnythingThatIsNotClear(String body) {
      assertEquals("AMBIGUOUS", failure(sent(body)).kind().name());
    }

    @Test
    void thatIsRefusedKeepsTheCodeAndTheWordsWithoutAmounts() {
      Failure failure = failure(sent("{\"code\":\"E9\",\"message\":\"借方1.00贷方2.00不平\"}"));
      assertEquals(
          "DATA E9 借方*贷方*不平", failure.kind() + " " + failure.code() + " " + failure.detail());
    }

    @Test
    void mayBeRefusedWithStatus400() {
      platform.answers(400, "{\"code\":\"E9\",\"message\":\"科目不存在\"}");
      Sent sent = ledger(Map.of()).send(voucher, new Asked.Absent(voucher.key()));
      assertEquals("DATA", failure(sent).kind().name());
    }

    private static Failure failure(Sent sent) {
      return assertInstanceOf(Sent.Failed.class, sent, sent::toString).failure();
    }
  }

  @Nested
  class AQuery {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"code\":\"0\",\"data\":[]}",
          "{\"code\":\"200\",\"result\":[]}",
          "{\"code\":\"0\",\"data\":null,\"value\":[]}"
        })
    void saysByAnEmptyListThatThereIsNone(String body) {
      assertInstanceOf(Asked.Absent.class, asked(body));
    }

    @Test
    void isNoAnswerWhenABareListComesThatNobodyHasConfigured() {
      assertInstanceOf(Asked.Failed.class, asked("[]"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"code\":\"0\",\"data\":[{\"ID\":7,\"ExternalCode\":\"KEY\",\"Entrys\":LINES}]}",
          "{\"code\":\"0\",\"data\":{\"ID\":7,\"ExternalCode\":\"KEY\",\"Entrys\":LINES}}",
          "{\"code\":0,\"result\":[{\"Id\":\"7\",\"ExternalCode\":\"KEY\",\"Entries\":LINES}]}"
        })
    void findsTheVoucher(String body) {
      assertEquals(new Asked.Found(new LedgerReference("7", "")), asked(body));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{}                                             | TRANSIENT LEDGER-UNREADABLE",
          "{\"data\":[]}                                  | TRANSIENT LEDGER-UNREADABLE",
          "{\"code\":\"0\"}                               | TRANSIENT LEDGER-UNREADABLE",
          "{\"code\":\"0\",\"data\":null}                 | TRANSIENT LEDGER-UNREADABLE",
          "{\"code\":\"0\",\"data\":{}}                   | TRANSIENT LEDGER-UNREADABLE",
          "{\"code\":\"0\",\"data\":{\"a\":1},\"result\":[]} | TRANSIENT LEDGER-UNREADABLE",
          "{\"code\":\"0\",\"data\":\"\"}                 | TRANSIENT LEDGER-UNREADABLE",
          "{\"code\":\"0\",\"success\":false,\"data\":[]} | TRANSIENT 0",
          "{\"code\":\"0\",\"data\":[{\"ID\":7}]}         | TRANSIENT LEDGER-UNREADABLE",
          "{\"code\":\"0\",\"data\":[{\"ID\":7,\"ExternalCode\":\"DL1\"}]} | CONFIG LEDGER-OTHER-KEY",
          "{\"code\":\"0\",\"data\":[{\"ID\":7,\"ExternalCode\":\"KEY\"}]} | "
              + "CONFIG LEDGER-CHANJET-NO-LINES",
          "{\"code\":\"0\",\"data\":[{\"ExternalCode\":\"KEY\",\"Entrys\":LINES}]} | "
              + "TRANSIENT LEDGER-UNREADABLE",
          "{\"code\":\"0\",\"data\":[{\"ID\":7,\"ExternalCode\":\"KEY\",\"Entrys\":[{}]}]} | "
              + "TRANSIENT LEDGER-UNREADABLE",
          "{\"code\":\"404\",\"message\":\"单据不存在\"}  | CONFIG 404",
          "{\"code\":\"999\",\"message\":\"系统异常\"}    | TRANSIENT 999",
          "{\"code\":\"EXSV0011\",\"message\":\"服务名不正确\"} | CONFIG EXSV0011"
        })
    void saysNothingByAnythingElse(String body, String expected) {
      Asked asked = asked(body);
      Failure failure = assertInstanceOf(Asked.Failed.class, asked, asked::toString).failure();
      assertEquals(expected, failure.kind() + " " + failure.code());
    }

    @Test
    void mayTellAbsenceByACodeThatTheSettingsName() {
      String body = "{\"code\":\"404\",\"message\":\"单据不存在\"}";
      assertInstanceOf(Asked.Absent.class, asked(body, Map.of("absentCodes", "405,404")));
    }

    @Test
    void sendsTheConfiguredBodyToTheConfiguredPath() {
      asked(
          "{\"code\":\"0\",\"data\":[]}",
          Map.of(
              "queryPath",
              "/tplus/api/v2/doc/GetVoucherDTO",
              "queryBody",
              "{\"param\":{\"externalCode\":\"{key}\"}}"));
      Call call = platform.calls().getFirst();
      assertEquals("/tplus/api/v2/doc/GetVoucherDTO", call.path());
      assertEquals("{\"param\":{\"externalCode\":\"" + key + "\"}}", call.body());
    }

    @Test
    void isReadPageByPageToTheEmptyOne() {
      String row =
          "{\"code\":\"0\",\"data\":[{\"ID\":PAGE,\"ExternalCode\":\"KEY\",\"Entrys\":LINES}]}";
      platform.answers(
          call -> {
            int page = platform.calls().size();
            return Reply.json(
                page > 2
                    ? "{\"code\":\"0\",\"data\":[]}"
                    : row.replace("PAGE", Integer.toString(page))
                        .replace("KEY", key)
                        .replace("LINES", LINES));
          });
      Asked asked = ledger(paged()).ask(voucher);
      assertEquals(2, assertInstanceOf(Asked.Several.class, asked).references().size());
      assertEquals("{\"p\":[\"" + key + "\",3]}", platform.calls().getLast().body());
    }

    @Test
    void thatDoesNotEndIsGivenUp() {
      Asked asked =
          asked(
              "{\"code\":\"0\",\"data\":[{\"ID\":7,\"ExternalCode\":\"KEY\",\"Entrys\":LINES}]}",
              paged());
      assertEquals("LEDGER-ENDLESS", assertInstanceOf(Asked.Failed.class, asked).failure().code());
      assertEquals(TplusLedger.MOST_PAGES, platform.calls().size());
    }

    private static Map<String, String> paged() {
      return Map.of("queryBody", "{\"p\":[\"{key}\",{page}]}");
    }
  }

  @Nested
  class AConnectionIsTried {
    @Test
    void aPathThatIsNotThereIsAFaultOfThePermission() {
      platform.answers(404, "<html></html>");
      Finding last = ledger(Map.of()).test().findings().getLast();
      assertEquals(Point.PERMISSION, last.point());
      assertInstanceOf(Verdict.Failed.class, last.verdict());
    }

    @Test
    void aServerErrorIsAFaultOfTheServer() {
      platform.answers(500, "");
      assertEquals(Point.REACHABLE, ledger(Map.of()).test().findings().getLast().point());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queryBody  | {\"ExternalCode\":\"x\"}",
        "queryBody  | {\"ExternalCode\":{key}}",
        "queryBody  | [\"{key}\"]",
        "queryBody  | {key}",
        "queryPath  | doc/Query",
        "createPath | //evil.example.com/x?y",
        "createPath | /a b",
        "replyId    | data..ID",
        "queryRows  | data;rows",
        "currency   | CNY",
        "absentCodes| 404,",
        "summaryLength | 39",
        "departmentField | Aux Acc"
      })
  void aSettingThatCannotBeUsedIsNoticed(String setting, String value) {
    assertEquals(1, Ledgers.check(TplusUnderTest.connection(with(setting, value))).size(), setting);
    assertTrue(Ledgers.check(TplusUnderTest.connection(platform.settings())).isEmpty());
  }

  private Map<String, String> with(String setting, String value) {
    Map<String, String> settings = new HashMap<>(platform.settings());
    settings.put(setting, value);
    return settings;
  }
}
