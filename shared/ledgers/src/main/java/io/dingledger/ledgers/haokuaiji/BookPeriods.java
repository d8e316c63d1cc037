package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.MasterData.Entry;
import io.dingledger.ledgers.chanjet.ChanjetClient.Request;
import io.dingledger.ledgers.chanjet.ChanjetReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which periods are closed, by {@code checkOutPeriod}. That a period is open is believed for ten
 * minutes, to save calls: the ledger itself refuses one that was closed meanwhile.
 */
final class BookPeriods {
  static final DateTimeFormatter PERIOD = DateTimeFormatter.ofPattern("uuuuMM");

  private static final Duration BELIEVED = Duration.ofMinutes(10);
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}(0[1-9]|1[0-2])");

  private final Request question;
  private final Clock clock;
  private final Map<YearMonth, Instant> openUntil = new ConcurrentHashMap<>();

  /**
   * What the book says.
   *
   * @param closed the newest closed period; empty when none is
   * @param open those that are open, oldest first
   */
  record State(Optional<YearMonth> closed, List<YearMonth> open) {
    /** Whether a period is closed. One that the book does not name is not known to be. */
    boolean isClosed(YearMonth period) {
      return !open.contains(period) && closed.filter(newest -> !period.isAfter(newest)).isPresent();
    }
  }

  BookPeriods(HaokuaijiSettings settings, Clock clock) {
    this.question = Request.get(settings.path("CheckOut/checkOutPeriod"));
    this.clock = clock;
  }

  /**
   * Why nothing may be written in a period; empty when nothing speaks against it.
   *
   * @param client asks
   */
  Optional<Failure> objection(YearMonth period, Function<Request, Answer<JsonNode>> client) {
    Instant now = clock.instant();
    if (now.isBefore(openUntil.getOrDefault(period, Instant.MIN))) {
      return Optional.empty();
    }
    return switch (state(client)) {
      case Answer.Failed<State>(Failure failure) -> Optional.of(failure);
      case Answer.Got<State>(State state) -> {
        if (state.isClosed(period)) {
          yield Optional.of(closed(period, state));
        }
        openUntil.put(period, now.plus(BELIEVED));
        yield Optional.empty();
      }
    };
  }

  /** What the book says now. */
  Answer<State> state(Function<Request, Answer<JsonNode>> client) {
    return switch (client.apply(question)) {
      case Answer.Failed<JsonNode>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<JsonNode>(JsonNode tree) -> read(tree);
    };
  }

  /** As master data, oldest first. */
  static MasterData entries(State state) {
    TreeSet<YearMonth> all = new TreeSet<>(state.open());
    state.closed().ifPresent(all::add);
    List<Entry> entries = new ArrayList<>();
    for (YearMonth period : all) {
      entries.add(new Entry(period.toString(), period.toString(), !state.isClosed(period)));
    }
    return new MasterData.Entries(entries);
  }

  /** That a period is closed, in our words. */
  static Failure closed(YearMonth period, State state) {
    return ChanjetReason.PERIOD_CLOSED.failure(
        FailureKind.PERIOD_CLOSED,
        HaokuaijiForm.TYPE,
        period,
        state.closed().map(YearMonth::toString).orElse(""));
  }

  /** The answer is bare, or wrapped with the bare one as its data. */
  private static Answer<State> read(JsonNode tree) {
    JsonNode bare = tree.path("data").isObject() ? tree.path("data") : tree;
    boolean told = bare.path("data").isArray() || !Json.scalar(bare.path("closePeriod")).isEmpty();
    if (!told) {
      return new Reply(tree).isRefusal()
          ? new Answer.Failed<>(failure(new Reply(tree)))
          : new Answer.Failed<>(Reply.unreadable("checkOutPeriod"));
    }
    List<YearMonth> open = new ArrayList<>();
    bare.path("data").forEach(each -> month(Json.scalar(each)).ifPresent(open::add));
    return new Answer.Got<>(
        new State(month(Json.scalar(bare.path("closePeriod"))), open.stream().sorted().toList()));
  }

  private static Failure failure(Reply reply) {
    return reply.asked() instanceof Answer.Failed<JsonNode>(Failure failure)
        ? failure
        : Reply.unreadable("checkOutPeriod");
  }

  private static Optional<YearMonth> month(String text) {
    return MONTH.matcher(text).matches()
        ? Optional.of(YearMonth.parse(text, PERIOD))
        : Optional.empty();
  }
}
