package io.dingledger.local.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.exports.ExportsMain;
import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.Reply;
import io.dingledger.local.ledgers.LedgersMain;
import io.dingledger.local.replay.ReplayMain;
import io.dingledger.local.rules.RulesMain;
import io.dingledger.local.tenants.TenantMain;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Commands against an installation behind AWS's own clients: the embedded table and queues, found
 * as {@code AWS_ENDPOINT_URL} is, and a stand-in for the key service.
 */
class AwsSystemTest {
  private static final AwsStage STAGE =
      new AwsStage("dev", Optional.of("eu-west-1"), Optional.empty());

  @TempDir static Path folder;

  private static EmbeddedDynamo dynamo;
  private static EmbeddedQueues queues;
  private static KeyService keys;
  private final Map<String, String> before = new HashMap<>();

  private interface Command {
    int run(List<String> line, PrintStream out, PrintStream err);
  }

  private record Said(int exit, String text) {}

  @BeforeAll
  static void install() {
    Template template = Template.read(Path.of("..", "..", "template.yaml"));
    dynamo = EmbeddedDynamo.inMemory(0);
    queues = EmbeddedQueues.inMemory(0, LocalClients.REGION.id());
    keys = new KeyService();
    try (DynamoDbClient client = LocalClients.dynamo(dynamo.endpoint());
        SqsClient sqs = LocalClients.queues(queues.endpoint())) {
      Provisioner.createTables(client, template.tables());
      Provisioner.createQueues(sqs, template.queues());
    }
  }

  @AfterAll
  static void remove() throws Exception {
    keys.close();
    queues.close();
    dynamo.close();
  }

  @BeforeEach
  void pointToIt() {
    set("aws.accessKeyId", "local");
    set("aws.secretAccessKey", "local");
    set("aws.endpointUrlDynamoDb", dynamo.endpoint().toString());
    set("aws.endpointUrlSqs", queues.endpoint().toString());
    set("aws.endpointUrlKms", keys.base().toString());
  }

  @AfterEach
  void asBefore() {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }

  private void set(String name, String value) {
    before.putIfAbsent(name, System.getProperty(name));
    if (value == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }

  private static Said said(Command command, String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--aws", "dev", "--region", "eu-west-1"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new Said(command.run(line, out, out), bytes.toString(StandardCharsets.UTF_8));
  }

  private static Command tenant(String typed) {
    InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    return (line, out, err) -> TenantMain.run(line, in, out, err);
  }

  private static String code(AwsStage stage) {
    return assertThrows(Refusal.class, () -> AwsSystem.over(stage).close())
        .reasons()
        .getFirst()
        .code();
  }

  private static String code() {
    return code(STAGE);
  }

  @Test
  void everyCommandThatSpeaksToASystemSpeaksToThisOne() throws IOException {
    Path file = company();
    String secrets =
        "dingtalk.clientSecret=s\ndingtalk.token=abc\n"
            + "dingtalk.aesKey=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    Said created =
        said(
            tenant(secrets),
            "create",
            file.toString(),
            "--by=li.si",
            "--yes",
            "--secrets-from-stdin",
            "--url=https://api.example.test/");
    assertEquals(0, created.exit(), created.text());
    assertTrue(
        created.text().contains("https://api.example.test/callback/mQ3vN8rT5yK1wZ7x"),
        created.text());
    assertTrue(said(tenant(""), "list").text().contains("acme"));
    assertTrue(said(RulesMain::run, "list", "--tenant", "acme").text().contains("v-"));
    assertEquals(0, said(ExportsMain::run, "list", "--tenant", "acme").exit());
    assertEquals(0, said(LedgersMain::run, "test", "--tenant", "acme").exit());
    assertEquals(0, said(ReplayMain::run, "replay", "--held", "--tenant", "acme").exit());
    Said unknown =
        said(ReplayMain::run, "settle", "no-such", "--absent", "--by=a", "--tenant", "acme");
    assertEquals(2, unknown.exit());
    assertEquals(0, said(tenant(""), "suspend", "acme", "--by=li.si").exit());
    Said tooSoon = said(tenant(""), "delete", "acme", "--by=li.si", "--confirm=acme");
    assertTrue(tooSoon.text().contains("TENANT-SUSPENDED-JUST-NOW"), tooSoon.text());
    assertEquals(0, said(tenant(""), "resume", "acme", "--by=li.si").exit());
  }

  private static Path company() throws IOException {
    Files.writeString(folder.resolve("book.yaml"), DemoCompany.ruleBook());
    return Files.writeString(
        folder.resolve("acme.yaml"),
        """
            tenant: acme
            name: 示例
            dingtalk:
              callbackKey: mQ3vN8rT5yK1wZ7x
              corpId: ding1
              clientId: app1
            ledger:
              type: file
              settings: { format: u8-text }
            ruleBook: { file: book.yaml, author: li.si, approvedBy: wang.wu }
            """);
  }

  @Nested
  class Refusals {
    @Test
    void aStageThatIsNotThere() {
      assertEquals(
          "AWS-STAGE-UNKNOWN",
          code(new AwsStage("prod", Optional.of("eu-west-1"), Optional.empty())));
    }

    @Test
    void anotherRegionThanThatOfTheInstallation() {
      // DynamoDB Local keeps the regions apart only by separate databases; the answer is the same.
      Said said = saidOf(tenant(""), "list", "--aws", "other", "--region", "ap-east-1");
      assertTrue(said.text().contains("AWS-STAGE-UNKNOWN"), said.text());
      assertTrue(said.text().contains("ap-east-1"), said.text());
    }

    @Test
    void aNameThatCanNotBeOneOfAStageOrARegion() {
      assertEquals(
          "AWS-STAGE-WRONG",
          code(new AwsStage("Prod!", Optional.of("eu-west-1"), Optional.empty())));
      assertEquals(
          "AWS-REGION-WRONG", code(new AwsStage("dev", Optional.of("mars"), Optional.empty())));
    }

    @Test
    void noCredentials() {
      AwsStage stage =
          new AwsStage("dev", Optional.of("eu-west-1"), Optional.of("no-such-profile"));
      assertEquals("AWS-NO-CREDENTIALS", code(stage));
    }

    @Test
    void noRegion() {
      set("aws.region", null);
      set("aws.configFile", folder.resolve("none").toString());
      set("aws.sharedCredentialsFile", folder.resolve("none").toString());
      set("aws.disableEc2Metadata", "true");
      assertEquals(
          "AWS-REGION-MISSING", code(new AwsStage("dev", Optional.empty(), Optional.empty())));
    }

    @Test
    void nobodyAtTheAddress() {
      set("aws.endpointUrlDynamoDb", "http://127.0.0.1:1");
      assertEquals("AWS-UNREACHABLE", code());
    }

    @Test
    void whatAwsAnswers() {
      assertEquals(
          "AWS-NOT-ALLOWED",
          answered(
              "AccessDeniedException",
              "User: x is not authorized to perform: dynamodb:Query on resource: y"));
      assertEquals("AWS-CREDENTIALS-REFUSED", answered("UnrecognizedClientException", "x"));
      assertEquals("AWS-CREDENTIALS-REFUSED", answered("ExpiredTokenException", "x"));
    }

    private String answered(String type, String message) {
      String body =
          "{\"__type\":\"com.amazon.coral.service#" + type + "\",\"message\":\"" + message + "\"}";
      try (LoopbackServer stub =
          LoopbackServer.start(
              0, 1 << 20, request -> Reply.text(400, "application/x-amz-json-1.0", body))) {
        set("aws.endpointUrlDynamoDb", stub.base().toString());
        return code();
      }
    }

    @Test
    void twoSystemsAtOnce() {
      Said said = said(tenant(""), "list", "--data", folder.toString());
      assertTrue(said.text().contains("COMMAND-ONE-SYSTEM-ONLY"), said.text());
      assertEquals(2, said.exit());
    }

    @Test
    void aRegionWithoutAStage() {
      Said said = saidOf(tenant(""), "list", "--region", "eu-west-1");
      assertTrue(said.text().contains("COMMAND-OPTION-MISSING"), said.text());
    }

    private static Said saidOf(Command command, String... words) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
      return new Said(
          command.run(List.of(words), out, out), bytes.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void onlyWhoHasTheTokenMayAskIt() throws Exception {
    try (AwsSystem system = AwsSystem.over(STAGE);
        HttpClient http = HttpClient.newHttpClient()) {
      URI documents = system.base().resolve("/api/tenants/acme/documents");
      int status =
          http.send(
                  HttpRequest.newBuilder(documents).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode();
      assertEquals(401, status);
      assertFalse(system.token().isBlank());
    }
  }
}
