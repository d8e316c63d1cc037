package io.dingledger.ledgers.yonbip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddVoucherReplyTest {
  private static final Voucher VOUCHER =
      Vouchers.voucher(
          "claim",
          List.of(
              Vouchers.line("660301", Map.of(), Side.DEBIT, Money.of("545.00", "CNY")),
              Vouchers.line("1002", Map.of(), Side.CREDIT, Money.of("545.00", "CNY"))));

  private static Sent read(String body) {
    return AddVoucherReply.sent(
        YonbipReply.read(body.replace('`', '"')).orElseThrow(), VOUCHER, Set.of("310504"));
  }

  private static Failure failure(String body) {
    return assertInstanceOf(Sent.Failed.class, read(body)).failure();
  }

  @Nested
  class Success {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{`code`:`200`,`message`:`OK`,`data`:{`voucherId`:`2A44`,`voucherStatus`:`01`,"
              + "`period`:`2026-03`,`billCode`:12,`totalDebitOrg`:545.00,`totalCreditOrg`:545.00}}",
          "{`code`:200,`data`:{`voucherId`:`2A44`,`billCode`:`12`,`totalDebitOrg`:545}}",
          "{`code`:`200`,`success`:true,`data`:{`voucherId`:`2A44`,`billCode`:12}}"
        })
    void isPostedUnderIdAndNumber(String body) {
      assertEquals(new Sent.Posted(new LedgerReference("2A44", "12")), read(body));
    }

    @Test
    void needsNoNumber() {
      assertEquals(
          new Sent.Posted(new LedgerReference("2A44", "")),
          read("{`code`:`200`,`data`:{`voucherId`:`2A44`}}"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{`code`:`200`}",
          "{`code`:`200`,`data`:null}",
          "{`code`:`200`,`data`:{}}",
          "{`code`:`200`,`data`:{`voucherId`:``}}",
          "{`code`:`200`,`data`:{`voucherId`:null}}",
          "{`code`:`200`,`success`:false,`data`:{`voucherId`:`2A44`}}",
          "{`code`:`404`,`data`:{`voucherId`:`2A44`}}",
          "{`code`:`200`,`data`:{`voucherId`:`2A44`,`totalDebitOrg`:545.01}}"
        })
    void withoutAnIdOrWithAContradictionIsAmbiguous(String body) {
      Failure failure = failure(body);
      assertEquals(FailureKind.AMBIGUOUS, failure.kind());
      assertEquals("LEDGER-UNCLEAR", failure.code());
    }
  }

  @Nested
  class Refusal {
    @ParameterizedTest
    @CsvSource({
      "310504, 凭证已存在, AMBIGUOUS",
      "310504, '', AMBIGUOUS",
      "310074, voucher already exists, AMBIGUOUS",
      "310036, 非法token, TOKEN",
      "310001, access_token不能为空。, TOKEN",
      "404, token已过期, TOKEN",
      "310037, API未授权, CONFIG",
      "429, 请稍后, THROTTLE",
      "404, '访问过于频繁,请稍后再试', THROTTLE",
      "404, '凭证保存不成功,账簿code不能为空！', CONFIG",
      "404, '凭证保存不成功,制单人不存在', CONFIG",
      "404, 没有凭证新增权限, CONFIG",
      "404, '凭证保存不成功,会计期间2026-03已结账', PERIOD_CLOSED",
      "404, 期间已关闭, PERIOD_CLOSED",
      "404, '凭证保存不成功,科目9999不存在', DATA",
      "404, '凭证保存不成功,辅助核算0001必须录入', DATA",
      "404, '凭证保存不成功,凭证借贷不平衡', DATA",
      "404, 单据正在被他人操作, LOCKED",
      "404, 执行超时, AMBIGUOUS",
      "404, '', AMBIGUOUS",
      "999, 空指针, AMBIGUOUS",
      "500, 未知, AMBIGUOUS",
      "503, 未知, AMBIGUOUS"
    })
    void isClassedByCodeAndWords(String code, String message, FailureKind kind) {
      Failure failure = failure("{`code`:`" + code + "`,`message`:`" + message + "`,`data`:{}}");
      assertEquals(kind, failure.kind());
      assertEquals(code, failure.code());
    }

    @Test
    void ofAnApiThatIsNotAuthorisedSaysWhatToDo() {
      assertTrue(failure("{`code`:`310037`,`message`:`x`}").detail().contains("授权"));
    }

    @Test
    void losesItsTelephoneNumbers() {
      assertFalse(
          failure("{`code`:`404`,`message`:`手机 13900000000 无效`}").detail().contains("13900000000"));
    }
  }

  @Nested
  class Nonsense {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "null",
          "true",
          "7",
          "`x`",
          "[]",
          "{}",
          "{`data`:{`voucherId`:`1`}}",
          "<html></html>",
          "{`code`:`200`,`data`:{`voucherId`:`1`}} x",
          "{`code`:null}",
          "{`code`:{}}"
        })
    void isNoAnswerAtAll(String body) {
      assertEquals(Optional.empty(), YonbipReply.read(body.replace('`', '"')));
    }

    @Test
    void inPlainTextAboutTheTokenIsARefusedToken() {
      assertTrue(YonbipReply.read("非法token").orElseThrow().refusesToken());
    }
  }
}
