package io.dingledger.local.tenants;

import static io.dingledger.local.tenants.TenantCommands.AES_KEY;
import static io.dingledger.local.tenants.TenantCommands.APP_SECRET;
import static io.dingledger.local.tenants.TenantCommands.CLIENT_SECRET;
import static io.dingledger.local.tenants.TenantCommands.SECRETS;
import static io.dingledger.local.tenants.TenantCommands.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.tenants.TenantCommands.Said;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A system that runs, and an operator at work with it. */
abstract class OperatorsDay {
  static final Tenant TENANT = Tenant.verified("example");

  @TempDir Path folder;

  LocalSystem system;
  TenantCommands operator;

  @BeforeEach
  void start() {
    system =
        new LocalSystem(
            Template.read(Path.of("..", "..", "template.yaml")),
            DataFolder.open(folder.resolve("data"), false),
            Options.Store.MEMORY);
    system.open(0);
    operator = new TenantCommands("--data", folder.resolve("data").toString());
  }

  @AfterEach
  void stop() {
    system.close();
  }

  Said created() throws IOException {
    return operator.typing(
        SECRETS,
        "create",
        TenantCommands.company(folder, "example", "示例科技").toString(),
        "--by",
        "li.si",
        "--yes",
        "--secrets-from-stdin");
  }

  TenantSettings settings() {
    return system.tenant(TENANT).orElseThrow();
  }

  static void assertNothingSecretIn(String text) {
    Stream.of(CLIENT_SECRET, TOKEN, AES_KEY, APP_SECRET)
        .forEach(secret -> assertFalse(text.contains(secret), "a secret was printed"));
  }

  static void assertRefused(String code, Said said) {
    assertTrue(said.text().contains(code + "  "), said.text());
    assertEquals(2, said.exit());
  }
}
