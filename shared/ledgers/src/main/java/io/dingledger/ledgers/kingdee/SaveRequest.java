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
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a voucher as the {@code data} of {@code Save GL_VOUCHER}. Field names and their uneven
 * capitals are the vendor's (vip.kingdee.com articles 411589535605323520 and 498432823951363072).
 */
final class SaveRequest {
  static final String FORM = "GL_VOUCHER";

  private final KingdeeSettings settings;

  SaveRequest(KingdeeSettings settings) {
    this.settings = settings;
  }

  /** The data, or why this voucher cannot be written with these settings. */
  Answer<ObjectNode> data(Voucher voucher) {
    Optional<Failure> unmapped = unmapped(voucher);
    if (unmapped.isPresent()) {
      return new Answer.Failed<>(unmapped.get());
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

  private Optional<Failure> unmapped(Voucher voucher) {
    if (!settings.currencies().containsKey(voucher.currency())) {
      return Optional.of(
          KingdeeForm.FAILURES.of(
              FailureKind.DATA, LedgerReason.CURRENCY_UNMAPPED, voucher.currency()));
    }
    return voucher.lines().stream()
        .flatMap(line -> line.dimensions().keySet().stream())
        .filter(dimension -> !settings.dimensionFields().containsKey(dimension))
        .sorted()
        .findFirst()
        .map(
            dimension ->
                KingdeeForm.FAILURES.of(
                    FailureKind.DATA, LedgerReason.DIMENSION_UNMAPPED, dimension));
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
    entry.set("FCURRENCYID", numbered(settings.currencies().get(voucher.currency())));
    entry.set("FEXCHANGERATETYPE", numbered(settings.book().rateType()));
    entry.put("FEXCHANGERATE", 1);
    entry.set("FAMOUNTFOR", amount(line.amount()));
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

  /** Made directly: the node factory would drop trailing zeros. */
  private static DecimalNode amount(Money money) {
    return DecimalNode.valueOf(money.amount());
  }

  private String cut(String summary) {
    int[] characters = summary.codePoints().limit(settings.summaryLength()).toArray();
    return new String(characters, 0, characters.length);
  }
}
