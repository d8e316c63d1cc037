package io.dingledger.local.tenants;

import static io.dingledger.local.tenants.TenantCommands.AES_KEY;
import static io.dingledger.local.tenants.TenantCommands.SECRETS;
import static io.dingledger.local.tenants.TenantCommands.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.tenants.TenantCommands.Said;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code ./dev tenant}: third-party apps, and the end of a tenant. */
class TenantEndTest extends OperatorsDay {
  @Nested
  class ThirdPartyApps {
    private Said suite() throws IOException {
      return operator.typing(
          "suiteSecret=suite-secret-7\ntoken=" + TOKEN + "\naesKey=" + AES_KEY,
          "suite",
          "put",
          TenantCommands.suite(folder).toString(),
          "--by=li.si",
          "--yes",
          "--secrets-from-stdin");
    }

    @Test
    void areStoredAndCompaniesSetUpBeforeTheyAuthorise() throws IOException {
      Said stored = suite();
      assertEquals(0, stored.exit(), stored.text());
      assertTrue(stored.text().contains("/callback/pR7dK2wX9nB4hT6c"), stored.text());
      Said again = operator.said("suite", "put", TenantCommands.suite(folder).toString(), "--by=a");
      assertTrue(again.text().contains("nothing changes"), again.text());
      Said company =
          operator.said(
              "create", TenantCommands.companyOfSuite(folder).toString(), "--by=a", "--yes");
      assertEquals(0, company.exit(), company.text());
      TenantSettings settings =
          system.tenant(Tenant.verified("dingexamplecorp0002@25300001")).orElseThrow();
      assertFalse(settings.standing().isAuthorised(), "only DingTalk says that");
      assertEquals("file", settings.ledger().orElseThrow().type());
    }

    @Test
    void mustBeStoredBeforeTheirCompanies() throws IOException {
      assertRefused(
          "TENANT-SUITE-NOT-STORED",
          operator.said("create", TenantCommands.companyOfSuite(folder).toString(), "--by=a"));
    }
  }

  @Nested
  class Ending {
    @Test
    void suspendsAndResumes() throws IOException {
      created();
      Said stopped = operator.said("suspend", "example", "--by=li.si", "--why=合同到期");
      assertEquals(0, stopped.exit(), stopped.text());
      assertTrue(stopped.text().contains("SUSPENDED"), stopped.text());
      assertEquals("合同到期", settings().standing().suspension().orElseThrow().why());
      operator.said(
          "change",
          TenantCommands.company(folder, "example", "示例集团").toString(),
          "--by=li.si",
          "--yes");
      assertFalse(settings().standing().isActive(), "a change does not resume");
      assertEquals(0, operator.said("resume", "example", "--by=wang.wu").exit());
      assertTrue(settings().standing().isActive());
      assertRefused("TENANT-NOT-SUSPENDED", operator.said("resume", "example", "--by=a"));
      String shown = operator.said("show", "example").text();
      assertTrue(shown.contains("wang.wu  RESUMED"));
      assertTrue(shown.contains("in logs: 50d858e0985e"), shown);
    }

    @Test
    void deletesOnlyWhatIsSuspendedAndOnlyWhenItsNameIsTyped() throws IOException {
      created();
      assertRefused(
          "TENANT-NOT-SUSPENDED", operator.typing("example\n", "delete", "example", "--by=a"));
      operator.said("suspend", "example", "--by=li.si");
      assertRefused(
          "TENANT-CONFIRMATION-WRONG", operator.typing("exampl\n", "delete", "example", "--by=a"));
      assertTrue(system.tenant(TENANT).isPresent());
      Said done = operator.typing("example\n", "delete", "example", "--by=a");
      assertEquals(0, done.exit(), done.text());
      assertTrue(done.text().contains("rule-books"), done.text());
      assertEquals(Optional.empty(), system.tenant(TENANT));
      assertRefused("TENANT-UNKNOWN", operator.said("show", "example"));
      assertEquals(
          0,
          operator.said("delete", "example", "--by=a", "--confirm=example").exit(),
          "stragglers are looked for again");
    }

    @Test
    void anIdentifierIsNotUsedAgainUnlessThatIsWanted() throws IOException {
      created();
      operator.said("suspend", "example", "--by=li.si");
      operator.said("delete", "example", "--by=li.si", "--confirm=example");
      assertRefused("TENANT-WAS-DELETED", created());
      Said again =
          operator.typing(
              SECRETS,
              "create",
              TenantCommands.company(folder, "example", "示例科技").toString(),
              "--by=li.si",
              "--yes",
              "--again",
              "--secrets-from-stdin");
      assertEquals(0, again.exit(), again.text());
      assertTrue(settings().standing().isActive());
    }

    @Test
    void aFolderOfTenantsBringsNoDeletedOneBack() throws IOException {
      created();
      TenantSettings before = settings();
      operator.said("suspend", "example", "--by=li.si");
      operator.said("delete", "example", "--by=li.si", "--confirm=example");
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class,
              () -> system.adopt(before, DemoCompany.ruleBook(), DemoCompany.signing()));
      assertTrue(refused.getMessage().startsWith("TENANT-WAS-DELETED"), refused.getMessage());
    }

    @Test
    void exportsWhatThereIs() throws IOException {
      created();
      Said said = operator.said("export", "example", "--to", folder.resolve("out").toString());
      assertEquals(0, said.exit(), said.text());
      assertNothingSecretIn(Files.readString(folder.resolve("out/settings.json")));
      assertEquals(List.of(), Files.readAllLines(folder.resolve("out/documents.jsonl")));
    }
  }
}
