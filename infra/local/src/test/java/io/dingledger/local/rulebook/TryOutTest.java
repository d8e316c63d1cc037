package io.dingledger.local.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.rulebook.TryOut.Tried;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.Platform;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.Page;
import io.dingledger.platform.support.ForwardingDocumentStore;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import io.dingledger.rules.Checked;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import io.dingledger.translate.StoredCases;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule book that the program fails at is not proven. */
class TryOutTest {
  private static final String TENANT = "demo";
  private static final String CLAIM = "in:api:EXP-1";
  private static final String VERSION = "v-000000000001";

  @TempDir Path folder;

  private Platform platform() {
    return new Platform(
        new MemoryTable(), KeyFileWrap.at(folder.resolve("key")), new HandClock(Samples.NOW));
  }

  private Tried tried(RuleBook book) {
    Platform platform = platform();
    return tried(book, platform, platform.documents());
  }

  private static Tried tried(RuleBook book, Platform platform, DocumentStore documents) {
    return new TryOut(documents, new StoredCases(documents, platform.directory()))
        .of(Samples.settings(TENANT, "callback-key"), VERSION, book);
  }

  private static RuleBook sound() {
    return assertInstanceOf(Checked.Valid.class, RuleBooks.check(DemoCompany.ruleBook())).book();
  }

  @Test
  void a_sound_book_is_proven_by_the_examples() {
    Tried.Proven proven = assertInstanceOf(Tried.Proven.class, tried(sound()));
    assertTrue(proven.proof().abnormal().size() >= 3);
  }

  @Test
  void a_book_that_the_program_fails_at_is_refused_with_the_number_of_documents() {
    Tried.Failed failed =
        assertInstanceOf(Tried.Failed.class, tried(failingAt("example-expense-zero")));
    assertEquals("RULEBOOK-SIMULATION-FAILED", failed.reason().code());
    assertTrue(failed.reason().english().contains("at 1 documents"), failed.reason().english());
  }

  @Test
  void a_document_that_stands_on_two_pages_of_the_listing_is_tried_once() {
    Platform platform = platform();
    platform
        .documents()
        .saveTranslated(Samples.announced(TENANT, CLAIM), Samples.source(claim()), List.of())
        .orElseThrow();
    ListedTwice documents = new ListedTwice(platform.documents());
    Tried.Proven proven = assertInstanceOf(Tried.Proven.class, tried(sound(), platform, documents));
    assertEquals(2, documents.pages);
    assertEquals(1, Collections.frequency(proven.proof().documents(), CLAIM));
    assertEquals(tried(sound(), platform, platform.documents()), proven);
  }

  private static String claim() {
    return """
        {"kind": "expenseClaim", "id": "EXP-1", "date": "2026-02-27",
         "person": {"userId": "example-1", "department": {"code": "X1"}},
         "total": 545.00, "lines": [{"category": "差旅费", "amount": 545.00}]}
        """;
  }

  /** Lists its documents on a first page and once more on a second one. */
  private static final class ListedTwice extends ForwardingDocumentStore {
    private int pages;

    ListedTwice(DocumentStore real) {
      super(real);
    }

    @Override
    public Page<DocumentRecord> list(
        Tenant tenant, Optional<DocumentState> state, Optional<String> cursor, int limit) {
      pages++;
      List<DocumentRecord> all = super.list(tenant, state, Optional.empty(), limit).items();
      return new Page<>(all, cursor.isEmpty() ? Optional.of("second") : Optional.empty());
    }
  }

  /** The sound book, but for one document that it fails at. */
  private static RuleBook failingAt(String id) {
    RuleBook sound = sound();
    return (RuleBook)
        Proxy.newProxyInstance(
            RuleBook.class.getClassLoader(),
            new Class<?>[] {RuleBook.class},
            (book, method, arguments) -> {
              if (Stream.ofNullable(arguments).flatMap(Arrays::stream).anyMatch(has(id))) {
                throw new IllegalStateException("on purpose");
              }
              return method.invoke(sound, arguments);
            });
  }

  private static Predicate<Object> has(String id) {
    return argument -> argument instanceof ApprovalDetail detail && detail.id().value().equals(id);
  }
}
