package io.dingledger.simulator.bug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.voucher.VoucherKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BugRunTest {
  private static final Path ROOT = Bugs.root(Path.of(""));
  private static final String KEY =
      "shared/model/src/main/java/io/dingledger/model/voucher/VoucherKey.java";
  private static final BugRun RUN = new BugRun(ROOT);

  private static Bug change(String file, String old, String next) {
    return new Bug("mine", "mine", "a test", List.of(new Bug.Hunk(file, old, next)));
  }

  private static String refusal(Bug bug) {
    return assertThrows(BugRefused.class, () -> RUN.compiled(bug)).reason().code();
  }

  @Nested
  class ASeededBug {
    static Stream<Bug> all() {
      return Bugs.all(ROOT).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void fitsTheSources(Bug bug) {
      assertFalse(RUN.compiled(bug).isEmpty());
    }

    @Test
    void isOneOfMany() {
      assertTrue(Bugs.all(ROOT).size() >= 28);
    }

    /** The others take more schedules: {@code ./dev simulate --bugs} runs them all. */
    @ParameterizedTest
    @ValueSource(strings = {"key-without-tenant", "red-voucher-is-black", "trust-a-timeout"})
    void isFound(String name) {
      Optional<BugRun.Found> found = RUN.firstFailure(Bugs.named(ROOT, name), 1, 60);
      assertTrue(found.isPresent());
    }
  }

  @Nested
  class AChange {
    @Test
    void ofNothingIsNotFound() {
      Bug harmless = change(KEY, "PREFIX = \"DL\";", "PREFIX = \"DL\"; // as ever");
      assertEquals(Optional.empty(), RUN.firstFailure(harmless, 1, 3));
    }

    @Test
    void doesNotTouchTheClassesOfThisProcess() throws ReflectiveOperationException {
      Bug bug = change(KEY, "PREFIX = \"DL\";", "PREFIX = \"XX\";");
      BugLoader loader = new BugLoader(getClass().getClassLoader(), RUN.compiled(bug));
      Class<?> changed = loader.loadClass(VoucherKey.class.getName());
      assertNotSame(VoucherKey.class, changed);
      assertEquals("DL" + "0".repeat(18), new VoucherKey("DL" + "0".repeat(18)).value());
      assertThrows(
          ReflectiveOperationException.class,
          () -> changed.getConstructor(String.class).newInstance("DL" + "0".repeat(18)));
    }

    @Test
    void ofAConstantReachesThoseWhoUseIt() {
      Bug bug =
          change(
              "shared/platform/src/main/java/io/dingledger/platform/store/Keys.java",
              "static final int DUE_SHARDS = 8;",
              "static final int DUE_SHARDS = 4;");
      Map<String, byte[]> classes = RUN.compiled(bug);
      assertTrue(classes.containsKey("io.dingledger.platform.store.TableDocumentStore"));
    }
  }

  @Nested
  class IsRefused {
    @Test
    void withoutItsSource() {
      assertEquals(BugFault.NO_SOURCE.code(), refusal(change("shared/None.java", "a", "b")));
      assertEquals(BugFault.NO_SOURCE.code(), refusal(change("../../../etc/passwd", "a", "b")));
    }

    @Test
    void whenItsTextIsNotThereOrTwice() {
      assertEquals(BugFault.TEXT_NOT_ONCE.code(), refusal(change(KEY, "no such text", "b")));
      assertEquals(BugFault.TEXT_NOT_ONCE.code(), refusal(change(KEY, "PREFIX", "b")));
    }

    @Test
    void whenItDoesNotCompile() {
      assertEquals(BugFault.NOT_COMPILED.code(), refusal(change(KEY, "PREFIX = \"DL\"", "PREFIX")));
    }

    @Test
    void whereJavaHasNoCompiler() {
      BugRefused refused = assertThrows(BugRefused.class, () -> new MemoryCompiler(null));
      assertEquals(BugFault.NO_COMPILER.code(), refused.reason().code());
    }

    @Test
    void outsideTheRepository() {
      BugRefused refused = assertThrows(BugRefused.class, () -> Bugs.root(Path.of("/")));
      assertEquals(BugFault.NO_CHECKOUT.code(), refused.reason().code());
    }
  }
}
