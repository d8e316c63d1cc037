package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.replay.ReplayReason;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.platform.settings.SpanText;
import io.dingledger.retry.Decision;
import io.dingledger.retry.RetryPolicy;
import io.dingledger.retry.RetryReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The numbers of {@code docs/retry-policy.md} are those of the policy, found by asking it. Run with
 * {@code -Ddingledger.settings=write} to write them anew.
 */
class RetryPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "retry-policy.md");
  private static final String BEGIN = "<!-- numbers: written by a test from the policy -->\n";
  private static final String END = "<!-- end -->\n";
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
  private static final int MANY = 200;

  /** Draws the longest delay each time. */
  private static final RandomGenerator LONGEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          throw new UnsupportedOperationException("a delay is drawn below a bound");
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  private static final RetryPolicy POLICY = new RetryPolicy(LONGEST);

  @Test
  void theNumbersAreThoseOfThePolicy() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String right = page.substring(0, from) + table() + page.substring(page.indexOf(END, from));
    if ("write".equals(System.getProperty("dingledger.settings"))) {
      Files.writeString(PAGE, right);
    }
    assertEquals(right, Files.readString(PAGE));
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void everyKindIsInBothTables(FailureKind kind) throws IOException {
    assertEquals(3, Files.readString(PAGE).split("\n\\| `" + kind + "` \\| ", -1).length);
  }

  @ParameterizedTest
  @EnumSource(RetryReason.class)
  void whatAPersonSeesIsNamed(RetryReason reason) throws IOException {
    assertTrue(Files.readString(PAGE).contains("`" + reason.code() + "`"), reason.code());
  }

  @ParameterizedTest
  @EnumSource(ReplayReason.class)
  void whyAReplayIsRefusedIsNamed(ReplayReason reason) throws IOException {
    assertTrue(Files.readString(PAGE).contains("`" + reason.code() + "`"), reason.code());
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    table.append("| Kind | Tried again | First wait | Longest wait | All waits | Then |\n");
    table.append("| --- | --- | --- | --- | --- | --- |\n");
    for (FailureKind kind : FailureKind.values()) {
      table.append(row(kind));
    }
    return table.toString();
  }

  private static String row(FailureKind kind) {
    List<Duration> waits = new ArrayList<>();
    Decision last = decided(kind, 1);
    while (last instanceof Decision.Again(Duration delay) && waits.size() < MANY) {
      waits.add(delay);
      last = decided(kind, waits.size() + 1);
    }
    Duration longest = waits.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    return waits.isEmpty()
        ? "| `%s` | – | – | – | – | %s |\n".formatted(kind, then(kind, last))
        : "| `%s` | %d times | %s | %s | %s | %s |\n"
            .formatted(
                kind,
                waits.size(),
                SpanText.of(waits.getFirst()),
                words(longest),
                words(waits.stream().reduce(Duration.ZERO, Duration::plus)),
                then(kind, last));
  }

  private static Decision decided(FailureKind kind, int attempts) {
    return POLICY.decide(Failure.of(kind, "x", "X", "x"), attempts, NOW);
  }

  private static String then(FailureKind kind, Decision last) {
    return switch (last) {
      case Decision.Again again -> throw new AssertionError(kind + " is tried for ever");
      case Decision.Hold hold -> "HELD at once";
      case Decision.GiveUp gaveUp -> "HELD";
      case Decision.Park park when kind == FailureKind.QUOTA -> {
        assertEquals(Instant.parse("2026-03-31T16:10:00Z"), park.until());
        yield "PARKED until the next month begins in China, 00:10";
      }
      case Decision.Park park -> {
        Duration every = Duration.between(NOW, park.until());
        Decision.Park later = (Decision.Park) decided(kind, MANY);
        Duration at = Duration.between(NOW, later.until());
        yield "PARKED, looked at every "
            + words(every)
            + (at.equals(every) ? "" : ", later every " + words(at))
            + ", for ever";
      }
    };
  }

  /** Rounded to what matters. */
  private static String words(Duration span) {
    if (span.compareTo(Duration.ofMinutes(2)) < 0) {
      return SpanText.of(span);
    }
    long minutes = span.plusSeconds(30).toMinutes();
    return minutes < 180
        ? minutes + " min"
        : "%d h %d min".formatted(minutes / 60, minutes % 60).replace(" 0 min", "");
  }
}
