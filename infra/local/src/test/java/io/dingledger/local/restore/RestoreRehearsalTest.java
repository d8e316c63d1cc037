package io.dingledger.local.restore;

import static io.dingledger.local.restore.Rehearsal.TENANT;
import static io.dingledger.local.restore.Rehearsal.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Fault;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Operation;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.local.demo.DemoPay;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.exports.ExportsMain;
import io.dingledger.local.replay.ReplayMain;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.TenantSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table is put back to an earlier moment, as docs/operating/restore.md says, and everything
 * goes on: counted in the ledger's own book, nothing is doubled and nothing is lost.
 */
class RestoreRehearsalTest {
  private static final DocumentId MONTH = DocumentId.ofPayPeriod(DemoPay.MONTH);

  @TempDir Path folder;

  private final DemoDocument early = DemoMonth.plainClaim(71, daysAgo(4));
  private final DemoDocument doubtful = DemoMonth.plainClaim(72, daysAgo(4));
  private final DemoDocument late = DemoMonth.plainClaim(73, daysAgo(3));
  private final DemoDocument withdrawal = DemoMonth.withdrawal(74, early, daysAgo(2));
  private final DemoDocument waiting = DemoMonth.plainClaim(75, daysAgo(1));

  @Test
  void aLedgerThatCanBeAskedEndsWithEachVoucherOnce() {
    try (SandboxKingdee kingdee = DemoTenant.ledger(folder.resolve("ledger"));
        Rehearsal rehearsal =
            new Rehearsal(folder, dingTalk -> DemoTenant.settings(dingTalk.base(), kingdee))) {
      Instant point = upToThePoint(rehearsal, kingdee);
      goOn(rehearsal);
      int booked = kingdee.vouchers().size();
      String until = Instant.now().toString();
      rehearsal.putBack("point");
      assertComparisonNamesTheLoss(rehearsal, point);
      var prepared = prepare(rehearsal, point, until, "--before", "before");
      assertEquals(0, prepared.exit(), prepared.text());

      rehearsal.start(true);
      rehearsal.await(DocumentState.POSTED, early.id(), doubtful.id(), late.id());
      rehearsal.await(DocumentState.POSTED, withdrawal.id(), waiting.id());
      rehearsal.system().closePayPeriod(TENANT, DemoPay.MONTH, "anna");
      rehearsal.await(DocumentState.POSTED, MONTH);
      assertEquals(booked + 1, kingdee.vouchers().size(), "only what waited in the queue is new");
      assertEquals(booked + 1, kingdee.vouchers().stream().distinct().count(), "each once");
      assertEquals(
          List.of("LINKED"),
          rehearsal.record(late.id()).orElseThrow().timeline().stream()
              .map(entry -> entry.what())
              .filter(what -> what.equals("LINKED") || what.equals("SENDING"))
              .toList(),
          "found in the ledger, not sent");
    }
  }

  /** A claim, overtime, and a voucher that the ledger books without an answer. */
  private Instant upToThePoint(Rehearsal rehearsal, SandboxKingdee kingdee) {
    rehearsal.start(true);
    DemoDocument overtime = overtime();
    rehearsal.push(early, overtime);
    rehearsal.await(DocumentState.POSTED, early.id());
    rehearsal.await(DocumentState.ACCRUED, overtime.id());
    kingdee.switches().silence(Duration.ofSeconds(3));
    kingdee.switches().next(1, Operation.SAVE, Fault.SILENCE_AFTER);
    rehearsal.push(doubtful);
    booked(kingdee, 2);
    rehearsal.stop();
    kingdee.switches().calm();
    rehearsal.copyTable("point");
    return Instant.now();
  }

  /** What the restoration will forget; the last event is answered and waits in its queue. */
  private void goOn(Rehearsal rehearsal) {
    rehearsal.start(true);
    rehearsal.push(late, withdrawal);
    rehearsal.system().closePayPeriod(TENANT, DemoPay.MONTH, "anna");
    rehearsal.await(DocumentState.POSTED, doubtful.id(), late.id(), withdrawal.id(), MONTH);
    rehearsal.stop();
    rehearsal.start(false);
    rehearsal.push(waiting);
    rehearsal.stop();
  }

  private void assertComparisonNamesTheLoss(Rehearsal rehearsal, Instant point) {
    var compared =
        rehearsal.restore("compare", "--aws", "dev", "--before", "before", "--point", point + "");
    assertEquals(1, compared.exit(), compared.text());
    for (DocumentId missing : List.of(late.id(), withdrawal.id(), MONTH)) {
      assertTrue(compared.text().contains(missing + "  POSTED → 未知"), compared.text());
    }
    assertTrue(compared.text().contains(DemoPay.MONTH.toString()), compared.text());
  }

  @Test
  void aListForFilesIsTakenOverFromTheTableAsItWas() {
    try (Rehearsal rehearsal = files()) {
      Instant point = filesUpToTheLoss(rehearsal);
      String until = Instant.now().toString();
      rehearsal.putBack("point");
      var prepared = prepare(rehearsal, point, until, "--before", "before");
      assertTrue(prepared.text().contains("listed for files: 2"), prepared.text());

      rehearsal.start(true);
      rehearsal.await(DocumentState.POSTED, early.id(), late.id());
      assertTrue(exports("next", "--by", "anna").contains("EXPORT-NONE-WAITS"));
      rehearsal.push(waiting);
      rehearsal.await(DocumentState.POSTED, waiting.id());
      String third = exports("next", "--by", "anna");
      assertTrue(third.contains("3"), third);
    }
  }

  @Test
  void withoutTheTableAsItWasAPersonSaysWhichVouchersTheFilesHad() {
    try (Rehearsal rehearsal = files()) {
      Instant point = filesUpToTheLoss(rehearsal);
      String until = Instant.now().toString();
      rehearsal.putBack("point");
      var prepared = prepare(rehearsal, point, until, "--tenant", TENANT.id(), "--last-batch", "2");
      assertEquals(0, prepared.exit(), prepared.text());

      rehearsal.start(true);
      rehearsal.await(DocumentState.HELD, late.id());
      var held = rehearsal.record(late.id()).orElseThrow();
      assertEquals("POST-RESTORED", held.reasons().getFirst().code());
      assertEquals(PostingState.CONFLICT, held.postings().getFirst().state());
      rehearsal.push(waiting);
      rehearsal.await(DocumentState.HELD, waiting.id());
      settle(late.id(), "--there", "--id", "file 2");
      settle(waiting.id(), "--absent");
      rehearsal.await(DocumentState.POSTED, late.id(), waiting.id());
      String third = exports("next", "--by", "anna");
      assertTrue(third.contains("3") && third.contains("1"), third);
      assertTrue(exports("next", "--by", "anna").contains("EXPORT-NONE-WAITS"));
    }
  }

  @Test
  void whatIsAskedForWrongIsSaid() {
    try (Rehearsal rehearsal = files()) {
      assertSays(
          rehearsal.restore("prepare", "--aws", "dev", "--point", "x"), "RESTORE-MOMENT-WRONG");
      String now = Instant.now().toString();
      String[] line = {"--tenant", "nobody"};
      rehearsal.start(false);
      rehearsal.stop();
      assertSays(prepare(rehearsal, Instant.parse(now), now, line), "RESTORE-TENANT-UNKNOWN");
      assertSays(
          rehearsal.restore("compare", "--aws", "dev", "--before", "none", "--point", now),
          "RESTORE-TABLE-SILENT");
    }
  }

  private static void assertSays(Rehearsal.Said said, String code) {
    assertEquals(2, said.exit(), said.text());
    assertTrue(said.text().contains(code), said.text());
  }

  /** One voucher in the first batch, then the point, then another one in the second batch. */
  private Instant filesUpToTheLoss(Rehearsal rehearsal) {
    rehearsal.start(true);
    rehearsal.push(early);
    rehearsal.await(DocumentState.POSTED, early.id());
    exports("next", "--by", "anna");
    rehearsal.stop();
    rehearsal.copyTable("point");
    Instant point = Instant.now();
    rehearsal.start(true);
    rehearsal.push(late);
    rehearsal.await(DocumentState.POSTED, late.id());
    exports("next", "--by", "anna");
    rehearsal.stop();
    return point;
  }

  private Rehearsal files() {
    LedgerConnection file =
        new LedgerConnection(
            TENANT, "file", Map.of("format", "u8-text"), Map.of(), Duration.ofSeconds(1));
    return new Rehearsal(
        folder,
        dingTalk -> {
          try (SandboxKingdee unused = DemoTenant.ledger(folder.resolve("unused"))) {
            TenantSettings usual = DemoTenant.settings(dingTalk.base(), unused);
            return TenantSettings.ofInternalApp(
                TENANT,
                usual.name(),
                usual.zone(),
                usual.app(),
                usual.callback().orElseThrow(),
                file);
          }
        });
  }

  private static Rehearsal.Said prepare(
      Rehearsal rehearsal, Instant point, String until, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of("prepare", "--aws", "dev", "--point", point.toString(), "--until", until));
    line.addAll(List.of(more));
    return rehearsal.restore(line.toArray(String[]::new));
  }

  private static DemoDocument overtime() {
    return DemoMonth.documents(LocalDate.now()).stream()
        .filter(document -> document.id().value().equals("demo-instance-60"))
        .findFirst()
        .orElseThrow();
  }

  private static void booked(SandboxKingdee kingdee, int vouchers) {
    for (int look = 0; look < 300 && kingdee.vouchers().size() < vouchers; look++) {
      Rehearsal.pause();
    }
    assertEquals(vouchers, kingdee.vouchers().size());
  }

  private String exports(String... words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ExportsMain.run(here(words), out, out);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void settle(DocumentId document, String... words) {
    List<String> line = new ArrayList<>(List.of("settle", document.value(), "--by", "anna"));
    line.addAll(here(words));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertEquals(0, ReplayMain.run(line, out, out), () -> bytes.toString(StandardCharsets.UTF_8));
  }

  private List<String> here(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--tenant", TENANT.id(), "--data", folder.toString()));
    return line;
  }
}
