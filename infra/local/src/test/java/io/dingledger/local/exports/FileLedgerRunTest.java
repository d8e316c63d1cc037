package io.dingledger.local.exports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a company without an interface: callback, list, batch, file, the file again. */
class FileLedgerRunTest {
  private static final Tenant TENANT = Tenant.verified(DemoCompany.TENANT);

  @TempDir Path folder;

  @Test
  void anApprovedClaimIsListedAndItsFileTakenTwice() throws Exception {
    try (LocalSystem system =
            new LocalSystem(
                Template.read(Path.of("..", "..", "template.yaml")),
                DataFolder.open(folder, false),
                Options.Store.MEMORY);
        SandboxDingTalk dingTalk = SandboxDingTalk.start(DemoCompany.APP, 0)) {
      DemoCompany.people().forEach(dingTalk.company()::put);
      DemoCompany.departments().forEach(dingTalk.company()::put);
      system.adopt(settings(dingTalk.base()), DemoCompany.ruleBook(), DemoCompany.signing());
      system.open(0);
      system.feed();
      DemoDocument claim = DemoMonth.claims().getFirst();
      dingTalk.company().put(claim.instance());
      push(system.door().callback(DemoCompany.CALLBACK_KEY), claim);
      DocumentRecord posted = awaited(system, claim.id());
      String key = posted.postings().getFirst().key().value();
      assertEquals(
          Optional.of(new LedgerReference(key, "batch pending")),
          posted.postings().getFirst().reference());
      exports("next", "--by", "anna");
      assertTrue(exports("get", "1", "--by", "anna", "--out", folder.toString()).contains("0001"));
      assertTrue(
          exports("get", "1", "--by", "bert", "--out", folder.toString()).contains("copy 2"));
      byte[] file = Files.readAllBytes(folder.resolve("dingledger-0001-u8-text.txt"));
      String text = new String(file, Charset.forName("GBK"));
      assertTrue(text.startsWith("填制凭证,V800\r\n") && text.contains(key), text);
      assertArrayEquals(
          file, Files.readAllBytes(folder.resolve("dingledger-0001-u8-text-第2次导出-copy2.txt")));
    }
  }

  private static TenantSettings settings(URI dingTalk) throws IOException {
    try (var kingdee = DemoTenant.ledger(Files.createTempDirectory("unused"))) {
      TenantSettings usual = DemoTenant.settings(dingTalk, kingdee);
      return TenantSettings.ofInternalApp(
          usual.tenant(),
          usual.name(),
          usual.zone(),
          usual.app(),
          usual.callback().orElseThrow(),
          new LedgerConnection(
              TENANT, "file", Map.of("format", "u8-text"), Map.of(), Duration.ofSeconds(1)));
    }
  }

  private static void push(URI callback, DemoDocument claim) {
    try (CallbackPusher pusher =
        new CallbackPusher(
            DemoCompany.APP,
            callback,
            new PushPolicy(Duration.ofSeconds(20), List.of()),
            Clock.systemUTC())) {
      assertTrue(
          pusher
              .pushAtOnce(pusher.changeOf(claim.instance(), "event-1", "finish"), 1)
              .getFirst()
              .join()
              .isAccepted());
    }
  }

  private static DocumentRecord awaited(LocalSystem system, DocumentId id)
      throws InterruptedException {
    for (int look = 0; look < 300; look++) {
      Optional<DocumentRecord> record = system.documents().find(TENANT, id);
      if (record.filter(found -> found.state() == DocumentState.POSTED).isPresent()) {
        return record.get();
      }
      Thread.sleep(200);
    }
    throw new AssertionError("not posted within a minute");
  }

  private String exports(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--tenant", DemoCompany.TENANT, "--data", folder.toString()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ExportsMain.run(line, out, out);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
