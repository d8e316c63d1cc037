package io.dingledger.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.SecondCompany;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SuitePusher;
import io.dingledger.model.rulebook.Shelf;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companies of a third-party app, set up before or after they authorise it. */
class LocalSuiteTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");
  private static final Suite SUITE = SecondCompany.suite(NOBODY);
  private static final Tenant TENANT = SUITE.tenantOf(SecondCompany.CORP);

  @TempDir Path folder;

  private static TenantSettings fromFile() {
    return TenantSettings.authorised(
        SUITE, SecondCompany.CORP, "示例贸易", new Standing(false, Instant.EPOCH));
  }

  private static void authorise(LocalSystem system) {
    PushPolicy once = new PushPolicy(Duration.ofSeconds(20), List.of());
    URI callback = system.door().callback(SecondCompany.callbackKey());
    try (SuitePusher pusher =
        new SuitePusher(SecondCompany.SUITE, callback, once, Clock.systemUTC())) {
      SecondCompany.authorisation().forEach(row -> assertTrue(pusher.push(row).isAccepted()));
    }
  }

  private LocalSystem started() {
    LocalSystem system =
        new LocalSystem(
            Template.read(TEMPLATE), DataFolder.open(folder, false), Options.Store.MEMORY);
    system.adopt(SUITE);
    system.open(0);
    return system;
  }

  @Test
  void aFileBeforeTheAuthorisationKeepsItsRuleBookWhenTheCompanyAuthorises() {
    try (LocalSystem system = started()) {
      system.adopt(fromFile(), DemoCompany.ruleBook(), DemoCompany.signing());
      assertFalse(system.tenant(TENANT).orElseThrow().standing().isActive());
      authorise(system);
      TenantSettings known = system.tenant(TENANT).orElseThrow();
      assertTrue(known.standing().isActive());
      assertEquals(1, system.desk().shelf(TENANT).activations().size());
    }
  }

  @Test
  void aFileAfterTheAuthorisationDoesNotTakeItBack() {
    try (LocalSystem system = started()) {
      assertEquals(Optional.empty(), system.tenant(TENANT));
      authorise(system);
      assertEquals(Shelf.EMPTY, system.desk().shelf(TENANT));
      system.adopt(fromFile(), DemoCompany.ruleBook(), DemoCompany.signing());
      TenantSettings known = system.tenant(TENANT).orElseThrow();
      assertTrue(known.standing().isActive());
      assertEquals(1, system.desk().shelf(TENANT).activations().size());
    }
  }
}
