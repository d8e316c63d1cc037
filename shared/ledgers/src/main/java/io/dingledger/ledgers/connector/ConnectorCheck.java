package io.dingledger.ledgers.connector;

import io.dingledger.ledgers.Patterns;
import io.dingledger.ledgers.connector.AnswerTree.Format;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Looks a connection over before it is used: templates are filled with a trial voucher whose texts
 * hold everything that can break a format, and what comes out must be well-formed.
 */
final class ConnectorCheck {
  /** The settings that hold tests. */
  static final List<String> TESTS =
      List.of(
          "successTests",
          "repeatTests",
          "closedPeriodTests",
          "throttleTests",
          "configTests",
          "refusalTests",
          "lookupSuccessTests",
          "absentTests");

  /** Nothing may stand in the place of the scheme and the host. */
  private static final Pattern FIXED_HOST =
      Pattern.compile("https?://[^/?#{$]+([/?].*)?", Pattern.DOTALL);

  private static final String HOSTILE = "\"\\ ' <a> & ]]> {x} \u0001 \n 报销, \ud83d\ude00";

  private ConnectorCheck() {}

  /** Everything that is wrong, at once. */
  static List<Reason> faults(LedgerConnection connection) {
    ConnectorSettings settings = ConnectorSettings.of(connection);
    if (!settings.faults().isEmpty()) {
      return settings.faults();
    }
    List<Reason> faults = new ArrayList<>();
    VoucherValues trial = VoucherValues.of(trial(), settings.fixed(), settings.style());
    address(settings, "url", trial, faults);
    body(settings, "body", trial, faults);
    if (!settings.template("body").uses("key"::equals)) {
      faults.add(Reason.of(ConnectorReason.KEY_MISSING, "body"));
    }
    if (settings.canBeAsked()) {
      lookUp(settings, trial, faults);
    }
    return List.copyOf(faults);
  }

  private static void lookUp(ConnectorSettings settings, VoucherValues trial, List<Reason> faults) {
    address(settings, "lookupUrl", trial, faults);
    boolean posts = settings.text("lookup").equals("post");
    if (posts) {
      body(settings, "lookupBody", trial, faults);
    }
    boolean namesKey =
        settings.template("lookupUrl").uses("key"::equals)
            || (posts && settings.template("lookupBody").uses("key"::equals));
    if (!namesKey) {
      faults.add(Reason.of(ConnectorReason.KEY_MISSING, "lookupUrl, lookupBody"));
    }
    if (!has(settings, "lineDebitPointer", "lineCreditPointer")
        && !has(settings, "lineSidePointer", "lineAmountPointer")) {
      faults.add(Reason.of(ConnectorReason.AMOUNTS_UNNAMED));
    }
  }

  private static boolean has(ConnectorSettings settings, String one, String other) {
    return !settings.text(one).isEmpty() && !settings.text(other).isEmpty();
  }

  private static void address(
      ConnectorSettings settings, String key, VoucherValues trial, List<Reason> faults) {
    boolean safe =
        FIXED_HOST.matcher(settings.text(key)).matches()
            && Patterns.isSafeAddressWithQuery(
                settings.template(key).filled(trial, Escaping.ADDRESS));
    if (!safe) {
      faults.add(Reason.of(ConnectorReason.ADDRESS_UNSAFE, key));
    }
  }

  private static void body(
      ConnectorSettings settings, String key, VoucherValues trial, List<Reason> faults) {
    Format format = settings.format();
    String filled = settings.template(key).filled(trial, format.escaping());
    if (format.tree(filled).isEmpty()) {
      faults.add(Reason.of(ConnectorReason.TEMPLATE_MALFORMED, key, format));
    }
  }

  private static Voucher trial() {
    Map<Dimension, String> dimensions = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      dimensions.put(dimension, HOSTILE);
    }
    return new Voucher(
        new VoucherKey("DL000000000000000000"),
        new DocumentId("trial"),
        Purpose.RECORD,
        LocalDate.of(2026, 3, 31),
        "CNY",
        HOSTILE,
        1,
        List.of(line(dimensions, Side.DEBIT), line(dimensions, Side.CREDIT)));
  }

  private static VoucherLine line(Map<Dimension, String> dimensions, Side side) {
    Money one = Money.of("1", "CNY");
    return new VoucherLine(
        HOSTILE,
        HOSTILE,
        dimensions,
        side,
        one,
        new Explanation("trial", "1", List.of(), "1", "HALF_UP 2", one));
  }
}
