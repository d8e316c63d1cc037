package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.rulebook.RuleBookDesk;
import io.dingledger.local.rulebook.Signing;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.RuleBookVersion;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.Platform;
import io.dingledger.platform.codec.SuiteCodec;
import io.dingledger.platform.codec.TenantSettingsCodec;
import io.dingledger.platform.codec.Unreadable;
import io.dingledger.platform.failure.PlatformException;
import io.dingledger.platform.store.StoreRefused;
import io.dingledger.platform.store.TenantDiary;
import io.dingledger.platform.store.TenantErasure;
import io.dingledger.platform.store.TenantErasure.Tombstone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Makes and changes tenants and third-party apps as an operator wishes. Each wish is a JSON body as
 * {@link TenantWish} writes it; its secrets are in clear and are sealed when they are stored.
 *
 * <p>Every method throws {@link Refusal} when it does not do what it was asked for; nothing was
 * changed then, unless it says otherwise.
 */
public final class TenantDesk {
  private final Platform platform;
  private final RuleBookDesk ruleBooks;
  private final TenantErasure erasure;
  private final TenantDiary diary;

  /** A desk over these stores. */
  public TenantDesk(
      Platform platform, RuleBookDesk ruleBooks, TenantErasure erasure, TenantDiary diary) {
    this.platform = platform;
    this.ruleBooks = ruleBooks;
    this.erasure = erasure;
    this.diary = diary;
  }

  /**
   * Makes a tenant or changes one, and takes its rule book over. With {@code preview} it only says
   * what would change. A rule book that is refused is told in the answer: the settings are stored.
   */
  public ObjectNode put(String id, JsonNode wish) {
    Signer by = by(wish);
    Tenant tenant = tenant(id);
    Optional<TenantSettings> stored = platform.tenants().find(tenant);
    boolean isNew = wish.path("mode").asText().equals("create");
    if (isNew && stored.isPresent()) {
      throw new Refusal(DeskFault.EXISTS, id);
    }
    if (!isNew && stored.isEmpty()) {
      throw new Refusal(DeskFault.UNKNOWN, id);
    }
    if (isNew) {
      requireUnburied(tenant, wish.path("again").asBoolean());
    }
    TenantSettings next = settings(tenant, wish.path("settings"), stored);
    SettingsChanges changes = SettingsChanges.of(stored.map(Opened::of), Opened.of(next));
    ObjectNode answer = answer(changes);
    if (!wish.path("preview").asBoolean()) {
      if (isNew) {
        erasure.forgive(tenant);
      }
      stored(() -> put(next));
      diary.note(tenant, by.id(), isNew ? "CREATED" : "CHANGED", changes.names());
      wish.path("ruleBook").properties().stream()
          .findAny()
          .ifPresent(any -> answer.set("ruleBook", ruleBook(next, wish.path("ruleBook"))));
    }
    next.callback().ifPresent(callback -> answer.put("callback", callback.key()));
    next.inbound().ifPresent(ways -> answer.put("inbound", ways.key()));
    return answer;
  }

  /** Puts another secret in place of one, by its place in the tenant's file. */
  public ObjectNode rotate(TenantSettings stored, JsonNode wish) {
    Signer by = by(wish);
    String place = wish.path("name").asText();
    Map<String, Secret> secrets = new HashMap<>(Opened.of(stored).secrets());
    String name = SecretNames.stored(place);
    if (!secrets.containsKey(name)) {
      throw new Refusal(DeskFault.SECRET_UNKNOWN, place, String.join(", ", places(secrets)));
    }
    String value = wish.path("value").asText();
    require(place, value);
    secrets.put(name, Secret.of(value));
    ObjectNode kept = Opened.of(stored).blank();
    TenantSettings next = settings(stored.tenant(), kept, new ClearBox(secrets));
    SettingsChanges changes = SettingsChanges.of(Optional.of(Opened.of(stored)), Opened.of(next));
    ObjectNode answer = answer(changes);
    stored(() -> put(next));
    diary.note(stored.tenant(), by.id(), "ROTATED", changes.names());
    next.callback().ifPresent(callback -> answer.put("callback", callback.key()));
    next.inbound().ifPresent(ways -> answer.put("inbound", ways.key()));
    return answer;
  }

  /**
   * Makes a third-party app or changes one; with {@code preview} it only says what would change.
   */
  public ObjectNode putSuite(String id, JsonNode wish) {
    by(wish);
    Optional<Suite> stored = platform.suites().find(id);
    ClearBox box = new ClearBox(stored.map(Opened::of).map(Opened::secrets).orElse(Map.of()));
    Suite next = read(() -> new SuiteCodec(box).fromJson(wish.path("settings")), "settings");
    requireAll(box);
    if (!next.id().equals(id)) {
      throw new Refusal(DeskFault.REQUEST_WRONG, "suite");
    }
    SettingsChanges changes = SettingsChanges.of(stored.map(Opened::of), Opened.of(next));
    if (!wish.path("preview").asBoolean()) {
      stored(() -> platform.suites().put(next));
    }
    return answer(changes).put("callback", next.callback().key());
  }

  /** What a command must know of an app to read the files of its companies. */
  public ObjectNode suite(String id) {
    Suite suite =
        platform.suites().find(id).orElseThrow(() -> new Refusal(DeskFault.SUITE_NOT_STORED, id));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    Opened opened = Opened.of(suite);
    answer.set("settings", opened.blank());
    places(opened.secrets()).forEach(answer.putArray("secrets")::add);
    return answer;
  }

  /**
   * Refuses an identifier that a deleted tenant had.
   *
   * @param again whether that is known and wanted
   */
  public void requireUnburied(Tenant tenant, boolean again) {
    Optional<Tombstone> stone = erasure.tombstone(tenant);
    if (stone.isPresent() && stone.get().endedAt().isEmpty()) {
      throw new Refusal(DeskFault.DELETION_UNFINISHED, tenant.id());
    }
    if (stone.isPresent() && !again) {
      throw new Refusal(
          DeskFault.WAS_DELETED, tenant.id(), stone.get().begunAt().toString().substring(0, 10));
    }
  }

  /** The places in the file of secrets. */
  static Set<String> places(Map<String, Secret> secrets) {
    Set<String> places = new TreeSet<>();
    secrets.keySet().forEach(name -> places.add(SecretNames.place(name)));
    return places;
  }

  /** Who wishes it. */
  static Signer by(JsonNode wish) {
    return Signer.of(wish.path("by").asText())
        .orElseThrow(() -> new Refusal(DeskFault.REQUEST_WRONG, "by"));
  }

  private static Tenant tenant(String id) {
    if (!Rule.TENANT.accepts(id)) {
      throw new Refusal(DeskFault.REQUEST_WRONG, "tenant");
    }
    return Tenant.verified(id);
  }

  private TenantSettings settings(Tenant tenant, JsonNode json, Optional<TenantSettings> stored) {
    Map<String, Secret> secrets = stored.map(Opened::of).map(Opened::secrets).orElse(Map.of());
    ClearBox box = new ClearBox(secrets);
    TenantSettings next = settings(tenant, json, box);
    if (next.app().access() instanceof DingTalkApp.ThirdParty(String suite)
        && platform.suites().find(suite).isEmpty()) {
      throw new Refusal(DeskFault.SUITE_NOT_STORED, suite);
    }
    return stored.map(known -> next.withStanding(known.standing())).orElse(next);
  }

  private static TenantSettings settings(Tenant tenant, JsonNode json, ClearBox box) {
    TenantSettings next = read(() -> new TenantSettingsCodec(box).fromJson(json), "settings");
    if (!next.tenant().equals(tenant)) {
      throw new Refusal(DeskFault.REQUEST_WRONG, "tenant");
    }
    requireAll(box);
    List<Reason> faults = next.ledger().map(Ledgers::check).orElse(List.of());
    if (!faults.isEmpty()) {
      throw new Refusal(faults);
    }
    return next;
  }

  private static void requireAll(ClearBox box) {
    if (!box.lacking().isEmpty()) {
      Set<String> lacking = new TreeSet<>();
      box.lacking().forEach(name -> lacking.add(SecretNames.place(name)));
      throw new Refusal(DeskFault.SECRET_MISSING, String.join(", ", lacking));
    }
  }

  private static void require(String place, String value) {
    Rule rule = SecretNames.rule(place);
    if (!rule.accepts(value)) {
      throw new Refusal(DeskFault.SECRET_WRONG, place, rule.chinese(), rule.english());
    }
  }

  /** What the company and the operator said meanwhile stays. */
  private void put(TenantSettings next) {
    boolean isThere =
        platform
            .tenants()
            .change(next.tenant(), now -> next.withStanding(now.standing()))
            .isPresent();
    if (!isThere) {
      platform.tenants().put(next);
    }
  }

  private ObjectNode ruleBook(TenantSettings tenant, JsonNode wish) {
    Optional<Signer> author = Signer.of(wish.path("author").asText());
    Optional<Signer> approver = Signer.of(wish.path("approvedBy").asText());
    if (author.isEmpty() || approver.isEmpty()) {
      throw new Refusal(DeskFault.REQUEST_WRONG, "ruleBook");
    }
    Optional<LocalDate> from =
        wish.has("from")
            ? Optional.of(read(() -> LocalDate.parse(wish.path("from").asText()), "from"))
            : Optional.empty();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    LifeCycle.Outcome outcome =
        ruleBooks.takeOver(
            tenant, wish.path("text").asText(), new Signing(author.get(), approver.get(), from));
    switch (outcome) {
      case LifeCycle.Outcome.Taken(RuleBookVersion version) ->
          answer.put("version", version.version());
      case LifeCycle.Outcome.Refused(Reason why) ->
          answer.put("code", why.code()).put("zh", why.chinese()).put("en", why.english());
    }
    return answer;
  }

  private static ObjectNode answer(SettingsChanges changes) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode all = answer.putArray("changes");
    all.addAll(changes.json());
    return answer;
  }

  private static void stored(Runnable write) {
    try {
      write.run();
    } catch (StoreRefused refused) {
      throw new Refusal(List.of(((PlatformException) refused).reason()));
    }
  }

  private static <T> T read(Supplier<T> reading, String what) {
    try {
      return reading.get();
    } catch (Unreadable | IllegalArgumentException | DateTimeException wrong) {
      throw new Refusal(DeskFault.REQUEST_WRONG, what);
    }
  }
}
