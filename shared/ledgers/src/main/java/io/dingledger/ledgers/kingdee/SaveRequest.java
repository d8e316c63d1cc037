package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes a voucher as the {@code data} of {@code Save GL_VOUCHER}. Field names and their uneven
 * capitals are the vendor's (vip.kingdee.com articles 411589535605323520 and 498432823951363072).
 */
final class SaveRequest {
  static final String FORM = "GL_VOUCHER";

  /** Of amounts in whatever currency. */
  private static final int MOST_DECIMALS = 2;

  private final KingdeeSettings settings;

  SaveRequest(KingdeeSettings settings) {
    this.settings = settings;
  }

  /** The data, or why this voucher cannot be written with these settings. */
  Answer<ObjectNode> data(Voucher voucher) {
    Optional<Failure> unwritable = unwritable(voucher);
    if (unwritable.isPresent()) {
      return new Answer.Failed<>(unwritable.get());
    }
    ObjectNode data = Json.object();
    data.putArray("NeedReturnFields")
        .add("FVOUCHERID")
        .add("FVOUCHERGROUPNO")
        .add("FENTITY_FENTRYID");
    data.put("IsVerifyBaseDataField", true)
        .put("ValidateFlag", true)
        .put("NumberSearch", true)
        .put("ValidateRepeatJson", true)
        .put("IsAutoSubmitAndAudit", "false")
        .set("Model", model(voucher));
    return new Answer.Got<>(data);
  }

  private Optional<Failure> unwritable(Voucher voucher) {
    return tooFine(voucher)
        .or(() -> withoutNumber(voucher))
        .or(() -> unmappedDimension(voucher))
        .map(reason -> KingdeeForm.FAILURES.of(FailureKind.DATA, reason.code(), reason.about()));
  }

  /** What is wrong, and with what. */
  private record Fault(LedgerReason code, Object... about) {}

  private static Optional<Fault> tooFine(Voucher voucher) {
    return amounts(voucher)
        .filter(amount -> amount.amount().scale() > MOST_DECIMALS)
        .findFirst()
        .map(amount -> new Fault(LedgerReason.TOO_FINE, MOST_DECIMALS, amount.currency()));
  }

  private static Stream<Money> amounts(Voucher voucher) {
    return voucher.lines().stream()
        .flatMap(line -> Stream.concat(Stream.of(line.amount()), foreignAmount(line).stream()));
  }

  private static Optional<Money> foreignAmount(VoucherLine line) {
    return line.foreign().map(Foreign::amount);
  }

  /** Only the book's own currency may be that of a voucher: its rate is 1. */
  private Optional<Fault> withoutNumber(Voucher voucher) {
    if (!settings.currencies().own().equals(voucher.currency())) {
      return Optional.of(new Fault(LedgerReason.CURRENCY_UNMAPPED, voucher.currency()));
    }
    return voucher.lines().stream()
        .flatMap(line -> foreignAmount(line).stream())
        .map(Money::currency)
        .filter(currency -> settings.currencies().number(currency).isEmpty())
        .findFirst()
        .map(currency -> new Fault(LedgerReason.CURRENCY_UNMAPPED, currency));
  }

  private Optional<Fault> unmappedDimension(Voucher voucher) {
    return voucher.lines().stream()
        .flatMap(line -> line.dimensions().keySet().stream())
        .filter(dimension -> !settings.dimensionFields().containsKey(dimension))
        .sorted()
        .findFirst()
        .map(dimension -> new Fault(LedgerReason.DIMENSION_UNMAPPED, dimension));
  }

  /** An id other than 0 would overwrite the voucher that has it. */
  private ObjectNode model(Voucher voucher) {
    String date = voucher.date().toString();
    ObjectNode model = Json.object().put("FVOUCHERID", 0);
    model.set("FAccountBookID", numbered(settings.book().number()));
    model
        .put("FDate", date)
        .put("FBUSDATE", date)
        .put("FYEAR", voucher.date().getYear())
        .put("FPERIOD", voucher.date().getMonthValue());
    model.set("FSystemID", numbered(settings.book().systemId()));
    model.set("FVOUCHERGROUPID", numbered(settings.book().voucherGroup()));
    model
        .put("FVOUCHERGROUPNO", "")
        .put("FATTACHMENTS", voucher.attachments())
        .put("FISADJUSTVOUCHER", false);
    model.set("FACCBOOKORGID", numbered(settings.book().organisation()));
    if (settings.keyInHeader()) {
      model.put(settings.keyField(), voucher.key().value());
    }
    ArrayNode entries = model.putArray("FEntity");
    voucher.lines().forEach(line -> entries.add(entry(voucher, line)));
    return model;
  }

  private ObjectNode entry(Voucher voucher, VoucherLine line) {
    Money nothing = Money.zero(voucher.currency());
    String summary = line.summary().isBlank() ? voucher.summary() : line.summary();
    ObjectNode entry = Json.object().put("FEXPLANATION", cut(summary));
    entry.set("FACCOUNTID", numbered(line.account()));
    if (!line.dimensions().isEmpty()) {
      entry.set("FDetailID", dimensions(line.dimensions()));
    }
    Money original = foreignAmount(line).orElse(line.amount());
    String currency = settings.currencies().number(original.currency()).orElseThrow();
    entry.set("FCURRENCYID", numbered(currency));
    entry.set("FEXCHANGERATETYPE", numbered(settings.book().rateType()));
    entry.set(
        "FEXCHANGERATE", Json.amount(line.foreign().map(Foreign::rate).orElse(BigDecimal.ONE)));
    entry.set("FAMOUNTFOR", amount(original));
    entry.set("FDEBIT", amount(line.side() == Side.DEBIT ? line.amount() : nothing));
    entry.set("FCREDIT", amount(line.side() == Side.CREDIT ? line.amount() : nothing));
    if (!settings.keyInHeader()) {
      entry.put(settings.keyField(), voucher.key().value());
    }
    return entry;
  }

  private ObjectNode dimensions(Map<Dimension, String> codes) {
    ObjectNode detail = Json.object();
    new TreeMap<>(codes)
        .forEach(
            (dimension, code) ->
                detail.set(
                    "FDETAILID__" + settings.dimensionFields().get(dimension), numbered(code)));
    return detail;
  }

  private static ObjectNode numbered(String number) {
    return Json.object().put("FNumber", number);
  }

  private static DecimalNode amount(Money money) {
    return Json.amount(money.amount());
  }

  private String cut(String summary) {
    int[] characters = summary.codePoints().limit(settings.summaryLength()).toArray();
    return new String(characters, 0, characters.length);
  }
}
