package io.dingledger.local.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.permission.EmbeddedSecurity;
import io.dingledger.embedded.permission.Guard;
import io.dingledger.embedded.permission.Policies;
import io.dingledger.embedded.permission.Unused;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.Callers;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.acting.Acting;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.secret.KeysUnreachable;
import io.dingledger.platform.store.Condition;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.platform.store.Write;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the message gives no right to is refused, whatever key the code computes. */
class EnforcedTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");
  private static final Tenant OWN = Tenant.verified("a#b");
  private static final Key MINE = new Key("T#a=0023b#D#x", "record");
  private static final Key THEIRS = new Key("T#a#D#x", "record");

  private final EmbeddedSecurity security = EmbeddedSecurity.start();
  private final EmbeddedDynamo database = EmbeddedDynamo.inMemory(0);
  private final Callers.Caller post = new Roles(security).of("PostFunction");
  private DynamoDbClient client;
  private DynamoTable table;

  @BeforeEach
  void provision() {
    Template template = Template.read(TEMPLATE);
    try (DynamoDbClient administrator = LocalClients.dynamo(database.endpoint())) {
      Provisioner.createTables(administrator, template.tables());
    }
    client =
        LocalClients.dynamo(
            database.endpoint(), ClientOverrideConfiguration.builder().build(), post.credentials());
    table = new DynamoTable(client, template.tables().getFirst().name(), post.access());
  }

  @AfterEach
  void close() {
    client.close();
    database.close();
    security.close();
  }

  @Test
  void aTenantsOwnDocumentIsReadAndWritten() {
    Acting.on(
        Subject.of(OWN),
        () -> {
          assertTrue(table.write(List.of(new Write.Put(Item.at(MINE), Condition.ABSENT))));
          assertTrue(table.get(MINE).isPresent());
        });
  }

  @Test
  void anotherTenantsDocumentIsNotAloneAndNotTogetherWithOnesOwn() {
    Acting.on(
        Subject.of(OWN),
        () -> {
          denied(() -> table.get(THEIRS));
          denied(() -> table.getAll(List.of(MINE, THEIRS)));
          denied(() -> table.write(List.of(new Write.Put(Item.at(THEIRS), Condition.NONE))));
          denied(
              () ->
                  table.write(
                      List.of(
                          new Write.Put(Item.at(MINE), Condition.NONE),
                          new Write.Put(Item.at(THEIRS), Condition.NONE))));
        });
  }

  @Test
  void whoActsForNobodyReachesNobodysDocuments() {
    denied(() -> table.get(MINE));
  }

  @Test
  void aScanIsRefused() {
    Acting.on(
        Subject.of(OWN),
        () ->
            assertTrue(
                assertThrows(
                        RuntimeException.class,
                        () -> client.scan(request -> request.tableName("dingledger-dev")))
                    .getMessage()
                    .contains("may not")));
  }

  @Test
  void anotherTenantsSecretsDoNotOpen() {
    Acting.on(
        Subject.of(OWN),
        () -> {
          KeysUnreachable refused =
              assertThrows(KeysUnreachable.class, () -> post.keys().dataKey(Tenant.verified("a")));
          assertTrue(refused.getMessage().contains("AccessDenied"), refused.getMessage());
          assertEquals(32, post.keys().dataKey(OWN).plain().length);
        });
  }

  @Test
  void aPermissionThatNothingNeedsIsNamed() {
    Unused all = Unused.of(new Guard(Policies.of(TEMPLATE)));
    assertEquals(all.permissions(), all.never().size());
    assertEquals(
        Optional.empty(), all.never().stream().filter(each -> each.contains("logs:")).findAny());
  }

  private static void denied(Runnable deed) {
    StoreUnreachable refused = assertThrows(StoreUnreachable.class, deed::run);
    assertTrue(refused.getMessage().contains("AccessDenied"), refused.getMessage());
  }
}
