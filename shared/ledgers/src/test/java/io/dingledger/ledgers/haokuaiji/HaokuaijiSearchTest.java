package io.dingledger.ledgers.haokuaiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.LedgerReference;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape in which a search may be answered, as far as it is known or thought of. */
class HaokuaijiSearchTest extends ScriptedHaokuaiji {
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
}
