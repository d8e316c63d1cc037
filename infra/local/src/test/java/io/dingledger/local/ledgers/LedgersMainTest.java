package io.dingledger.local.ledgers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.Template;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.ledgers.kingdee.SandboxSetup;
import io.dingledger.local.DataFolder;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.SecondCompany;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dev ledgers} as a user calls it. */
class LedgersMainTest {
  @TempDir Path folder;

  private record Said(int exit, String out, String err) {}

  private static Said said(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = LedgersMain.run(List.of(words), stream(out), stream(err));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Nested
  class WithoutARunningSystem {
    @Test
    void everyTypeIsListedAndShownWithAllItsSettings() {
      Said types = said("types");
      assertEquals(0, types.exit());
      for (LedgerDescription type : Ledgers.descriptions()) {
        assertTrue(types.out().contains(type.type()), type.type());
        Said shown = said("show", type.type());
        assertEquals(0, shown.exit());
        for (Setting setting : type.settings()) {
          assertTrue(shown.out().contains("  " + setting.key() + "  "), setting.key());
        }
      }
    }

    @Test
    void anUnknownTypeIsRefusedWithTheKnownOnes() {
      Said said = said("show", "no-such-type");
      assertEquals(2, said.exit());
      assertTrue(said.err().contains("LEDGERS-TYPE-UNKNOWN"));
      assertTrue(said.err().contains("kingdee-cloud"));
    }

    @Test
    void whatIsWrongWithAConnectionIsSaidAtItsPlaceAndNoSecretIsRepeated() throws IOException {
      Path file = folder.resolve("tenant.yaml");
      Files.writeString(
          file,
          """
          ledger:
            type: kingdee-cloud
            settings: { serverUrl: "ftp://erp.example.com", bock: "001" }
            secrets: { appSecret: "canary-7f3a" }
          """);
      Said said = said("check", file.toString());
      assertEquals(1, said.exit());
      assertTrue(said.out().contains("LEDGER-SETTING-INVALID"));
      assertTrue(said.out().contains("LEDGER-SETTING-UNKNOWN"));
      assertTrue(said.out().contains("LEDGER-SETTING-MISSING"));
      assertFalse(said.out().contains("canary"));
    }

    @Test
    void aFileThatCannotBeReadIsAFinding() {
      Said said = said("check", folder.resolve("none.yaml").toString());
      assertEquals(1, said.exit());
      assertTrue(said.out().contains("TENANT-"), said.out());
    }

    @Test
    void aSystemThatDoesNotRunIsSaidSo() {
      Said said = said("test", "--tenant", "t", "--data", folder.toString());
      assertEquals(2, said.exit());
      assertTrue(said.err().contains("COMMAND-NOT-RUNNING"));
    }

    @Test
    void masterDataOfAnUnknownKindIsRefused() {
      Said said = said("read", "colours", "--tenant", "t");
      assertEquals(2, said.exit());
      assertTrue(said.err().contains("LEDGERS-KIND-UNKNOWN"));
    }

    @Test
    void itsHelpNamesEveryCommand() {
      Said said = said("--help");
      for (String command : List.of("types", "show", "check", "test", "read")) {
        assertTrue(said.out().contains("  " + command + " "), command);
      }
    }
  }

  @Nested
  class AgainstARunningSystem {
    @Test
    void aConnectionIsTriedOutAndItsMasterDataIsRead() throws Exception {
      try (SandboxKingdee kingdee = SandboxKingdee.start(SandboxSetup.demo());
          LocalSystem system = started(Optional.of(kingdee))) {
        Said tried = running("test");
        assertEquals(0, tried.exit(), tried.out() + tried.err());
        assertTrue(tried.out().contains("✔ 能连上 · reachable"), tried.out());
        Said read = running("read", "account");
        assertTrue(read.out().contains("6602"), read.out() + read.err());
        assertEquals(401, posted(system));
      }
    }

    @Test
    void aTenantWithoutALedgerIsToldSo() throws Exception {
      try (LocalSystem system = started(Optional.empty())) {
        Said said = running("test");
        assertEquals(1, said.exit());
        assertTrue(said.out().contains("NO-LEDGER"), said.out());
        assertEquals(1, running("read", "account").exit());
      }
    }

    private static final Suite SUITE = SecondCompany.suite(URI.create("http://127.0.0.1:1"));
    private static final Tenant TENANT = SUITE.tenantOf(SecondCompany.CORP);

    private Said running(String... words) {
      List<String> line = new ArrayList<>(List.of(words));
      line.addAll(List.of("--tenant", TENANT.id(), "--data", folder.toString()));
      return said(line.toArray(String[]::new));
    }

    private LocalSystem started(Optional<SandboxKingdee> kingdee) throws IOException {
      LocalSystem system =
          new LocalSystem(
              Template.read(Path.of("..", "..", "template.yaml")),
              DataFolder.open(folder, false),
              Options.Store.MEMORY);
      system.adopt(SUITE);
      TenantSettings bare =
          TenantSettings.authorised(
              SUITE, SecondCompany.CORP, "示例贸易", new Standing(true, Instant.EPOCH));
      system.adopt(
          new TenantSettings(
              TENANT,
              bare.name(),
              bare.zone(),
              bare.app(),
              bare.callback(),
              kingdee.map(AgainstARunningSystem::connection),
              bare.monthlyCalls(),
              bare.standing()),
          DemoCompany.ruleBook(),
          DemoCompany.signing());
      system.open(0);
      return system;
    }

    private static LedgerConnection connection(SandboxKingdee kingdee) {
      Map<String, Secret> secrets =
          kingdee.secrets().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, each -> Secret.of(each.getValue())));
      return new LedgerConnection(
          TENANT, "kingdee-cloud", kingdee.settings("login-by-sign"), secrets, Duration.ZERO);
    }

    private static int posted(LocalSystem system) throws Exception {
      String tenant = TENANT.id().replace("@", "%40");
      URI address = system.door().base().resolve("/api/tenants/" + tenant + "/ledger/test");
      try (HttpClient http = HttpClient.newHttpClient()) {
        return http.send(
                HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()).build(),
                BodyHandlers.discarding())
            .statusCode();
      }
    }
  }
}
