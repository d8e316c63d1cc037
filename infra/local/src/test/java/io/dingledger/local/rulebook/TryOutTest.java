package io.dingledger.local.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.rulebook.TryOut.Tried;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.platform.Platform;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import io.dingledger.rules.Checked;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import io.dingledger.translate.StoredCases;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule book that the program fails at is not proven. */
class TryOutTest {
  private static final String VERSION = "v-000000000001";

  @TempDir Path folder;

  private Tried tried(RuleBook book) {
    Platform platform =
        new Platform(
            new MemoryTable(), KeyFileWrap.at(folder.resolve("key")), new HandClock(Samples.NOW));
    return new TryOut(
            platform.documents(), new StoredCases(platform.documents(), platform.directory()))
        .of(Samples.settings("demo", "callback-key"), VERSION, book);
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
