package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Refusal;
import io.dingledger.model.rulebook.Shelf;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.observe.TenantHash;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.TableCensus;
import io.dingledger.platform.store.TenantDiary;
import io.dingledger.platform.store.TenantErasure;
import io.dingledger.platform.store.TenantErasure.Tombstone;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What operators see of tenants, and whether work is done for them: suspension, its end, and
 * deletion. Every method throws {@link Refusal} when it does not do what it was asked for.
 */
public final class StandingDesk {
  private static final int FINGERPRINT = 8;

  /** A command waits two minutes for an answer; what is left is asked for again. */
  private static final Duration ERASED_AT_ONCE = Duration.ofSeconds(20);

  /** What waits is woken one after another, so that other tenants have their turns. */
  private static final Duration SPACING = Duration.ofMillis(200);

  private final Platform platform;
  private final Parts parts;
  private final Clock clock;

  /** A desk over these stores. */
  public StandingDesk(Platform platform, Parts parts, Clock clock) {
    this.platform = platform;
    this.parts = parts;
    this.clock = clock;
  }

  /**
   * What it works with.
   *
   * @param census counts what is under way
   * @param failures the queue to retry, which wakes what waited
   * @param delays how long changes take to be felt
   */
  public record Parts(
      TenantErasure erasure,
      TenantDiary diary,
      TableCensus census,
      MessageQueue<RetryWork> failures,
      Delays delays) {}

  /**
   * How long changes take to be felt.
   *
   * @param seen after this time no function goes by the old settings any more
   * @param over after this time no piece of work goes on that was begun by the old settings
   */
  public record Delays(Duration seen, Duration over) {
    /** The functions are in this very process. */
    public static final Delays NONE = new Delays(Duration.ZERO, Duration.ZERO);

    /** Functions remember settings for a minute, and none of them works longer than five. */
    public static final Delays OF_FUNCTIONS =
        new Delays(Duration.ofSeconds(90), Duration.ofMinutes(10));
  }

  /** All tenants, with how they stand. */
  public ObjectNode all() {
    ObjectNode answer = object();
    ArrayNode tenants = answer.putArray("tenants");
    for (Tenant tenant : platform.tenants().all()) {
      platform
          .tenants()
          .find(tenant)
          .ifPresent(
              settings -> {
                ObjectNode each = tenants.addObject().put("tenant", tenant.id());
                each.put("name", settings.name()).put("standing", word(settings.standing()));
                each.put("ledger", settings.ledger().map(ledger -> ledger.type()).orElse(""));
              });
    }
    return answer;
  }

  /** A tenant without its secrets: of those, which there are, and a fingerprint of each. */
  public ObjectNode show(TenantSettings settings) {
    Opened opened = Opened.of(settings);
    ObjectNode answer =
        object()
            .put("standing", word(settings.standing()))
            .put("inLogs", TenantHash.of(settings.tenant()));
    answer.set("settings", opened.blank());
    ArrayNode secrets = answer.putArray("secrets");
    opened
        .secrets()
        .forEach(
            (name, secret) ->
                secrets
                    .addObject()
                    .put("name", SecretNames.place(name))
                    .put("fingerprint", fingerprint(settings.tenant(), name, secret)));
    ArrayNode books = answer.putArray("ruleBooks");
    Shelf shelf = platform.lives().shelf(settings.tenant());
    shelf
        .activations()
        .forEach(
            each ->
                books
                    .addObject()
                    .put("version", each.version())
                    .put("from", each.from().toString()));
    ArrayNode diary = answer.putArray("diary");
    parts
        .diary()
        .of(settings.tenant())
        .forEach(
            entry ->
                diary
                    .addObject()
                    .put("at", entry.at().toString())
                    .put("by", entry.by())
                    .put("what", entry.what())
                    .put("detail", entry.detail()));
    return answer;
  }

  /** Stops all work for a tenant; who stopped it first, and why, stays. */
  public ObjectNode suspend(Tenant tenant, JsonNode wish) {
    String by = TenantDesk.by(wish).id();
    String why = wish.path("why").asText().strip();
    Standing.Suspension stop =
        new Standing.Suspension(by, clock.instant(), why.substring(0, Math.min(200, why.length())));
    Standing standing =
        changed(tenant, now -> now.suspension().isPresent() ? now : now.suspended(stop));
    parts.diary().note(tenant, by, "SUSPENDED", stop.why());
    return counted(tenant).put("standing", word(standing));
  }

  /**
   * Lets the work go on: what was parked is woken, and the patrol catches up with what was missed.
   */
  public ObjectNode resume(TenantSettings stored, JsonNode wish) {
    String by = TenantDesk.by(wish).id();
    Tenant tenant = stored.tenant();
    if (stored.standing().suspension().isEmpty()) {
      throw new Refusal(DeskFault.NOT_SUSPENDED, tenant.id());
    }
    Standing standing = changed(tenant, Standing::resumed);
    parts.diary().note(tenant, by, "RESUMED", "");
    Duration seen = parts.delays().seen();
    parts
        .failures()
        .send(
            new RetryWork.ConnectionBack(
                tenant, SPACING, clock.instant().plus(seen), 0, 1, Optional.empty()),
            seen);
    return counted(tenant).put("standing", word(standing));
  }

  /** What a deletion would take away. */
  public ObjectNode deletion(Tenant tenant) {
    ObjectNode answer = counted(tenant);
    ObjectNode items = answer.putObject("items");
    Map<String, Long> counts = parts.erasure().count(tenant);
    counts.forEach(items::put);
    answer.put("total", counts.values().stream().mapToLong(Long::longValue).sum());
    parts
        .erasure()
        .tombstone(tenant)
        .ifPresent(stone -> answer.put("begunAt", stone.begunAt().toString()));
    return answer;
  }

  /**
   * Deletes for some seconds; to be called again until {@code done}.
   *
   * @param tenant one that exists, or whose deletion was begun
   */
  public ObjectNode delete(Tenant tenant, JsonNode wish) {
    String by = TenantDesk.by(wish).id();
    if (!wish.path("confirm").asText().equals(tenant.id())) {
      throw new Refusal(DeskFault.CONFIRMATION_WRONG, tenant.id());
    }
    platform.tenants().find(tenant).ifPresent(this::requireQuiet);
    TenantErasure.Portion portion = parts.erasure().erase(tenant, by, ERASED_AT_ONCE);
    platform.tenants().forget(tenant);
    return object().put("removed", portion.removed()).put("done", portion.isDone());
  }

  /** Whether a tenant of this identifier was deleted, or is being deleted. */
  public boolean isBuried(Tenant tenant) {
    return parts.erasure().tombstone(tenant).map(Tombstone::begunAt).isPresent();
  }

  private void requireQuiet(TenantSettings settings) {
    Standing.Suspension stop =
        settings
            .standing()
            .suspension()
            .orElseThrow(() -> new Refusal(DeskFault.NOT_SUSPENDED, settings.tenant().id()));
    Instant quiet = stop.at().plus(parts.delays().over());
    if (clock.instant().isBefore(quiet)) {
      throw new Refusal(
          DeskFault.SUSPENDED_JUST_NOW,
          settings.tenant().id(),
          quiet.truncatedTo(ChronoUnit.SECONDS));
    }
  }

  private Standing changed(Tenant tenant, UnaryOperator<Standing> change) {
    return platform
        .tenants()
        .change(tenant, now -> now.withStanding(change.apply(now.standing())))
        .orElseThrow(() -> new Refusal(DeskFault.UNKNOWN, tenant.id()))
        .standing();
  }

  private ObjectNode counted(Tenant tenant) {
    TableCensus.Count count = parts.census().of(tenant, clock.instant());
    return object()
        .put("open", count.open())
        .put("parked", count.parked())
        .put("held", count.held());
  }

  /** In one word: {@code ACTIVE}, {@code SUSPENDED} by the operator or {@code WITHDRAWN}. */
  private static String word(Standing standing) {
    if (standing.suspension().isPresent()) {
      return "SUSPENDED";
    }
    return standing.isAuthorised() ? "ACTIVE" : "WITHDRAWN";
  }

  /** Tells secrets apart and is of no use for guessing them. */
  private static String fingerprint(Tenant tenant, String name, Secret secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String all = tenant.id().length() + ":" + tenant.id() + name.length() + ":" + name;
      digest.update(all.getBytes(StandardCharsets.UTF_8));
      byte[] made = digest.digest(secret.reveal().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(made).substring(0, FINGERPRINT);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
