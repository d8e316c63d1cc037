package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.chanjet.ChanjetClient.Request;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.voucher.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The book's accounts, by {@code getInitBalanceList}, kept for an hour. A code that is not among
 * them may be new, so then they are read again, at most once a minute.
 */
final class BookAccounts {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration KEPT_WITHOUT_WHAT_IS_WANTED = Duration.ofMinutes(1);
  private static final Set<String> YES = Set.of("true", "1", "y", "yes", "是");
  private static final Set<String> DEBIT = Set.of("1", "借", "debit", "dr", "d");
  private static final Set<String> CREDIT = Set.of("-1", "贷", "credit", "cr", "c");
  private static final Set<String> INACTIVE = Set.of("i", "inactive", "禁用", "停用");

  private final Request question;
  private final Clock clock;
  private volatile Known known = new Known(Map.of(), Instant.MIN);

  private record Known(Map<String, Account> accounts, Instant at) {}

  /**
   * An account.
   *
   * @param direction its own side, where the book tells it
   * @param dimensions whether it wants dimensions
   * @param leaf whether it may stand on a line
   * @param active whether it is in use
   */
  record Account(
      String code,
      String name,
      Optional<Side> direction,
      boolean dimensions,
      boolean leaf,
      boolean active) {}

  BookAccounts(HaokuaijiSettings settings, Clock clock) {
    this.question =
        Request.get(settings.path("glaccount/getInitBalanceList") + "?bookId=" + settings.bookId());
    this.clock = clock;
  }

  /** All accounts by code, fresh enough to have these codes if the book has them. */
  Answer<Map<String, Account>> accounts(
      Set<String> wanted, Function<Request, Answer<JsonNode>> client) {
    Known now = known;
    Duration age =
        now.at().equals(Instant.MIN)
            ? Duration.ofDays(1)
            : Duration.between(now.at(), clock.instant());
    boolean hasAll = now.accounts().keySet().containsAll(wanted);
    if (age.compareTo(hasAll ? KEPT : KEPT_WITHOUT_WHAT_IS_WANTED) < 0) {
      return new Answer.Got<>(now.accounts());
    }
    return all(client);
  }

  /** All accounts by code, in the book's order, as they are now. */
  Answer<Map<String, Account>> all(Function<Request, Answer<JsonNode>> client) {
    return switch (client.apply(question)) {
      case Answer.Failed<JsonNode>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<JsonNode>(JsonNode tree) -> read(tree);
    };
  }

  private Answer<Map<String, Account>> read(JsonNode tree) {
    Reply reply = new Reply(tree);
    if (reply.isRefusal()) {
      return reply.asked().map(refused -> Map.of());
    }
    JsonNode list = reply.content();
    if (!list.isArray() || list.isEmpty()) {
      return new Answer.Failed<>(Reply.unreadable("getInitBalanceList"));
    }
    Map<String, Account> accounts = new LinkedHashMap<>();
    for (JsonNode row : list) {
      Account account = account(row);
      if (!account.code().isEmpty()) {
        accounts.putIfAbsent(account.code(), account);
      }
    }
    known = new Known(Collections.unmodifiableMap(accounts), clock.instant());
    return new Answer.Got<>(accounts);
  }

  /** A list without the mark of leaves has leaves only, as far as we know. */
  private static Account account(JsonNode row) {
    String leaf = word(row.path("isLeaf"));
    return new Account(
        Json.scalar(row.path("glAccountCode")),
        Json.scalar(row.path("glAccountName")),
        direction(word(row.path("drCrDirection"))),
        YES.contains(word(row.path("isAssistantAccount"))),
        leaf.isEmpty() || YES.contains(leaf),
        !INACTIVE.contains(word(row.path("status"))));
  }

  private static Optional<Side> direction(String word) {
    if (DEBIT.contains(word)) {
      return Optional.of(Side.DEBIT);
    }
    return CREDIT.contains(word) ? Optional.of(Side.CREDIT) : Optional.empty();
  }

  private static String word(JsonNode node) {
    return node.isValueNode() && !node.isNull()
        ? node.asText().strip().toLowerCase(Locale.ROOT)
        : "";
  }
}
