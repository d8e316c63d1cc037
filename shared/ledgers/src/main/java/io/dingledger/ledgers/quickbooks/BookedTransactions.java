package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.VoucherKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads transactions as QuickBooks gives them. */
final class BookedTransactions {
  private static final String NO_OTHERS = "DescriptionOnly";

  /** More than the clocks of two servers differ by. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final String currency;
  private final Map<String, String> codesById;

  /**
   * A reader.
   *
   * @param currency the home currency
   * @param codesById the codes of accounts by their ids
   */
  BookedTransactions(String currency, Map<String, String> codesById) {
    this.currency = currency;
    this.codesById = codesById;
  }

  /**
   * What a creation came to. It is posted only when the answer holds a transaction with an id and
   * our key; a replay of an earlier request may hold one of another kind. What was created before
   * this request is replayed too after somebody has deleted it, so that only asking tells.
   *
   * @param began when the request left (UTC)
   */
  static Sent sent(JsonNode tree, VoucherKey key, Instant began) {
    for (TransactionKind kind : TransactionKind.values()) {
      JsonNode entity = tree.path(kind.entity());
      String id = Json.scalar(entity.path("Id"));
      if (!id.isEmpty() && carries(entity, key)) {
        if (created(entity).filter(began.minus(CLOCKS_DIFFER)::isAfter).isPresent()) {
          return unclear("a reply to an earlier request");
        }
        return new Sent.Posted(kind.reference(id, key.value()));
      }
    }
    return unclear("no transaction with id and key");
  }

  private static Sent unclear(String how) {
    return new Sent.Failed(
        QuickBooksForm.FAILURES.of(FailureKind.AMBIGUOUS, LedgerReason.UNCLEAR, how));
  }

  private static Optional<Instant> created(JsonNode entity) {
    try {
      String time = Json.scalar(entity.path("MetaData").path("CreateTime"));
      return Optional.of(OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeParseException notTold) {
      return Optional.empty();
    }
  }

  private static boolean carries(JsonNode entity, VoucherKey key) {
    return Json.scalar(entity.path("DocNumber")).equals(key.value())
        || Json.scalar(entity.path("PrivateNote")).contains("K=" + key.value());
  }

  /** The rows of one transaction; one that cannot be read, or has another number, fails. */
  Answer<List<Row>> rows(TransactionKind kind, JsonNode entity, VoucherKey key) {
    if (!Json.scalar(entity.path("DocNumber")).equals(key.value())) {
      return new Answer.Failed<>(
          QuickBooksForm.FAILURES.of(FailureKind.CONFIG, LedgerReason.OTHER_KEY));
    }
    LedgerReference reference = kind.reference(Json.scalar(entity.path("Id")), key.value());
    List<Row> rows = new ArrayList<>();
    boolean readable = entity.path("Line").isArray();
    for (JsonNode line : entity.path("Line")) {
      readable &= read(kind, entity, line, reference, rows);
    }
    if (kind != TransactionKind.JOURNAL_ENTRY) {
      readable &= balance(kind, entity, reference, rows);
    }
    return readable && !rows.isEmpty()
        ? new Answer.Got<>(rows)
        : new Answer.Failed<>(
            QuickBooksForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, "a line"));
  }

  /** Adds a line's row; whether it could be read. Subtotals and remarks have no amount to book. */
  private boolean read(
      TransactionKind kind,
      JsonNode entity,
      JsonNode line,
      LedgerReference reference,
      List<Row> rows) {
    String type = Json.scalar(line.path("DetailType"));
    if (type.startsWith(NO_OTHERS)) {
      return true;
    }
    Optional<BigDecimal> amount = amount(line.path("Amount"));
    JsonNode detail = line.path(kind.detail());
    String posting = Json.scalar(detail.path("PostingType"));
    boolean known = kind != TransactionKind.JOURNAL_ENTRY || posting.matches("Debit|Credit");
    if (amount.isEmpty() || type.isEmpty() || (detail.isObject() && !known)) {
      return false;
    }
    boolean debit =
        kind == TransactionKind.JOURNAL_ENTRY ? posting.equals("Debit") : !isRefund(entity);
    rows.add(row(entity, reference, detail.path("AccountRef"), amount.get(), debit));
    return true;
  }

  /** The other side of a bill or purchase is in its header. */
  private boolean balance(
      TransactionKind kind, JsonNode entity, LedgerReference reference, List<Row> rows) {
    Optional<BigDecimal> total = amount(entity.path("TotalAmt"));
    String field = kind == TransactionKind.BILL ? "APAccountRef" : "AccountRef";
    total.ifPresent(
        sum -> rows.add(row(entity, reference, entity.path(field), sum, isRefund(entity))));
    return total.isPresent();
  }

  private static boolean isRefund(JsonNode entity) {
    return entity.path("Credit").asBoolean(false);
  }

  /** What cannot be ours, an unknown account or another currency, gets a code that no line has. */
  private Row row(
      JsonNode entity,
      LedgerReference reference,
      JsonNode account,
      BigDecimal amount,
      boolean debit) {
    String id = Json.scalar(account.path("value"));
    String code =
        Optional.ofNullable(codesById.get(id)).filter(known -> !known.isEmpty()).orElse("#" + id);
    String other = Json.scalar(entity.path("CurrencyRef").path("value"));
    boolean foreign = !other.isEmpty() && !other.equalsIgnoreCase(currency);
    return new Row(
        reference.id(),
        reference.number(),
        foreign ? other + " " + code : code,
        debit ? amount : BigDecimal.ZERO,
        debit ? BigDecimal.ZERO : amount);
  }

  private static Optional<BigDecimal> amount(JsonNode node) {
    return Json.scalar(node).isEmpty() ? Optional.empty() : Json.decimal(node);
  }
}
