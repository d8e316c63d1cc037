package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.yonyou.Summaries;
import io.dingledger.ledgers.yonyou.Unwritable;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a voucher as the body of {@code addVoucher}. Field names, {@code filedCode} among them,
 * are the vendor's (open.yonyoucloud.com, 总账 → 凭证 → 凭证保存).
 */
final class AddVoucherRequest {
  private static final int MULTIPLIED = 1;

  private final YonbipSettings settings;

  AddVoucherRequest(YonbipSettings settings) {
    this.settings = settings;
  }

  /** The body, or why this voucher can't be written with these settings. */
  Answer<ObjectNode> body(Voucher voucher) {
    Optional<Failure> unwritable =
        Unwritable.tooFine(voucher, YonbipForm.FAILURES)
            .or(() -> currencyUnmapped(voucher))
            .or(
                () ->
                    Unwritable.unmapped(
                        voucher, settings.auxiliary().keySet(), YonbipForm.FAILURES));
    return unwritable
        .<Answer<ObjectNode>>map(Answer.Failed::new)
        .orElseGet(() -> new Answer.Got<>(written(voucher)));
  }

  private Optional<Failure> currencyUnmapped(Voucher voucher) {
    return Unwritable.currencies(voucher)
        .filter(currency -> !settings.money().codes().containsKey(currency))
        .findFirst()
        .or(
            () ->
                Optional.of(voucher.currency())
                    .filter(currency -> !currency.equals(settings.money().book())))
        .map(
            currency ->
                YonbipForm.FAILURES.of(FailureKind.DATA, LedgerReason.CURRENCY_UNMAPPED, currency));
  }

  private ObjectNode written(Voucher voucher) {
    YonbipSettings.Header header = settings.header();
    String key = voucher.key().value();
    ObjectNode body =
        Json.object()
            .put("businessId", key)
            .put("srcSystemCode", header.sourceSystem())
            .put("accbookCode", header.book())
            .put("voucherTypeCode", header.voucherType())
            .put("period", YearMonth.from(voucher.date()).toString())
            .put("makeTime", voucher.date().toString())
            .put("attachedBill", voucher.attachments())
            .put("description", withKey(voucher, voucher.summary()))
            .put("externalSourceDataId", key)
            .put("externalSourceDataCode", key)
            .put("externalSourceDataType", "voucher")
            .put("externalSourceSystemName", header.externalSystemName());
    if (header.makerMobile().isEmpty()) {
      body.put("makerEmail", header.makerEmail());
    } else {
      body.put("makerMobile", header.makerMobile());
    }
    ArrayNode lines = body.putArray("bodies");
    voucher.lines().forEach(line -> lines.add(line(voucher, line)));
    return body;
  }

  private ObjectNode line(Voucher voucher, VoucherLine line) {
    boolean turned = settings.summaries().redOnOtherSide() && line.amount().isNegative();
    boolean debit = (line.side() == Side.DEBIT) != turned;
    String side = debit ? "debit" : "credit";
    Money original = line.foreign().map(Foreign::amount).orElse(line.amount());
    ObjectNode body =
        Json.object()
            .put("description", withKey(voucher, Summaries.of(voucher, line, Integer.MAX_VALUE)))
            .put("accsubjectCode", line.account())
            .put("currencyCode", settings.money().codes().get(original.currency()))
            .put("busidate", voucher.date().toString());
    rate(body, line.foreign());
    body.set(side + "Original", amount(original, turned));
    body.set(side + "Org", amount(line.amount(), turned));
    if (!line.dimensions().isEmpty()) {
      body.set("clientAuxiliaryList", auxiliaries(line.dimensions()));
    }
    return body;
  }

  private void rate(ObjectNode body, Optional<Foreign> foreign) {
    if (foreign.isEmpty()) {
      body.put("rateType", settings.money().rateType()).put("rateOrg", 1);
      return;
    }
    body.put("rateType", settings.money().foreignRateType());
    body.set("rateOrg", Json.amount(foreign.get().rate()));
    body.put("rateOrgOps", MULTIPLIED);
  }

  private String withKey(Voucher voucher, String summary) {
    return Summaries.withKey(
        summary, voucher.key(), settings.summaries().keyFirst(), settings.summaries().longest());
  }

  private ArrayNode auxiliaries(Map<Dimension, String> codes) {
    ArrayNode list = Json.array();
    new TreeMap<>(codes)
        .forEach(
            (dimension, code) ->
                list.addObject()
                    .put("filedCode", settings.auxiliary().get(dimension))
                    .put("valueCode", code));
    return list;
  }

  private static DecimalNode amount(Money money, boolean turned) {
    return Json.amount(turned ? money.amount().negate() : money.amount());
  }
}
