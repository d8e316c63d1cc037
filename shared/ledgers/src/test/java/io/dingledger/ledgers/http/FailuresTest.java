package io.dingledger.ledgers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.failure.FailureKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a ledger's own words is passed on. */
class FailuresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          借方合计545.00与贷方合计1,500.00不相等 | 借方合计*与贷方合计*不相等
          科目金额545.00超出 | 科目金额*超出
          amount [545.5] is wrong | amount [*] is wrong
          制单人13900000000不存在 | 制单人*不存在
          无效的token: a1b2-c3d4 | 无效的token: *
          bad 0123456789abcdef0123456789abcdef | bad *
          """)
  void amountsCredentialsAndLongNumbersAreTakenOut(String said, String shown) {
    assertEquals(shown, new Failures("abacus").said(FailureKind.DATA, "1", said).detail());
  }

  @ParameterizedTest
  @CsvSource({
    "编码值[6602.03]不存在",
    "FACCOUNTID: 6602.03 not found",
    "科目6602.03.01不存在",
    "会计期间2026.03已结账",
    "凭证DL0123456789ABCDEFGH已存在"
  })
  void accountsPeriodsAndKeysStay(String said) {
    assertEquals(said, new Failures("abacus").said(FailureKind.DATA, "1", said).detail());
  }
}
