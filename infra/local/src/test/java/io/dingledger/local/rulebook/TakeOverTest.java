package io.dingledger.local.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.SecondCompany;
import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.Platform;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.MemoryTable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule book that comes with a tenant's file and can't be put in force. */
class TakeOverTest {
  @TempDir Path folder;

  private static TenantSettings tenant() {
    Suite suite = SecondCompany.suite(URI.create("http://127.0.0.1:1"));
    return TenantSettings.authorised(
        suite, SecondCompany.CORP, "示例贸易", new Standing(true, Instant.EPOCH));
  }

  private RuleBookDesk desk(LocalDate openFrom) {
    Platform platform =
        new Platform(new MemoryTable(), KeyFileWrap.at(folder.resolve("key")), Clock.systemUTC());
    return new RuleBookDesk(platform, any -> openFrom, Clock.systemUTC());
  }

  @Test
  void oneOfASinglePersonIsRefusedAndTheStartSaysWhy() {
    Signer alone = Signer.of("li").orElseThrow();
    Signing signing = new Signing(alone, alone, Optional.empty());
    RuleBookDesk desk = desk(LocalDate.MIN);
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> desk.takeOverOrFail(tenant(), DemoCompany.ruleBook(), signing));
    assertTrue(refused.getMessage().startsWith("RULEBOOK-NOT-TAKEN-OVER"), refused.getMessage());
    assertTrue(refused.getMessage().contains("LIFECYCLE-OWN-BOOK"), refused.getMessage());
    assertEquals(Optional.empty(), desk.shelf(tenant().tenant()).begins());
  }

  @Test
  void oneWithMistakesIsRefusedWithTheirNumber() {
    LifeCycle.Outcome outcome =
        desk(LocalDate.MIN).takeOver(tenant(), "ruleBook: 1\nname: 3", DemoCompany.signing());
    assertTrue(outcome.toString().contains("RULEBOOK-TEXT-WRONG"), outcome.toString());
  }
}
