package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.AccessTokenStore.Kept;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries a connection out by reading: token, company, journal entries, preferences. */
final class QuickBooksCheckup {
  /** So long before the final end of the authorisation it counts as failed. */
  static final Duration WARNED_BEFORE = Duration.ofDays(30);

  private final QuickBooksSettings settings;
  private final QuickBooksApi api;
  private final AccessTokenStore tokens;
  private final TokenKey key;
  private final Clock clock;

  QuickBooksCheckup(
      QuickBooksSettings settings,
      QuickBooksApi api,
      AccessTokenStore tokens,
      TokenKey key,
      Clock clock) {
    this.settings = settings;
    this.api = api;
    this.tokens = tokens;
    this.key = key;
    this.clock = clock;
  }

  Checkup run() {
    List<Finding> findings = new ArrayList<>();
    if (api.token() instanceof Answer.Failed<Token>(Failure failure)) {
      boolean refused = failure.kind() == FailureKind.CONFIG;
      findings.add(new Finding(Point.REACHABLE, refused ? good() : failed(failure)));
      if (refused) {
        findings.add(new Finding(Point.CREDENTIALS, failed(failure)));
      }
      return new Checkup(findings);
    }
    Answer<List<JsonNode>> company = api.page("CompanyInfo", "select * from CompanyInfo");
    findings.addAll(access(company));
    if (company instanceof Answer.Got<List<JsonNode>>(List<JsonNode> companies)) {
      findings.add(new Finding(Point.PERMISSION, permission()));
      Answer<List<JsonNode>> preferences = api.page("Preferences", "select * from Preferences");
      findings.add(new Finding(Point.BOOK, book(companies, preferences)));
      findings.add(new Finding(Point.PERIOD, period(preferences)));
    }
    return new Checkup(findings);
  }

  private List<Finding> access(Answer<List<JsonNode>> company) {
    if (company instanceof Answer.Failed<List<JsonNode>>(Failure failure)) {
      return refused(failure);
    }
    return List.of(
        new Finding(Point.REACHABLE, good()), new Finding(Point.CREDENTIALS, credentials()));
  }

  /** A consent may have been withdrawn since the token was given; then there is no new one. */
  private List<Finding> refused(Failure failure) {
    boolean noToken =
        failure.kind() == FailureKind.TOKEN || api.token() instanceof Answer.Failed<Token>;
    Finding reached = new Finding(Point.REACHABLE, good());
    return switch (failure.kind()) {
      case TOKEN, CONFIG ->
          noToken
              ? List.of(reached, new Finding(Point.CREDENTIALS, failed(failure)))
              : List.of(
                  reached,
                  new Finding(Point.CREDENTIALS, good()),
                  new Finding(Point.BOOK, failed(failure)));
      default -> List.of(new Finding(Point.REACHABLE, failed(failure)));
    };
  }

  /** An authorisation that is about to end for good is a failure in time. */
  private Verdict credentials() {
    Instant warned = clock.instant().plus(WARNED_BEFORE);
    return end()
        .filter(warned::isAfter)
        .<Verdict>map(
            end ->
                failed(
                    QuickBooksForm.failure(
                        FailureKind.CONFIG,
                        QuickBooksReason.ENDS_SOON,
                        end.atZone(ZoneOffset.UTC).toLocalDate())))
        .orElseGet(QuickBooksCheckup::good);
  }

  private Optional<Instant> end() {
    try {
      return tokens
          .find(key)
          .flatMap(Kept::renewal)
          .map(RefreshCredential::of)
          .flatMap(RefreshCredential::ends);
    } catch (RuntimeException storeSilent) {
      return Optional.empty();
    }
  }

  /** The one scope that there is covers reading and writing. */
  private Verdict permission() {
    Answer<List<JsonNode>> entries =
        api.page("JournalEntry", "select Id from JournalEntry startposition 1 maxresults 1");
    return entries instanceof Answer.Failed<List<JsonNode>>(Failure failure)
        ? failed(failure)
        : good();
  }

  private Verdict book(List<JsonNode> companies, Answer<List<JsonNode>> preferences) {
    if (companies.isEmpty()) {
      return failed(
          QuickBooksForm.FAILURES.of(
              FailureKind.CONFIG, LedgerReason.NAME_UNKNOWN, "公司 company", settings.realm()));
    }
    return switch (preferences) {
      case Answer.Failed<List<JsonNode>>(Failure failure) -> failed(failure);
      case Answer.Got<List<JsonNode>>(List<JsonNode> found) ->
          found.isEmpty() ? new Verdict.NotTold() : currency(found.getFirst());
    };
  }

  private Verdict currency(JsonNode preferences) {
    JsonNode currencies = preferences.path("CurrencyPrefs");
    String home = Json.scalar(currencies.path("HomeCurrency").path("value"));
    if (!home.isEmpty() && !home.equals(settings.currency())) {
      return failed(
          QuickBooksForm.failure(
              FailureKind.CONFIG, QuickBooksReason.HOME_CURRENCY, home, settings.currency()));
    }
    boolean several = currencies.path("MultiCurrencyEnabled").asBoolean(false);
    return several && !settings.multicurrency()
        ? failed(QuickBooksForm.failure(FailureKind.CONFIG, QuickBooksReason.MULTICURRENCY))
        : good();
  }

  private Verdict period(Answer<List<JsonNode>> answer) {
    return switch (answer) {
      case Answer.Failed<List<JsonNode>>(Failure failure) -> failed(failure);
      case Answer.Got<List<JsonNode>>(List<JsonNode> found) ->
          found.isEmpty() ? new Verdict.NotTold() : period(found.getFirst());
    };
  }

  private Verdict period(JsonNode preferences) {
    String closed = Json.scalar(preferences.path("AccountingInfoPrefs").path("BookCloseDate"));
    if (closed.isEmpty()) {
      return good();
    }
    try {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      LocalDate until = LocalDate.parse(closed.substring(0, Math.min(10, closed.length())));
      return today.isAfter(until)
          ? good()
          : failed(
              QuickBooksForm.failure(
                  FailureKind.PERIOD_CLOSED, QuickBooksReason.BOOKS_CLOSED, until));
    } catch (DateTimeException notADate) {
      return new Verdict.NotTold();
    }
  }

  private static Verdict good() {
    return new Verdict.Good();
  }

  private static Verdict failed(Failure failure) {
    return new Verdict.Failed(failure);
  }
}
