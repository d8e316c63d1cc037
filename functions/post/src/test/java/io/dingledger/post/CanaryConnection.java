package io.dingledger.post;

import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A connection of any type with made-up values that its form accepts, and canaries as secrets. */
final class CanaryConnection {
  private static final String CANARY = "canary7Zq4Xw9Kf2Lm8Pd3Rt6Vb1Nc5H";
  private static final List<String> VALUES =
      List.of(
          "001",
          "a",
          "1",
          "demo-demo-demo",
          "a@example.com",
          "CNY=PRE001",
          "2026-01",
          "/id",
          "/code equals 0",
          "{\"key\":\"{{key}}\"}",
          "{}");

  private final LedgerDescription form;
  private final String address;
  private final Map<String, Secret> secrets = new HashMap<>();

  CanaryConnection(LedgerDescription form, String address) {
    this.form = form;
    this.address = address;
  }

  LedgerConnection connection(Tenant tenant) {
    Map<String, String> settings = new HashMap<>();
    for (Setting setting : form.settings()) {
      if (setting.secret()) {
        secrets.put(setting.key(), Secret.of(canary(setting)));
      } else if (setting.accepts(address) && isAddress(setting)) {
        settings.put(setting.key(), address);
      } else if (setting.defaultValue().isEmpty() && isRequired(setting, settings)) {
        settings.put(setting.key(), VALUES.getFirst());
      }
    }
    // What a value must say beyond its field shows only once no field is missing, and one at a
    // time.
    for (int pass = 0; pass < 4; pass++) {
      for (Setting setting : form.settings()) {
        if (VALUES.contains(settings.getOrDefault(setting.key(), ""))) {
          fewestFaults(setting, settings, tenant)
              .ifPresent(value -> settings.put(setting.key(), value));
        }
      }
    }
    return connection(settings, tenant);
  }

  private boolean isRequired(Setting setting, Map<String, String> settings) {
    Requirement requirement = setting.requirement();
    String decided =
        form.settings().stream()
            .filter(each -> each.key().equals(requirement.decider()))
            .map(each -> settings.getOrDefault(each.key(), each.defaultValue()))
            .findFirst()
            .orElse("");
    return requirement.values().contains(decided);
  }

  private LedgerConnection connection(Map<String, String> settings, Tenant tenant) {
    return new LedgerConnection(tenant, form.type(), settings, secrets, Duration.ofSeconds(30));
  }

  /** Some types look at what a value says, beyond what its field accepts. */
  private Optional<String> fewestFaults(
      Setting setting, Map<String, String> settings, Tenant tenant) {
    return Stream.concat(VALUES.stream(), Stream.of(address))
        .filter(setting::accepts)
        .min(
            Comparator.comparingInt(
                value -> {
                  Map<String, String> tried = new HashMap<>(settings);
                  tried.put(setting.key(), value);
                  List<Reason> faults = Ledgers.check(connection(tried, tenant));
                  // A fault that goes may let others be seen, so those of its own count first.
                  return faults.size()
                      + 100
                          * (int)
                              faults.stream()
                                  .filter(fault -> fault.english().startsWith(setting.key()))
                                  .count();
                }));
  }

  /** As they are, and as they travel in headers and addresses. */
  List<String> secrets() {
    return secrets.values().stream()
        .map(Secret::reveal)
        .flatMap(secret -> Stream.of(secret, base64(secret)))
        .toList();
  }

  private String canary(Setting setting) {
    String own = CANARY + setting.key().hashCode();
    return Stream.of(own, CANARY, "whsec_" + base64(CANARY), base64(CANARY), address + CANARY)
        .filter(setting::accepts)
        .findFirst()
        .orElse(own);
  }

  private static boolean isAddress(Setting setting) {
    return VALUES.stream().noneMatch(setting::accepts);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
