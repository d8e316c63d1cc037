package io.dingledger.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.access.CallBudget.Permit;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.PatrolNotes.Chore;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.SampleDocuments;
import io.dingledger.platform.support.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
  @TempDir Path folder;
  private final HandClock clock = new HandClock(Samples.NOW);
  private final Table table = new MemoryTable();

  @Test
  void what_one_function_stores_another_finds() {
    Suite suite = Samples.suite("25300001", "suite-key");
    TenantSettings company = Samples.thirdParty(suite, "dingcorp", Samples.NOW);
    Platform intake = running();
    intake.suites().put(suite);
    intake.suites().keepTicket(suite.id(), Secret.of("ticket"), Samples.NOW);
    intake.tenants().announce(company);
    intake.notes().done(company.tenant(), Chore.DIRECTORY, Samples.NOW);
    intake
        .directory()
        .putPeople(company.tenant(), List.of(SampleDocuments.header().originator()), Samples.NOW);

    Platform other = running();
    assertEquals(Optional.of(suite), other.suites().byCallbackKey("suite-key"));
    assertEquals(Optional.of(Secret.of("ticket")), other.suites().ticket(suite.id()));
    assertEquals(Optional.of(company), other.tenants().find(company.tenant()));
    assertEquals(
        Optional.of(Samples.NOW), other.notes().doneUpTo(company.tenant(), Chore.DIRECTORY));
    assertTrue(other.directory().person(company.tenant(), "user01").isPresent());
    assertEquals(List.of(), other.marks().upTo(company.tenant(), java.time.LocalDate.MAX));
    TokenKey key = new TokenKey(company.tenant(), "dingcorp", "suitekey", "https://example.com");
    assertTrue(other.tokens().claim(key, Optional.empty(), Samples.NOW.plusSeconds(30)));
  }

  @Test
  void the_budget_knows_the_tenants_and_its_notices_stand_among_the_documents() {
    TenantSettings like = Samples.settings("acme", "key-1");
    Platform platform = running();
    platform
        .tenants()
        .put(
            new TenantSettings(
                like.tenant(),
                like.name(),
                like.zone(),
                like.app(),
                like.callback(),
                like.ledger(),
                1,
                like.standing()));
    assertEquals(new Permit.Granted(), platform.budget().take(like.tenant(), Samples.NOW));
    assertTrue(platform.budget().take(like.tenant(), Samples.NOW) instanceof Permit.Exhausted);
    assertEquals(
        1,
        platform
            .documents()
            .list(like.tenant(), Optional.of(DocumentState.HELD), Optional.empty(), 9)
            .items()
            .size());
  }

  private Platform running() {
    return new Platform(table, KeyFileWrap.at(folder.resolve("key")), clock);
  }
}
