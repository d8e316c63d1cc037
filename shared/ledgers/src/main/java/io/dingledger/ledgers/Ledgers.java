package io.dingledger.ledgers;

import io.dingledger.ledgers.LedgerDescription.Limits;
import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.LedgerDescription.Text;
import io.dingledger.ledgers.connector.ConnectorType;
import io.dingledger.ledgers.file.FileType;
import io.dingledger.ledgers.haokuaiji.HaokuaijiType;
import io.dingledger.ledgers.kingdee.KingdeeType;
import io.dingledger.ledgers.quickbooks.QuickBooksType;
import io.dingledger.ledgers.tplus.TplusType;
import io.dingledger.ledgers.u8.U8Type;
import io.dingledger.ledgers.webhook.WebhookType;
import io.dingledger.ledgers.yonbip.YonbipType;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registered types of ledger. */
public final class Ledgers {
  /** Settings that every type understands: how much the connection is given to do. */
  private static final Setting AT_ONCE =
      Setting.plain(
              "vouchersAtOnce",
              "同时推送的凭证数",
              "Vouchers at once",
              new Text(
                  "同时推送的最多张数，1–50；不填时用此类账务系统的默认值。",
                  "How many are under way at the same time, 1 to 50; left out: the type's default."))
          .accepting(Pattern.compile("[1-9]|[1-4][0-9]|50").asMatchPredicate());

  private static final Setting PER_MINUTE =
      Setting.plain(
              "vouchersPerMinute",
              "每分钟推送的凭证数",
              "Vouchers per minute",
              new Text(
                  "每分钟开始推送的最多张数，1–6000；不填时用此类账务系统的默认值。",
                  "How many are begun in a minute, 1 to 6000; left out: the type's default."))
          .accepting(Pattern.compile("[1-9][0-9]{0,2}|[1-5][0-9]{3}|6000").asMatchPredicate());

  private static final Setting ATTACH_EXPLANATION =
      Setting.plain(
              "attachExplanation",
              "附上凭证说明",
              "Attach the explanation",
              new Text(
                  "true 表示推送成功后把每条分录的说明（规则、版本、输入、计算）作为文本文件附到凭证上；" + "仅限支持附件的账务系统。",
                  "true hangs the explanation of each line (rule, version, inputs, arithmetic) on"
                      + " the posted voucher as a text file; only where the ledger takes files."))
          .orElse("false")
          .accepting(Set.of("true", "false")::contains);

  private static final List<Setting> COMMON = List.of(AT_ONCE, PER_MINUTE, ATTACH_EXPLANATION);

  /** One line for each type; its folder has the rest. */
  private static final List<LedgerType> TYPES =
      List.of(
          new KingdeeType(),
          new YonbipType(),
          new U8Type(),
          new TplusType(),
          new HaokuaijiType(),
          new QuickBooksType(),
          new ConnectorType(),
          new WebhookType(),
          new FileType());

  private Ledgers() {}

  /**
   * The ledger behind a connection. It may hold a session and an HTTP client, so it is kept and
   * used again for as long as the connection is the same; it may be used by several threads.
   *
   * <p>Never throws and never calls the outside: a connection that {@link #check} finds fault with
   * gives a ledger that answers everything with a {@code CONFIG} failure.
   */
  public static Ledger open(LedgerConnection connection, LedgerTools tools) {
    List<Reason> faults = check(connection);
    return faults.isEmpty()
        ? type(connection.type()).orElseThrow().open(connection, tools)
        : new UnusableLedger(connection.type(), faults);
  }

  /** How much a connection is given to do: its own settings, or its type's. */
  public static Limits limits(LedgerConnection connection) {
    Limits usual =
        type(connection.type()).map(type -> type.description().limits()).orElse(new Limits(1, 1));
    return new Limits(
        given(connection, AT_ONCE)
            .filter(AT_ONCE::accepts)
            .map(Integer::valueOf)
            .orElse(usual.atOnce()),
        given(connection, PER_MINUTE)
            .filter(PER_MINUTE::accepts)
            .map(Integer::valueOf)
            .orElse(usual.perMinute()));
  }

  /** Whether the explanation of each voucher is to be hung on it. */
  public static boolean attachesExplanation(LedgerConnection connection) {
    return given(connection, ATTACH_EXPLANATION).filter("true"::equals).isPresent();
  }

  /**
   * What is missing or cannot be used in a connection, all of it at once; empty when it can be
   * opened. Values are never part of the reasons. Nothing is called.
   */
  public static List<Reason> check(LedgerConnection connection) {
    return type(connection.type())
        .map(type -> faults(connection, type))
        .orElseGet(
            () ->
                List.of(
                    Reason.of(LedgerReason.TYPE_UNKNOWN, connection.type(), registeredTypes())));
  }

  /** The registered types. */
  public static List<LedgerType> types() {
    return TYPES;
  }

  /** The form of each registered type, without {@link #commonSettings}. */
  public static List<LedgerDescription> descriptions() {
    return TYPES.stream().map(LedgerType::description).toList();
  }

  /** The settings that a connection of any type may have besides its form. */
  public static List<Setting> commonSettings() {
    return COMMON;
  }

  private static List<Reason> faults(LedgerConnection connection, LedgerType type) {
    List<Reason> faults = faults(connection, type.description());
    return faults.isEmpty() ? type.check(connection) : faults;
  }

  private static List<Reason> faults(LedgerConnection connection, LedgerDescription form) {
    List<Reason> faults = new ArrayList<>();
    for (Setting setting : allSettings(form)) {
      fault(connection, form, setting).ifPresent(faults::add);
    }
    if (attachesExplanation(connection) && !form.abilities().attaches()) {
      faults.add(reason(LedgerReason.SETTING_INVALID, ATTACH_EXPLANATION));
    }
    for (String unknown : unknownNames(connection, form)) {
      faults.add(Reason.of(LedgerReason.SETTING_UNKNOWN, unknown));
    }
    return List.copyOf(faults);
  }

  private static List<Setting> allSettings(LedgerDescription form) {
    return Stream.concat(form.settings().stream(), COMMON.stream()).toList();
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
    allSettings(form).stream()
        .filter(setting -> setting.secret() == secret)
        .map(Setting::key)
        .forEach(unknown::remove);
    return unknown;
  }

  private static Optional<LedgerType> type(String name) {
    return TYPES.stream().filter(type -> type.description().type().equals(name)).findFirst();
  }

  private static String registeredTypes() {
    return TYPES.stream().map(type -> type.description().type()).collect(Collectors.joining(", "));
  }
}
