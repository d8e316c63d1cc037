package io.dingledger.local.tenants;

import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The texts below {@code ledger}, not yet trusted. */
record LedgerFields(
    String type, String settlingTime, Map<String, String> settings, Map<String, Secret> secrets) {
  static LedgerFields of(Fields fields) {
    Map<String, String> settings = new LinkedHashMap<>();
    Fields plain = fields.child("settings", Set.of(), false);
    plain.names().forEach(name -> settings.put(name, plain.required(name, Rule.SETTING)));
    Map<String, Secret> secrets = new LinkedHashMap<>();
    Fields hidden = fields.child("secrets", Set.of(), false);
    hidden.names().forEach(name -> secrets.put(name, Secret.of(hidden.secret(name, Rule.SECRET))));
    String type = fields.required("type", Rule.LEDGER_TYPE);
    leftOut(type, settings, hidden)
        .forEach(
            (name, isNeeded) ->
                hidden
                    .elsewhere(name, Rule.SECRET, isNeeded)
                    .ifPresent(found -> secrets.put(name, Secret.of(found))));
    return new LedgerFields(
        type, fields.optional("settlingTime", Rule.DURATION).orElse("60s"), settings, secrets);
  }

  /** The secrets of the type's form that the file has not got, and whether each is needed. */
  private static Map<String, Boolean> leftOut(
      String type, Map<String, String> settings, Fields hidden) {
    Map<String, Boolean> names = new LinkedHashMap<>();
    List<Setting> form =
        Ledgers.descriptions().stream()
            .filter(each -> each.type().equals(type))
            .findFirst()
            .map(LedgerDescription::settings)
            .orElse(List.of());
    for (Setting setting : form) {
      if (setting.secret() && !hidden.names().contains(setting.key())) {
        String decider = setting.requirement().decider();
        String decided =
            form.stream()
                .filter(each -> each.key().equals(decider))
                .findFirst()
                .map(each -> settings.getOrDefault(decider, each.defaultValue()))
                .orElse("");
        names.put(setting.key(), setting.requirement().values().contains(decided));
      }
    }
    return names;
  }

  /**
   * What is wrong for this type of ledger; nothing while the type itself can't be one. With secrets
   * that stay as they are stored it can only be looked at where these are known.
   */
  List<Reason> faults(Tenant tenant) {
    boolean isComplete = secrets.values().stream().map(Secret::reveal).noneMatch(Kept::is);
    return isComplete && Rule.LEDGER_TYPE.accepts(type)
        ? Ledgers.check(new LedgerConnection(tenant, type, settings, secrets, Duration.ZERO))
        : List.of();
  }

  LedgerConnection connectionOf(Tenant tenant) {
    return new LedgerConnection(tenant, type, settings, secrets, duration(settlingTime));
  }

  private static Duration duration(String text) {
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(count);
      case 'm' -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }
}
