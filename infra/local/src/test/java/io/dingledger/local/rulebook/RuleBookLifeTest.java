package io.dingledger.local.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.SecondCompany;
import io.dingledger.local.rules.RulesMain;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.RuleBookVersion;
import io.dingledger.model.rulebook.Signer;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a running system: a book's whole life, and what is refused. */
class RuleBookLifeTest {
  private static final Suite SUITE = SecondCompany.suite(URI.create("http://127.0.0.1:1"));
  private static final Tenant TENANT = SUITE.tenantOf(SecondCompany.CORP);

  @TempDir Path folder;
  private LocalSystem system;

  @BeforeEach
  void start() {
    system =
        new LocalSystem(
            Template.read(Path.of("..", "..", "template.yaml")),
            DataFolder.open(folder, false),
            Options.Store.MEMORY);
    system.adopt(SUITE);
    system.adopt(settings(), DemoCompany.ruleBook(), DemoCompany.signing());
    system.open(0);
  }

  @AfterEach
  void stop() {
    system.close();
  }

  private static TenantSettings settings() {
    return TenantSettings.authorised(
        SUITE, SecondCompany.CORP, "示例贸易", new Standing(true, Instant.EPOCH));
  }

  private record Said(int exit, String text) {}

  private Said rules(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--tenant", TENANT.id(), "--data", folder.toString()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new Said(RulesMain.run(line, out, out), bytes.toString(StandardCharsets.UTF_8));
  }

  private void fine(String... words) {
    Said said = rules(words);
    assertEquals(0, said.exit(), said.text());
  }

  private void refused(String code, String... words) {
    Said said = rules(words);
    assertEquals(2, said.exit(), said.text());
    assertTrue(said.text().contains(code), said.text());
  }

  private String drafted(String comment) throws IOException {
    Path file = folder.resolve("book.yaml");
    Files.writeString(file, DemoCompany.ruleBook() + "\n# " + comment + "\n");
    Said said = rules("draft", file.toString(), "--by", "li");
    assertEquals(0, said.exit(), said.text());
    return said.text().substring(0, said.text().indexOf(' '));
  }

  @Test
  void aFilesBookIsInForceByAWholeHistoryAndStaysSoAtTheNextStart() {
    RuleBookVersion only = system.desk().all(TENANT).getFirst();
    assertEquals(4, only.history().size());
    assertEquals("ACTIVE", only.state());
    system.adopt(settings(), DemoCompany.ruleBook(), DemoCompany.signing());
    assertEquals(1, system.desk().shelf(TENANT).activations().size());
    assertEquals(LocalDate.EPOCH, system.desk().shelf(TENANT).begins().orElseThrow());
  }

  @Test
  void aBookIsTakenThroughItsLifeByCommands() throws IOException {
    String version = drafted("second");
    fine("submit-simulation", version, "--by", "li");
    refused("LIFECYCLE-OWN-BOOK", "approve", version, "--by", " LI ");
    fine("approve", version, "--by", "wang");
    refused("LIFECYCLE-OWN-BOOK", "activate", version, "--by", "li", "--from", "2026-08-01");
    fine("activate", version, "--by", "wang", "--from", "2026-08-01");
    assertEquals(
        Optional.of(version), system.desk().shelf(TENANT).inForceOn(LocalDate.of(2026, 8, 1)));
    assertTrue(rules("list").text().contains("2026-08-01 → " + version));
    assertTrue(rules("show", version).text().contains("abnormal"));
  }

  @Test
  void whatIsNotInOrderIsRefusedWithItsReason() throws IOException {
    String version = drafted("third");
    refused("LIFECYCLE-NOT-SIMULATED", "approve", version, "--by", "wang");
    refused("LIFECYCLE-NOT-APPROVED", "activate", version, "--by", "wang", "--from", "2026-08-01");
    refused(
        "LIFECYCLE-ALREADY-DRAFTED", "draft", folder.resolve("book.yaml").toString(), "--by", "x");
    fine("submit-simulation", version, "--by", "li");
    refused(
        "LIFECYCLE-OTHER-PROOF", "approve", version, "--by", "wang", "--report", "b".repeat(64));
    fine("withdraw", version, "--by", "li");
    refused("LIFECYCLE-VERSION-UNKNOWN", "show", "v-000000000000");
    refused("RULEBOOK-REQUEST-WRONG", "activate", version, "--by", "wang", "--from", "soon");
    refused("LIFECYCLE-SIGNER-UNUSABLE", "withdraw", version, "--by", "\u200b");
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "no: book\n");
    refused("RULEBOOK-TEXT-WRONG", "draft", wrong.toString(), "--by", "li");
    refused("RULES-FILE-UNREADABLE", "draft", "nowhere.yaml", "--by", "li");
    refused("RULEBOOK-OPTION-WRONG", "again", "--by", "li");
  }

  @Test
  void aDocumentThatWaitsIsAskedForAgainAndOthersAreRefused() {
    document("held-1", DocumentState.HELD);
    document("done-1", DocumentState.RECEIVED);
    assertEquals(0, rules("again", "--all-held", "--code", "RULE-X", "--by", "li").exit());
    Said refused = rules("again", "--document", "done-1", "--by", "li");
    assertEquals(1, refused.exit());
    assertTrue(refused.text().contains("AGAIN-ON-ITS-WAY"), refused.text());
    Said preview = rules("again", "--all-held", "--by", "li", "--preview");
    assertTrue(preview.text().contains("AGAIN-NOT-FETCHED"), preview.text());
    assertTrue(
        rules("again", "--document", "nowhere", "--by", "li").text().contains("AGAIN-UNKNOWN"));
  }

  @Test
  void nothingIsChangedWithoutTheTokenOfTheFolder() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                system.door().base().resolve("/api/tenants/" + TENANT.id() + "/rule-books"))
            .POST(BodyPublishers.ofString("{\"by\":\"li\",\"text\":\"x\"}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertEquals(401, http.send(request, BodyHandlers.ofString()).statusCode());
    }
    Files.writeString(folder.resolve("operator.token"), "another");
    refused("API-OPERATOR-UNKNOWN", "submit-simulation", "v-1", "--by", "li");
  }

  @Test
  void withoutARunningSystemThereIsNobodyToAsk() throws IOException {
    Files.delete(folder.resolve("front-door.url"));
    refused("COMMAND-NOT-RUNNING", "list");
  }

  @Test
  void theExamplesProveSomethingEvenWithoutADocumentOfTheTenants() {
    assertTrue(TryOut.examples(settings().zone()).size() >= 3);
    LifeCycle.Outcome refused =
        system.desk().simulate(settings(), "v-000000000000", Signer.of("li").orElseThrow());
    assertTrue(refused instanceof LifeCycle.Outcome.Refused);
  }

  private void document(String id, DocumentState state) {
    EventSubject.Approval approval =
        new EventSubject.Approval(
            id,
            "PROC-1",
            "",
            "",
            EventSubject.Phase.FINISH,
            Optional.empty(),
            "",
            "",
            Optional.empty());
    system
        .documents()
        .save(
            DocumentRecord.announced(
                    TENANT, new DocumentId(id), Optional.of(approval), Instant.EPOCH)
                .changed()
                .state(state)
                .reasons(List.of(new Reason("RULE-X", "x", "x")))
                .build());
  }
}
