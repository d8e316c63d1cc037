package io.dingledger.ledgers.chanjet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {
  @ParameterizedTest
  @CsvSource({
    "E1, 外部编码重复, AMBIGUOUS",
    "E1, 外部编码DL1已存在, AMBIGUOUS",
    "E1, ExternalCode already exists, AMBIGUOUS",
    "E1, 凭证号重复, AMBIGUOUS",
    "E1, 当前期间已结账, PERIOD_CLOSED",
    "E1, 会计期间202603已关闭, PERIOD_CLOSED",
    "E1, the period 2026-03 is closed, PERIOD_CLOSED",
    "E1, 系统繁忙请稍后, AMBIGUOUS",
    "E1, 未将对象引用设置到对象的实例, AMBIGUOUS",
    "E1, Internal Server Error, AMBIGUOUS",
    "500, 保存失败, AMBIGUOUS",
    "E1, '', AMBIGUOUS",
    "E1, 当前用户没有新增凭证的权限, CONFIG",
    "EXSV0011, 服务名不正确, CONFIG",
    "E1, 科目9999不存在, DATA",
    "E1, 借贷不平衡, DATA",
    "gl.e0001, 与上级编码不匹配, DATA"
  })
  void whatIsSaidOfAVoucherDecides(String code, String words, FailureKind kind) {
    assertEquals(kind, Refusals.ofSend(code, words));
  }

  @ParameterizedTest
  @CsvSource({
    "500, 系统异常, TRANSIENT",
    "E1, '', TRANSIENT",
    "E1, 没有查询权限, CONFIG",
    "EXSV0011, x, CONFIG",
    "E1, 账套不存在, CONFIG",
    "E1, whatever, TRANSIENT"
  })
  void whatIsSaidOfAQuestionHasNoEffect(String code, String words, FailureKind kind) {
    assertEquals(kind, Refusals.ofAsk(code, words));
  }

  @Nested
  class WordsAreCleaned {
    @Test
    void ofAmountsAndOfWhatMayBeACredential() {
      String words =
          Words.of(
              Json.tree(
                      "{\"message\":\"借方545.00，贷方-1,544.99\",\"error\":"
                          + "{\"msg\":\"token eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.x expired\"}}")
                  .orElseThrow());
      assertEquals("借方*，贷方*; token * expired", words);
    }
  }

  @Nested
  class ASummaryEndsInTheKey {
    private final Voucher voucher =
        Vouchers.voucher(
            "claim",
            List.of(
                Vouchers.line("1", Map.of(), Side.DEBIT, Money.of("1", "CNY")),
                Vouchers.line("2", Map.of(), Side.CREDIT, Money.of("1", "CNY"))));
    private final String key = voucher.key().value();

    @Test
    void andIsCutBeforeItByCharactersNotByHalves() {
      assertEquals("报销 差旅 " + key, KeyedSummary.of(voucher, voucher.lines().getFirst(), 200));
      assertEquals("报 " + key, KeyedSummary.of(voucher, voucher.lines().getFirst(), 22));
    }

    @Test
    void whichIsFoundAsAWordOfItsOwnOnly() {
      assertTrue(KeyedSummary.names("报销" + key, voucher.key()));
      assertTrue(KeyedSummary.names(key, voucher.key()));
      assertFalse(KeyedSummary.names("X" + key, voucher.key()));
      assertFalse(KeyedSummary.names(key + "1", voucher.key()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasWhatWhyAndCureInBothLanguages(ChanjetReason reason) {
    assertTrue(reason.code().matches("LEDGER-CHANJET(-[A-Z]+)+"));
    for (String text :
        List.of(reason.chinese(), reason.chineseCure(), reason.english(), reason.englishCure())) {
      assertFalse(text.isBlank());
    }
  }
}
