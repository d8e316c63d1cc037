package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantDiaryTest {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
  private static final Tenant TENANT = Tenant.verified("a");

  private final HandClock clock = new HandClock(NOW);
  private final TenantDiary diary = new TenantDiary(new MemoryTable(), clock);

  @Test
  void tells_who_did_what_in_its_order() {
    diary.note(TENANT, "li.si", "CREATED", "name, zone");
    diary.note(TENANT, "li.si", "SUSPENDED", "");
    clock.advance(Duration.ofSeconds(1));
    diary.note(TENANT, "wang.wu", "RESUMED", "");
    diary.note(Tenant.verified("a#A"), "zhao.liu", "CREATED", "");
    List<TenantDiary.Entry> entries = diary.of(TENANT);
    assertEquals(3, entries.size());
    assertEquals(
        new TenantDiary.Entry(NOW.plusSeconds(1), "wang.wu", "RESUMED", ""), entries.getLast());
  }
}
