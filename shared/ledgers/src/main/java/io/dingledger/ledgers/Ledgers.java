package io.dingledger.ledgers;

import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.kingdee.KingdeeForm;
import io.dingledger.ledgers.kingdee.KingdeeLedger;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The registered types of ledger. */
public final class Ledgers {
  private record Kind(
      LedgerDescription description, BiFunction<LedgerConnection, Clock, Ledger> opener) {}

  private static final List<Kind> KINDS =
      List.of(new Kind(KingdeeForm.description(), KingdeeLedger::new));

  private Ledgers() {}

  /**
   * The ledger behind a connection, on the system's clock. See {@link #open(LedgerConnection,
   * Clock)}.
   */
  public static Ledger open(LedgerConnection connection) {
    return open(connection, Clock.systemUTC());
  }

  /**
   * The ledger behind a connection. It may hold a session and an HTTP client, so it is kept and
   * used again for as long as the connection is the same; it may be used by several threads.
   *
   * <p>Never throws and never calls the outside: a connection that {@link #check} finds fault with
   * gives a ledger that answers everything with a {@code CONFIG} failure.
   */
  public static Ledger open(LedgerConnection connection, Clock clock) {
    List<Reason> faults = check(connection);
    return faults.isEmpty()
        ? kind(connection.type()).orElseThrow().opener().apply(connection, clock)
        : new UnusableLedger(connection.type(), faults);
  }

  /**
   * What is missing or cannot be used in a connection, all of it at once; empty when it can be
   * opened. Values are never part of the reasons. Nothing is called.
   */
  public static List<Reason> check(LedgerConnection connection) {
    return kind(connection.type())
        .map(kind -> faults(connection, kind.description()))
        .orElseGet(
            () ->
                List.of(
                    Reason.of(LedgerReason.TYPE_UNKNOWN, connection.type(), registeredTypes())));
  }

  /** The form of each registered type. */
  public static List<LedgerDescription> descriptions() {
    return KINDS.stream().map(Kind::description).toList();
  }

  private static List<Reason> faults(LedgerConnection connection, LedgerDescription form) {
    List<Reason> faults = new ArrayList<>();
    for (Setting setting : form.settings()) {
      fault(connection, form, setting).ifPresent(faults::add);
    }
    for (String unknown : unknownNames(connection, form)) {
      faults.add(Reason.of(LedgerReason.SETTING_UNKNOWN, unknown));
    }
    return List.copyOf(faults);
  }

  private static Optional<Reason> fault(
      LedgerConnection connection, LedgerDescription form, Setting setting) {
    Optional<String> given = given(connection, setting);
    if (given.isEmpty()) {
      return isRequired(connection, form, setting.requirement())
          ? Optional.of(reason(LedgerReason.SETTING_MISSING, setting))
          : Optional.empty();
    }
    return setting.accepts(given.get())
        ? Optional.empty()
        : Optional.of(reason(LedgerReason.SETTING_INVALID, setting));
  }

  private static Reason reason(LedgerReason code, Setting setting) {
    return Reason.of(
        code,
        setting.key(),
        setting.label().chinese(),
        setting.help().chinese(),
        setting.help().english());
  }

  private static Optional<String> given(LedgerConnection connection, Setting setting) {
    Optional<String> value =
        setting.secret()
            ? Optional.ofNullable(connection.secrets().get(setting.key())).map(Secret::reveal)
            : Optional.ofNullable(connection.settings().get(setting.key()));
    return value.filter(text -> !text.isBlank());
  }

  private static boolean isRequired(
      LedgerConnection connection, LedgerDescription form, Requirement requirement) {
    String decided =
        form.settings().stream()
            .filter(setting -> setting.key().equals(requirement.decider()))
            .map(setting -> given(connection, setting).orElse(setting.defaultValue()))
            .findFirst()
            .orElse("");
    return requirement.values().contains(decided);
  }

  private static Set<String> unknownNames(LedgerConnection connection, LedgerDescription form) {
    Set<String> names = new TreeSet<>();
    names.addAll(unknown(connection.settings().keySet(), form, false));
    names.addAll(unknown(connection.secrets().keySet(), form, true));
    return names;
  }

  private static Set<String> unknown(Set<String> names, LedgerDescription form, boolean secret) {
    Set<String> unknown = new LinkedHashSet<>(names);
    form.settings().stream()
        .filter(setting -> setting.secret() == secret)
        .map(Setting::key)
        .forEach(unknown::remove);
    return unknown;
  }

  private static Optional<Kind> kind(String type) {
    return KINDS.stream().filter(kind -> kind.description().type().equals(type)).findFirst();
  }

  private static String registeredTypes() {
    return KINDS.stream().map(kind -> kind.description().type()).collect(Collectors.joining(", "));
  }
}
