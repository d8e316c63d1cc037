package io.dingledger.local.tenants;

import static io.dingledger.local.tenants.TenantCommands.AES_KEY;
import static io.dingledger.local.tenants.TenantCommands.APP_SECRET;
import static io.dingledger.local.tenants.TenantCommands.CALLBACK_KEY;
import static io.dingledger.local.tenants.TenantCommands.CLIENT_SECRET;
import static io.dingledger.local.tenants.TenantCommands.SECRETS;
import static io.dingledger.local.tenants.TenantCommands.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.tenants.TenantCommands.Said;
import io.dingledger.model.tenant.DingTalkApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code ./dev tenant} makes, changes and shows tenants of a system that runs. */
class TenantMainTest extends OperatorsDay {
  @Nested
  class Creating {
    @Test
    void saysFirstWhatItWouldDoAndDoesItOnlyWithYes() throws IOException {
      Said said =
          operator.typing(
              SECRETS,
              "create",
              TenantCommands.company(folder, "example", "示例科技").toString(),
              "--by=li.si",
              "--secrets-from-stdin");
      assertEquals(1, said.exit(), said.text());
      assertTrue(said.text().contains("+ name: 示例科技"), said.text());
      assertTrue(said.text().contains("+ ledger.secrets.appSecret ***"), said.text());
      assertTrue(said.text().contains("TENANT-NOT-CONFIRMED"), said.text());
      assertEquals(Optional.empty(), system.tenant(TENANT));
      assertNothingSecretIn(said.text());
    }

    @Test
    void storesTheTenantItsSecretsAndItsRuleBookByTwoPersons() throws IOException {
      Said said = created();
      assertEquals(0, said.exit(), said.text());
      assertNothingSecretIn(said.text());
      assertTrue(
          said.text().contains(system.door().callback(CALLBACK_KEY).toString()), said.text());
      DingTalkApp.Internal app = (DingTalkApp.Internal) settings().app().access();
      assertEquals(CLIENT_SECRET, app.clientSecret().reveal());
      assertEquals(TOKEN, settings().callback().orElseThrow().token().reveal());
      assertEquals(
          APP_SECRET, settings().ledger().orElseThrow().secrets().get("appSecret").reveal());
      assertEquals(1, system.desk().shelf(TENANT).activations().size());
    }

    @Test
    void asksAtTheTerminalForWhatTheFileLeavesOut() throws IOException {
      Said said =
          TenantCommands.atTerminal(
              Map.of(
                  "dingtalk.clientSecret", CLIENT_SECRET,
                  "dingtalk.token", TOKEN,
                  "dingtalk.aesKey", AES_KEY,
                  "ledger.secrets.appSecret", APP_SECRET),
              List.of(
                  "create",
                  TenantCommands.company(folder, "example", "示例科技").toString(),
                  "--by",
                  "li.si",
                  "--yes",
                  "--data",
                  folder.resolve("data").toString()));
      assertEquals(0, said.exit(), said.text());
      assertNothingSecretIn(said.text());
      assertEquals(TOKEN, settings().callback().orElseThrow().token().reveal());
    }

    @Test
    void tellsAllThatIsWrongAtOnceAndAsksForNothingThen() throws IOException {
      Path file = TenantCommands.company(folder, "example", "示例科技");
      Files.writeString(
          file,
          Files.readString(file).replace("name: 示例科技", "nam: x").replace("voucherGroup", "v"));
      Said said = operator.said("create", file.toString(), "--by", "li.si", "--yes");
      assertEquals(1, said.exit());
      assertTrue(said.text().contains("TENANT-FIELD-UNKNOWN"), said.text());
      assertTrue(said.text().contains("TENANT-FIELD-MISSING"), said.text());
    }

    @Test
    void namesTheSecretsThatNobodyGave() throws IOException {
      Said said =
          operator.typing(
              "dingtalk.token=" + TOKEN,
              "create",
              TenantCommands.company(folder, "example", "示例科技").toString(),
              "--by",
              "li.si",
              "--secrets-from-stdin");
      assertEquals(1, said.exit());
      assertTrue(said.text().contains("dingtalk.aesKey"), said.text());
      assertTrue(said.text().contains("dingtalk.clientSecret"), said.text());
      assertFalse(said.text().contains("dingtalk.token"), said.text());
    }

    @Test
    void refusesASecretThatCanNotBeOneAndNeverShowsIt() throws IOException {
      Said said =
          operator.typing(
              SECRETS.replace(AES_KEY, "too-short-to-be-one"),
              "create",
              TenantCommands.company(folder, "example", "示例科技").toString(),
              "--by",
              "li.si",
              "--secrets-from-stdin");
      assertEquals(1, said.exit());
      assertTrue(said.text().contains("TENANT-VALUE-WRONG"), said.text());
      assertFalse(said.text().contains("too-short"), said.text());
    }

    @Test
    void refusesALineThatIsNoSecretAndDoesNotShowIt() {
      Said said =
          operator.typing("hunter2", "rotate", "example", "x", "--by=a", "--secrets-from-stdin");
      assertRefused("TENANT-SECRET-LINE-WRONG", said);
      assertFalse(said.text().contains("hunter2"));
    }

    @Test
    void refusesATenantThatThereIs() throws IOException {
      created();
      assertRefused("TENANT-EXISTS", created());
    }

    @Test
    void worksWithFieldsInsteadOfAFileButTakesNoSecretThere() throws IOException {
      TenantCommands.company(folder, "example", "示例科技");
      String[] fields = {
        "create",
        "tenant=example",
        "name=示例科技",
        "dingtalk.corpId=dingexamplecorp0001",
        "dingtalk.clientId=dingexampleapp00001",
        "dingtalk.clientSecret=file:" + Files.writeString(folder.resolve("s"), CLIENT_SECRET),
        "ledger.type=file",
        "ledger.settings.format=u8-text",
        "ruleBook.file=" + folder.resolve("book.yaml"),
        "ruleBook.author=li.si",
        "ruleBook.approvedBy=wang.wu",
        "--by=li.si",
        "--yes",
        "--secrets-from-stdin"
      };
      Said said = operator.typing("dingtalk.token=abc\ndingtalk.aesKey=" + AES_KEY, fields);
      assertEquals(0, said.exit(), said.text());
      assertTrue(settings().callback().orElseThrow().key().length() >= 32, "one was drawn");
      fields[5] = "dingtalk.clientSecret=" + CLIENT_SECRET;
      Said onLine = operator.said(fields);
      assertRefused("TENANT-SECRET-ON-LINE", onLine);
      assertNothingSecretIn(onLine.text());
    }

    @Test
    void asksForOneFieldAfterAnother() throws IOException {
      TenantCommands.company(folder, "example", "示例科技");
      String typed =
          String.join(
              "\n",
              "example",
              "示例科技",
              "",
              "dingexamplecorp0001",
              "dingexampleapp00001",
              "",
              "",
              "no-such-ledger",
              folder.resolve("book.yaml").toString(),
              "li.si",
              "wang.wu",
              "",
              "");
      Said said = operator.typing(typed, "create", "--interactive", "--by=li.si");
      assertEquals(1, said.exit(), said.text());
      assertTrue(said.text().contains("ledger.type: "), said.text());
      assertTrue(said.text().contains("no-such-ledger"), said.text());
    }
  }

  @Nested
  class Changing {
    @Test
    void leavesSecretsThatAreNotGivenAsTheyAre() throws IOException {
      created();
      Said said =
          operator.said(
              "change",
              TenantCommands.company(folder, "example", "示例集团").toString(),
              "--by",
              "wang.wu",
              "--yes");
      assertEquals(0, said.exit(), said.text());
      assertTrue(said.text().contains("~ name: 示例科技 → 示例集团"), said.text());
      assertFalse(said.text().contains("***"), said.text());
      assertEquals("示例集团", settings().name());
      assertEquals(TOKEN, settings().callback().orElseThrow().token().reveal());
      assertEquals(
          APP_SECRET, settings().ledger().orElseThrow().secrets().get("appSecret").reveal());
    }

    @Test
    void refusesATenantThatThereIsNot() throws IOException {
      assertRefused(
          "TENANT-UNKNOWN",
          operator.typing(
              SECRETS,
              "change",
              TenantCommands.company(folder, "example", "x").toString(),
              "--by=a",
              "--secrets-from-stdin"));
    }

    @Test
    void aSecretPutsAnotherInItsPlace() throws IOException {
      created();
      Said said =
          operator.typing(
              "dingtalk.callbackKey=zzzzzzzzzzzzzzzzzz",
              "rotate",
              "example",
              "dingtalk.callbackKey",
              "--by=li.si",
              "--secrets-from-stdin");
      assertEquals(0, said.exit(), said.text());
      assertTrue(said.text().contains("/callback/zzzzzzzzzzzzzzzzzz"), said.text());
      assertEquals("zzzzzzzzzzzzzzzzzz", settings().callback().orElseThrow().key());
      assertEquals(TOKEN, settings().callback().orElseThrow().token().reveal());
    }

    @Test
    void refusesSecretsThatThereAreNotOrThatCanNotBe() throws IOException {
      created();
      assertRefused(
          "TENANT-SECRET-UNKNOWN",
          operator.typing("x=y", "rotate", "example", "x", "--by=a", "--secrets-from-stdin"));
      Said wrong =
          operator.typing(
              "dingtalk.aesKey=shorter",
              "rotate",
              "example",
              "dingtalk.aesKey",
              "--by=a",
              "--secrets-from-stdin");
      assertRefused("TENANT-SECRET-WRONG", wrong);
      assertFalse(wrong.text().contains("shorter"));
      assertRefused(
          "TENANT-SECRET-MISSING", operator.said("rotate", "example", "dingtalk.token", "--by=a"));
      assertRefused(
          "TENANT-SECRET-ON-LINE", operator.said("rotate", "example", "x=hunter2", "--by=a"));
    }
  }

  @Nested
  class Looking {
    @Test
    void listsAndShowsWithoutSecretsAndTellsWhoDidWhat() throws IOException {
      created();
      Said listed = operator.said("list");
      assertTrue(listed.text().contains("example"), listed.text());
      assertTrue(listed.text().contains("ACTIVE"), listed.text());
      Said shown = operator.said("show", "example");
      assertEquals(0, shown.exit());
      assertNothingSecretIn(shown.text());
      assertFalse(shown.text().contains(CALLBACK_KEY), "the address is a secret, too");
      assertTrue(shown.text().contains("dingtalk.aesKey  ***"), shown.text());
      assertTrue(shown.text().contains("li.si  CREATED"), shown.text());
    }

    @Test
    void checksAFileWithoutAnySystem() throws IOException {
      Path file = TenantCommands.company(folder, "example", "示例科技");
      assertEquals(
          0, TenantCommands.atTerminal(Map.of(), List.of("check", file.toString())).exit());
      Files.writeString(file, "tenant: example\n");
      Said wrong = TenantCommands.atTerminal(Map.of(), List.of("check", file.toString()));
      assertEquals(1, wrong.exit());
      assertTrue(wrong.text().contains("TENANT-FIELD-MISSING"), wrong.text());
    }

    @Test
    void everyCommandExplainsItself() {
      Said said = TenantCommands.atTerminal(Map.of(), List.of("--help"));
      for (String command :
          List.of(
              "create",
              "change",
              "check",
              "rotate",
              "list",
              "show",
              "suspend",
              "resume",
              "export",
              "delete",
              "suite put",
              "--aws STAGE",
              "--data DIR")) {
        assertTrue(said.text().contains(command), command);
      }
    }
  }
}
