package io.dingledger.ledgers.tplus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.chanjet.KeyedSummary;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a voucher as the body of {@code doc/Create}. Field names, the spelling {@code Entrys} and
 * amounts as texts are those of the vendor's SDK demo.
 */
record CreateRequest(TplusSettings settings) {
  private static final int DECIMALS = 2;

  /** The body, or why this voucher is not written. */
  Answer<ObjectNode> body(Voucher voucher) {
    Optional<Failure> unfit = unfit(voucher);
    if (unfit.isPresent()) {
      return new Answer.Failed<>(unfit.get());
    }
    ObjectNode dto =
        Json.object()
            .put("VoucherDate", voucher.date().toString())
            .put("ExternalCode", voucher.key().value());
    dto.set("DocType", coded(settings.documentType()));
    dto.put("AttachedVoucherNum", voucher.attachments());
    ArrayNode entries = dto.putArray("Entrys");
    voucher.lines().forEach(line -> entries.add(entry(voucher, line)));
    ObjectNode body = Json.object();
    body.set("dto", dto);
    return new Answer.Got<>(body);
  }

  private Optional<Failure> unfit(Voucher voucher) {
    Optional<String> foreign =
        voucher.lines().stream()
            .flatMap(line -> line.foreign().stream())
            .map(Foreign::amount)
            .map(Money::currency)
            .findFirst();
    if (foreign.isPresent()) {
      return refused(LedgerReason.FOREIGN_UNSUPPORTED, foreign.get());
    }
    if (Money.scaleOf(voucher.currency()) > DECIMALS) {
      return refused(LedgerReason.TOO_FINE, DECIMALS, voucher.currency());
    }
    return voucher.currency().equals(settings.currency())
        ? Optional.empty()
        : refused(LedgerReason.CURRENCY_UNMAPPED, voucher.currency());
  }

  private static Optional<Failure> refused(LedgerReason reason, Object... arguments) {
    return Optional.of(TplusForm.FAILURES.of(FailureKind.DATA, reason, arguments));
  }

  private ObjectNode entry(Voucher voucher, VoucherLine line) {
    ObjectNode entry =
        Json.object().put("Summary", KeyedSummary.of(voucher, line, settings.summaryLength()));
    entry.set("Account", coded(line.account()));
    entry.set("Currency", coded(settings.currencyCode()));
    entry.put(line.side() == Side.DEBIT ? "AmountDr" : "AmountCr", line.amount().plain());
    ArrayNode auxiliaries = entry.putArray("AuxInfos");
    if (!line.dimensions().isEmpty()) {
      auxiliaries.add(auxiliary(line.dimensions()));
    }
    return entry;
  }

  private ObjectNode auxiliary(Map<Dimension, String> codes) {
    ObjectNode auxiliary = Json.object();
    new TreeMap<>(codes)
        .forEach(
            (dimension, code) ->
                auxiliary.set(settings.dimensionFields().get(dimension), coded(code)));
    return auxiliary;
  }

  private static ObjectNode coded(String code) {
    return Json.object().put("Code", code);
  }
}
