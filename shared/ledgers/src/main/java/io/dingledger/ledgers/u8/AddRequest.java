package io.dingledger.ledgers.u8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.u8.U8Settings.Entries;
import io.dingledger.ledgers.yonyou.Summaries;
import io.dingledger.ledgers.yonyou.Unwritable;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a voucher as the body of {@code voucher/add} (open.yonyouup.com, 总账类 → voucher/add). The
 * calendar year and month are the fiscal ones.
 */
final class AddRequest {
  private static final String EXTERNAL = "CDM";

  private final U8Settings settings;

  AddRequest(U8Settings settings) {
    this.settings = settings;
  }

  /** The body, or why this voucher can't be written with these settings. */
  Answer<ObjectNode> body(Voucher voucher) {
    return Unwritable.tooFine(voucher, U8Form.FAILURES)
        .or(() -> foreign(voucher))
        .or(() -> otherCurrency(voucher))
        .<Answer<ObjectNode>>map(Answer.Failed::new)
        .orElseGet(() -> new Answer.Got<>(written(voucher)));
  }

  private static Optional<Failure> foreign(Voucher voucher) {
    return voucher.lines().stream()
        .map(VoucherLine::foreign)
        .flatMap(Optional::stream)
        .map(Foreign::amount)
        .findFirst()
        .map(
            amount ->
                U8Form.FAILURES.of(
                    FailureKind.DATA, LedgerReason.FOREIGN_UNSUPPORTED, amount.currency()));
  }

  private Optional<Failure> otherCurrency(Voucher voucher) {
    return Optional.of(voucher.currency())
        .filter(currency -> !currency.equals(settings.header().currency()))
        .map(
            currency ->
                U8Form.FAILURES.of(FailureKind.DATA, LedgerReason.CURRENCY_UNMAPPED, currency));
  }

  private ObjectNode written(Voucher voucher) {
    ObjectNode body = Json.object();
    ObjectNode header =
        body.putObject("voucher")
            .put("voucher_type", settings.header().voucherType())
            .put("fiscal_year", voucher.date().getYear())
            .put("accounting_period", voucher.date().getMonthValue())
            .put("voucher_id", "")
            .put("date", voucher.date().toString())
            .put("enter", settings.header().maker())
            .put("attachment_number", voucher.attachments())
            .put("reserve2", voucher.key().value())
            .put("voucher_making_system", EXTERNAL);
    ArrayNode debit = header.putObject("debit").putArray("entry");
    ArrayNode credit = header.putObject("credit").putArray("entry");
    int number = 1;
    for (VoucherLine line : voucher.lines()) {
      (line.side() == Side.DEBIT ? debit : credit).add(entry(voucher, line, number++));
    }
    return body;
  }

  private ObjectNode entry(Voucher voucher, VoucherLine line, int number) {
    Entries style = settings.entries();
    String summary = Summaries.of(voucher, line, Integer.MAX_VALUE);
    ObjectNode entry =
        Json.object()
            .put("entry_id", number)
            .put("account_code", line.account())
            .put(
                "abstract",
                Summaries.withKey(
                    summary, voucher.key(), style.keyFirst(), style.longestSummary()));
    entry.set(
        line.side() == Side.DEBIT ? style.debitField() : style.creditField(),
        Json.amount(line.amount().amount()));
    if (!line.dimensions().isEmpty()) {
      ObjectNode auxiliary = entry.putObject("auxiliary");
      new TreeMap<>(line.dimensions())
          .forEach((dimension, code) -> auxiliary.put(style.auxiliary().get(dimension), code));
    }
    return entry;
  }
}
