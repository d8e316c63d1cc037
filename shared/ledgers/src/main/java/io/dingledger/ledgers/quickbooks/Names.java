package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.quickbooks.QuickBooksSettings.Lookup;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Accounts, classes, departments and people of one company, remembered for ten minutes. Short lists
 * are read whole; vendors, customers and employees, of whom there may be many, one by one where
 * they are known by a property that can be asked for.
 */
final class Names {
  static final Duration OLDEST = Duration.ofMinutes(10);

  /** What is missed in a list that is older than this is looked for once more. */
  static final Duration FRESH = Duration.ofMinutes(1);

  private static final int MOST_REMEMBERED = 10_000;

  private final QuickBooksApi api;
  private final Clock clock;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  /**
   * An entity.
   *
   * @param id by which lines refer to it
   * @param code the property by which it is known to us; empty when it has none
   * @param name the property by which people know it
   * @param usable whether it is active
   * @param type the account type, of accounts
   */
  record Named(String id, String code, String name, boolean usable, String type) {}

  private record Remembered(List<Named> entries, Instant at) {}

  Names(QuickBooksApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** The one active entity that has this code; {@code DATA} when there is none, or more. */
  Answer<Named> find(Lookup lookup, String code) {
    Answer<List<Named>> matches = active(lookup, code, OLDEST);
    if (matches instanceof Answer.Got<List<Named>>(List<Named> none) && none.isEmpty()) {
      matches = active(lookup, code, FRESH);
    }
    return switch (matches) {
      case Answer.Failed<List<Named>>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<List<Named>>(List<Named> found) ->
          found.size() == 1
              ? new Answer.Got<>(found.getFirst())
              : new Answer.Failed<>(notOne(lookup.kind(), code, found.isEmpty()));
    };
  }

  /** All of a kind, inactive ones too, just read. */
  Answer<List<Named>> read(Lookup lookup) {
    return whole(lookup, Duration.ZERO);
  }

  /** The codes of all accounts by their ids, of inactive ones too, read no longer ago than this. */
  Answer<Map<String, String>> codesById(Lookup lookup, Duration oldest) {
    return whole(lookup, oldest)
        .map(
            entries ->
                entries.stream()
                    .collect(Collectors.toMap(Named::id, Named::code, (one, two) -> one)));
  }

  /** Reads everything anew when it is next needed. */
  void forget() {
    remembered.clear();
  }

  private Answer<List<Named>> active(Lookup lookup, String code, Duration oldest) {
    boolean oneByOne =
        lookup.kind().isPersonal()
            && (lookup.field().equals("Id") || lookup.field().equals("DisplayName"));
    Answer<List<Named>> entries =
        oneByOne
            ? listed(lookup, lookup.field() + " = '" + quoted(code) + "'", oldest)
            : whole(lookup, oldest);
    return entries.map(
        all -> all.stream().filter(each -> each.usable() && each.code().equals(code)).toList());
  }

  private Answer<List<Named>> whole(Lookup lookup, Duration oldest) {
    return listed(lookup, "", oldest);
  }

  /** Without the condition on {@code Active} inactive entities are left out. */
  private Answer<List<Named>> listed(Lookup lookup, String condition, Duration oldest) {
    String place = lookup.kind() + " " + lookup.field() + " " + condition;
    Optional<Remembered> known =
        Optional.ofNullable(remembered.get(place))
            .filter(each -> clock.instant().isBefore(each.at().plus(oldest)));
    if (known.isPresent()) {
      return new Answer.Got<>(known.get().entries());
    }
    String all = "Active in (true, false)" + (condition.isEmpty() ? "" : " and " + condition);
    Instant asked = clock.instant();
    return switch (api.all(lookup.kind().entity(), columns(lookup), all)) {
      case Answer.Failed<List<JsonNode>>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<List<JsonNode>>(List<JsonNode> found) -> {
        List<Named> entries = found.stream().map(each -> named(lookup, each)).toList();
        if (remembered.size() >= MOST_REMEMBERED) {
          remembered.clear();
        }
        remembered.put(place, new Remembered(entries, asked));
        yield new Answer.Got<>(entries);
      }
    };
  }

  private static String columns(Lookup lookup) {
    Set<String> columns = new LinkedHashSet<>();
    columns.add("Id");
    columns.add(lookup.field());
    columns.add(lookup.kind().nameField());
    columns.add("Active");
    if (lookup.kind() == NameKind.ACCOUNT) {
      columns.add("AccountType");
    }
    return String.join(", ", columns);
  }

  private static Named named(Lookup lookup, JsonNode entity) {
    return new Named(
        Json.scalar(entity.path("Id")),
        Json.scalar(entity.path(lookup.field())),
        Json.scalar(entity.path(lookup.kind().nameField())),
        entity.path("Active").asBoolean(true),
        Json.scalar(entity.path("AccountType")));
  }

  /** A backslash keeps a quote from ending the text, and another backslash from doing that. */
  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }

  /** Names of people and companies are not repeated: failures pass through logs. */
  private static Failure notOne(NameKind kind, String code, boolean none) {
    String shown = kind.isPersonal() ? "*" : code;
    return none
        ? QuickBooksForm.FAILURES.of(
            FailureKind.DATA, LedgerReason.NAME_UNKNOWN, kind.words(), shown)
        : QuickBooksForm.failure(
            FailureKind.DATA, QuickBooksReason.NAME_TWICE, kind.words(), shown);
  }
}
