package io.dingledger.platform.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogNamesTest {
  private static final Tenant TENANT = Tenant.verified("dingcorp0001");
  private static final String USER = "manager7291";

  private static String of(DocumentId id) {
    return LogNames.of(TENANT, id);
  }

  @Test
  void aTenantIsWhatSha256SumPrints() {
    assertEquals("8a2d26a70512", TenantHash.of(TENANT));
  }

  @Test
  void anInstanceOfDingTalkStandsAsItIs() {
    assertEquals("a1b2c3d4-e5f6_7890==", of(new DocumentId("a1b2c3d4-e5f6_7890==")));
  }

  @Test
  void aPersonsDayTellsTheDayAndNotThePerson() {
    String name = of(DocumentId.ofDay(USER, LocalDate.parse("2026-03-09")));
    assertEquals("day:2026-03-09:~", name.substring(0, 16));
    assertFalse(name.contains(USER));
    assertFalse(of(DocumentId.ofPunch(USER, Instant.parse("2026-03-09T01:02:03Z"))).contains(USER));
  }

  @Test
  void theSamePersonOfAnotherTenantHasAnotherName() {
    DocumentId day = DocumentId.ofDay(USER, LocalDate.parse("2026-03-09"));
    assertNotEquals(of(day), LogNames.of(Tenant.verified("dingcorp0002"), day));
  }

  @Test
  void whatASenderChoseIsNotTold() {
    assertFalse(of(DocumentId.ofInbound(DocumentId.Inbound.API, "王小明-1")).contains("王"));
    assertFalse(of(DocumentId.ofInbound(DocumentId.Inbound.HOSE, "B2600001")).contains("B26"));
    assertFalse(LogNames.sent(TENANT, "msg-of-wang").contains("wang"));
  }

  @Test
  void aMonthOfPayStandsAsItIs() {
    assertEquals("pay:2026-03", of(DocumentId.ofPayPeriod(YearMonth.of(2026, 3))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"13800138000 王", "甲", "u-1", "notice:patrol:day:2026-03-09:u-1"})
  void whateverElseItIsStandsAsADigest(String id) {
    assertFalse(of(new DocumentId(id)).endsWith(id));
    assertFalse(LogNames.event(TENANT, id).contains(id));
  }
}
