package io.dingledger.post;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Limits;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.http.Digests;
import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.Restored;
import io.dingledger.platform.store.TenantRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The tenants' ledgers by their settings; an open ledger is kept, with its session. One whose
 * settings or secrets have changed is opened anew for the next voucher; a request that is under way
 * ends with what it began with.
 */
public final class ConnectedLedgers implements LedgerSource {
  /** More tenants than this in one process, and all are opened anew. */
  private static final int MOST_KEPT = 500;

  /** So much of a digest tells connections apart and is of no use for guessing their secrets. */
  private static final int FINGERPRINT = 12;

  private final TenantRegistry tenants;
  private final LedgerTools tools;
  private final Longest longest;
  private final Function<Tenant, Optional<Restored>> restored;
  private final Map<Tenant, Open> open = new ConcurrentHashMap<>();

  public ConnectedLedgers(TenantRegistry tenants, LedgerTools tools) {
    this(tenants, tools, Longest.of(Times.USUAL));
  }

  /** The same, with what this installation allows. */
  public ConnectedLedgers(TenantRegistry tenants, LedgerTools tools, Longest longest) {
    this(tenants, tools, longest, tenant -> Optional.empty());
  }

  /**
   * The same over a table that may have been put back.
   *
   * @param restored to which moment the table was put back
   */
  public ConnectedLedgers(
      TenantRegistry tenants,
      LedgerTools tools,
      Longest longest,
      Function<Tenant, Optional<Restored>> restored) {
    this.tenants = tenants;
    this.tools = tools;
    this.longest = longest;
    this.restored = restored;
  }

  /**
   * How long a connection's own times may be. The forms accept no time-out that is too long; this
   * is for a type that forgets it, and for an installation that allows less.
   *
   * @param send the longest that sending may take
   * @param settling the longest settling time
   */
  public record Longest(Duration send, Duration settling) {
    /** As these times say. */
    public static Longest of(Times times) {
      return new Longest(
          times.of(Span.LEDGER_LONGEST_SEND), times.of(Span.LEDGER_LONGEST_SETTLING));
    }
  }

  private record Open(LedgerConnection connection, Ledger ledger, Terms terms) {}

  @Override
  public Answer<Connected> of(Tenant tenant) {
    Optional<TenantSettings> settings = tenants.find(tenant);
    if (settings.isEmpty()) {
      return missing("NO-TENANT", "the tenant is not configured");
    }
    if (settings.get().standing().suspension().isPresent()) {
      return new Answer.Failed<>(Standing.Suspension.failure());
    }
    if (!settings.get().standing().isAuthorised()) {
      return missing("TENANT-SUSPENDED", "the company has withdrawn its authorisation");
    }
    return settings
        .get()
        .ledger()
        .map(connection -> connected(tenant, connection))
        .orElseGet(() -> missing("NO-LEDGER", "the tenant has no ledger yet"));
  }

  private static Answer<Connected> missing(String code, String why) {
    return new Answer.Failed<>(Failure.of(FailureKind.CONFIG, "dingledger", code, why));
  }

  private Answer<Connected> connected(Tenant tenant, LedgerConnection connection) {
    if (open.size() > MOST_KEPT) {
      open.clear();
    }
    Open current =
        open.compute(
            tenant,
            (key, known) ->
                known != null && known.connection().equals(connection)
                    ? known
                    : opened(connection));
    Duration send = current.ledger().longestSend();
    if (send.compareTo(longest.send()) > 0) {
      return refused(
          connection,
          "TIME-OUT-TOO-LONG",
          "超时设置过长 · a request may take %d s, and %d s is the most: enter a shorter time-out"
              .formatted(send.toSeconds(), longest.send().toSeconds()));
    }
    Duration settling = connection.settlingTime();
    if (settling.compareTo(longest.settling()) > 0) {
      return refused(
          connection,
          "SETTLING-TOO-LONG",
          "入账可见时间设置过长 · the settling time is %d s, and %d s is the most: enter a shorter one"
              .formatted(settling.toSeconds(), longest.settling().toSeconds()));
    }
    return new Answer.Got<>(
        new Connected(current.ledger(), settling, current.terms(), restored.apply(tenant)));
  }

  private static Answer<Connected> refused(LedgerConnection connection, String code, String words) {
    return new Answer.Failed<>(Failure.of(FailureKind.CONFIG, connection.type(), code, words));
  }

  private Open opened(LedgerConnection connection) {
    Limits limits = Ledgers.limits(connection);
    return new Open(
        connection,
        Ledgers.open(connection, tools),
        new Terms(
            connection.type(),
            fingerprint(connection),
            new LedgerGate.Limits(limits.atOnce(), limits.perMinute()),
            Ledgers.attachesExplanation(connection)));
  }

  /** The tenant goes in as well: the same password at two tenants looks different. */
  private static String fingerprint(LedgerConnection connection) {
    StringBuilder all = new StringBuilder();
    add(all, connection.tenant().id());
    add(all, connection.type());
    new TreeMap<>(connection.settings()).forEach((name, value) -> add(all, name, value));
    for (Map.Entry<String, Secret> secret : new TreeMap<>(connection.secrets()).entrySet()) {
      add(all, secret.getKey(), secret.getValue().reveal());
    }
    return Digests.sha256Hex(all.toString()).substring(0, FINGERPRINT);
  }

  private static void add(StringBuilder all, String... parts) {
    for (String part : parts) {
      all.append(part.length()).append(':').append(part);
    }
  }
}
