package io.dingledger.local.exports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.http.ExportApi;
import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.OperatorToken;
import io.dingledger.local.http.Reply;
import io.dingledger.local.http.Request;
import io.dingledger.model.access.ExportList.Batch;
import io.dingledger.model.access.ExportList.Taking;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.Platform;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./dev exports} and the interface behind it, over real HTTP. */
class ExportsMainTest {
  private static final Tenant ACME = Samples.tenant("acme");
  private static final String FIRST = "dingledger-0001-u8-text.txt";
  private static final String SECOND = "dingledger-0001-u8-text-第2次导出-copy2.txt";

  @TempDir Path folder;
  private Platform platform;
  private LoopbackServer server;
  private ExportApi api;

  private record Said(int exit, String out, String err) {}

  @BeforeEach
  void start() throws IOException {
    HandClock clock = new HandClock(Samples.NOW);
    platform = new Platform(new MemoryTable(), KeyFileWrap.at(folder.resolve("key")), clock);
    platform.tenants().put(settings("file", Map.of("format", "u8-text")));
    api =
        new ExportApi(
            platform.tenants(),
            new ExportDesk(platform.exports(), clock),
            OperatorToken.at(folder.resolve("operator.token")),
            request -> Reply.text(404, "text/plain", "elsewhere"));
    server = LoopbackServer.start(0, 10_000, api);
    Files.writeString(folder.resolve("front-door.url"), server.base().toString());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static TenantSettings settings(String type, Map<String, String> ledger) {
    return settings(type, ledger, Map.of());
  }

  private static TenantSettings settings(
      String type, Map<String, String> ledger, Map<String, Secret> secrets) {
    TenantSettings usual = Samples.settings("acme", "callback");
    return TenantSettings.ofInternalApp(
        ACME,
        usual.name(),
        usual.zone(),
        usual.app(),
        usual.callback().orElseThrow(),
        new LedgerConnection(ACME, type, ledger, secrets, Duration.ZERO));
  }

  private void listed(int from, int to) {
    for (int number = from; number < to; number++) {
      assertTrue(
          platform
              .exports()
              .add(
                  ACME,
                  Samples.voucher(ACME, new DocumentId("d" + number)),
                  Samples.NOW.plusSeconds(number)));
    }
  }

  private Said exports(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--tenant", "acme", "--data", folder.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = ExportsMain.run(line, stream(out), stream(err));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private Said get(String... further) {
    List<String> words = new ArrayList<>(List.of("get", "1", "--by", "anna"));
    words.addAll(List.of("--out", folder.toString()));
    words.addAll(List.of(further));
    return exports(words.toArray(String[]::new));
  }

  @Test
  void vouchersLeaveInABatchAndItsFileIsTheSameTheSecondTimeAndSaysSo() throws IOException {
    listed(0, 3);
    assertTrue(exports("list").out().startsWith("等待 · waiting: 3"));
    Said next = exports("next", "--by", "anna", "--limit", "2");
    assertEquals(0, next.exit(), next.err());
    assertTrue(next.out().contains("vouchers 2"), next.out());
    assertEquals(0, get().exit());
    Said again = get();
    assertEquals(1, again.exit());
    assertTrue(again.out().contains("第2次导出") && again.out().contains("copy 2"), again.out());
    byte[] first = Files.readAllBytes(folder.resolve(FIRST));
    assertArrayEquals(first, Files.readAllBytes(folder.resolve(SECOND)));
    String text = new String(first, Charset.forName("GBK"));
    assertEquals(1 + 2 * 2, text.lines().count());
    assertTrue(text.startsWith("填制凭证,V800\r\n2026-03-01,记,1,2,打车费 DL"), text);
    String list = exports("list").out();
    assertTrue(list.contains("waiting: 1") && list.contains("第1次导出 copy 1"), list);
    assertTrue(list.contains("第2次导出 copy 2"), list);
  }

  @Test
  void anotherFormatAndAnotherFirstNumberCanBeAskedFor() throws IOException {
    listed(0, 2);
    exports("next", "--by", "anna");
    Said said = get("--format", "generic-csv", "--number-from", "45");
    assertEquals(0, said.exit(), said.err());
    String text = Files.readString(folder.resolve("dingledger-0001-generic-csv.csv"));
    assertTrue(text.contains("记,45,") && text.contains("记,46,"), text);
    List<Taking> takings = platform.exports().batch(ACME, 1).orElseThrow().takings();
    assertEquals(List.of(new Taking("anna", "generic-csv", Samples.NOW)), takings);
  }

  @ParameterizedTest
  @CsvSource({
    "next --by anna, EXPORT-NONE-WAITS",
    "next --by anna --limit 0, EXPORT-NUMBER-WRONG",
    "next --by anna --limit 5001, EXPORT-NUMBER-WRONG",
    "get 1 --by anna, EXPORT-BATCH-UNKNOWN",
    "get first --by anna, EXPORT-BATCH-UNKNOWN",
    "get --by anna, COMMAND-ARGUMENTS-WRONG",
    "get 1, COMMAND-OPTION-MISSING",
    "take 1, COMMAND-UNKNOWN"
  })
  void whatCannotBeDoneIsRefusedWithItsCode(String line, String code) {
    Said said = exports(line.split(" "));
    assertEquals(2, said.exit());
    assertTrue(said.err().contains(code), said.err());
  }

  @Test
  void whatIsRefusedIsNotNotedAsTaken() {
    listed(0, 1);
    exports("next", "--by", "anna");
    assertTrue(get("--format", "abacus").err().contains("EXPORT-FORMAT-UNKNOWN"));
    assertTrue(get("--number-from", "0").err().contains("EXPORT-NUMBER-WRONG"));
    assertTrue(get("--format", "kingdee-xlsx").err().contains("FILE-SETTING-MISSING"));
    platform.tenants().put(settings("kingdee-cloud", Map.of()));
    assertTrue(get().err().contains("LEDGER-SETTING-MISSING"));
    assertEquals(List.of(), platform.exports().batch(ACME, 1).orElseThrow().takings());
  }

  @Test
  void aTenantWhoseLedgerWasTakenAwayIsToldSo() {
    listed(0, 1);
    exports("next", "--by", "anna");
    TenantSettings usual = Samples.settings("acme", "callback");
    platform
        .tenants()
        .put(
            new TenantSettings(
                ACME,
                usual.name(),
                usual.zone(),
                usual.app(),
                usual.callback(),
                Optional.empty(),
                usual.monthlyCalls(),
                usual.standing()));
    Said said = get();
    assertEquals(2, said.exit());
    assertTrue(said.err().contains("EXPORT-NO-LEDGER"), said.err());
    assertEquals(List.of(), platform.exports().batch(ACME, 1).orElseThrow().takings());
  }

  @Test
  void aTenantWhoseLedgerIsNoFileIsToldSo() {
    listed(0, 1);
    exports("next", "--by", "anna");
    platform
        .tenants()
        .put(
            settings(
                "kingdee-cloud",
                Map.of(
                    "serverUrl", "https://erp.example.com/K3Cloud",
                    "auth", "validate-user",
                    "dataCentre", "1",
                    "userName", "demo",
                    "book", "001",
                    "organisation", "100",
                    "voucherGroup", "PRE001"),
                Map.of("password", Secret.of("demo"))));
    Said said = get();
    assertEquals(2, said.exit());
    assertTrue(said.err().contains("FILE-OTHER-TYPE"), said.err());
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    listed(0, 1);
    exports("next", "--by", "anna");
    Files.writeString(folder.resolve(FIRST), "mine");
    Said said = get();
    assertTrue(said.err().contains("EXPORT-FILE-NOT-WRITTEN"), said.err());
    assertEquals("mine", Files.readString(folder.resolve(FIRST)));
  }

  @Test
  void aBatchWhoseVoucherIsGoneGivesNoFile() {
    ExportDesk desk =
        new ExportDesk(new ForgetfulList(platform.exports()), new HandClock(Samples.NOW));
    listed(0, 1);
    exports("next", "--by", "anna");
    ExportDesk.Taken taken =
        desk.take(
            settings("file", Map.of()),
            1,
            Signer.of("anna").orElseThrow(),
            Optional.empty(),
            Optional.empty());
    assertTrue(taken.toString().contains("EXPORT-VOUCHER-MISSING"), taken::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/tenants/acme/exports, 401",
    "GET, /api/tenants/acme/exports/1/file, 401",
    "GET, /api/tenants/acme/exports, 200",
    "GET, /api/tenants/acme/exports/1, 200",
    "GET, /api/tenants/acme/exports/2, 404",
    "GET, /api/tenants/other/exports, 404",
    "GET, /api/tenants/acme/exports/1/pages, 404",
    "DELETE, /api/tenants/acme/exports, 405",
    "POST, /api/tenants/acme/exports/1, 405"
  })
  void withoutTheOperatorsTokenNothingIsMadeOrTaken(String method, String path, int status) {
    listed(0, 1);
    Batch made = platform.exports().next(ACME, "anna", Samples.NOW, 10).orElseThrow();
    Reply reply =
        api.handle(
            new Request(
                method,
                path,
                "by=anna",
                Map.of(),
                "{\"by\":\"eve\"}".getBytes(StandardCharsets.UTF_8),
                "127.0.0.1"));
    assertEquals(status, reply.status());
    assertEquals(List.of(made), platform.exports().batches(ACME, 10));
    assertFalse(new String(reply.body(), StandardCharsets.UTF_8).contains("12.50"));
  }
}
