package io.dingledger.local.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options.Store;
import io.dingledger.local.Setup;
import io.dingledger.local.report.Progress;
import io.dingledger.local.tenants.TenantFile;
import io.dingledger.local.tenants.TenantFolder;
import io.dingledger.local.torture.company.Firm;
import io.dingledger.local.torture.process.ShortTimes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same pushes and the same count at a system that somebody else has started. */
class ElsewhereTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  @TempDir Path folder;

  private Plan plan(int port) {
    return new Plan(
        15,
        Duration.ofSeconds(4),
        0,
        Duration.ZERO,
        Set.of(),
        3,
        folder.resolve("torture"),
        Duration.ofMinutes(5),
        false,
        false,
        false,
        Optional.of(URI.create("http://127.0.0.1:" + port)),
        0,
        0,
        Optional.empty());
  }

  @Test
  void aSystemThatTakesTheTenantsFilesIsCountedInTheLedgersBook() throws Exception {
    Plan plan = plan(freePort());
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    CompletableFuture<Torture.Result> result =
        CompletableFuture.supplyAsync(
            () -> Torture.run(plan, new Progress(out, Clock.systemUTC())));
    TenantFolder tenants = awaited(plan.data().resolve("tenants"));
    DataFolder data = DataFolder.open(folder.resolve("system"), true);
    try (LocalSystem system =
        new LocalSystem(
            Template.read(TEMPLATE), data, Setup.of(Store.MEMORY).with(ShortTimes.times()))) {
      for (TenantFile.Valid tenant : tenants.tenants().values()) {
        system.adopt(tenant.settings(), tenant.ruleBook(), tenant.signing());
      }
      system.open(plan.url().orElseThrow().getPort());
      system.feed();
      Tally tally = result.join().tally();
      assertTrue(tally.isClean(), () -> said.toString(StandardCharsets.UTF_8));
      assertEquals(15, tally.verdicts().size());
      assertTrue(result.join().kills().isEmpty());
    }
  }

  private static TenantFolder awaited(Path folder) throws InterruptedException {
    while (true) {
      TenantFolder read = TenantFolder.read(folder);
      if (read.findings().isEmpty() && read.tenants().size() == Firm.ALL.size()) {
        return read;
      }
      Thread.sleep(100);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return probe.getLocalPort();
    }
  }
}
