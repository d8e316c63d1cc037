package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes a voucher as a journal entry, or as a bill or purchase where that is wanted and fits. */
final class TransactionRequest {
  /** QuickBooks' own limit for descriptions. */
  private static final int LONGEST_DESCRIPTION = 4000;

  /** Made once for DingLedger; a request id is a name within it. */
  private static final UUID NAMESPACE = UUID.fromString("6f1d6f0c-9c1b-4d0e-8a55-0d1c2f6f7b11");

  private final QuickBooksSettings settings;

  TransactionRequest(QuickBooksSettings settings) {
    this.settings = settings;
  }

  /** What is sent. */
  record Written(TransactionKind kind, ObjectNode content) {}

  /**
   * Whether a voucher could be a bill or a purchase with any settings: one credit line, several
   * debits, nothing negative. Of the voucher alone, so that it holds whatever settings were or will
   * be.
   */
  static boolean isExpense(Voucher voucher) {
    long credits = voucher.lines().stream().filter(line -> line.side() == Side.CREDIT).count();
    return credits == 1 && voucher.lines().stream().noneMatch(line -> line.amount().isNegative());
  }

  /**
   * The id by which QuickBooks knows a repeat: the same at every try, whatever the voucher becomes
   * (UUID version 5, RFC 9562).
   */
  static String requestId(VoucherKey key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      byte[] hash = digest.digest(key.value().getBytes(StandardCharsets.US_ASCII));
      hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
      hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
      ByteBuffer bits = ByteBuffer.wrap(hash);
      return new UUID(bits.getLong(), bits.getLong()).toString();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }

  /** The voucher in the shape that the settings want and that holds all of it. */
  Written written(Voucher voucher, List<ResolvedLine> lines) {
    TransactionKind wanted = settings.expenses().kind();
    boolean fits =
        wanted != TransactionKind.JOURNAL_ENTRY && isExpense(voucher) && fits(wanted, lines);
    return fits
        ? new Written(wanted, expense(wanted, voucher, lines))
        : new Written(TransactionKind.JOURNAL_ENTRY, journalEntry(voucher, lines));
  }

  private ObjectNode journalEntry(Voucher voucher, List<ResolvedLine> lines) {
    ObjectNode entry = header(voucher);
    ArrayNode array = entry.putArray("Line");
    for (ResolvedLine line : lines) {
      ObjectNode detail = Json.object();
      detail.put("PostingType", line.side() == Side.DEBIT ? "Debit" : "Credit");
      detail.set("AccountRef", reference(line.account().id()));
      line.id(NameKind.CLASS).ifPresent(id -> detail.set("ClassRef", reference(id)));
      line.id(NameKind.DEPARTMENT).ifPresent(id -> detail.set("DepartmentRef", reference(id)));
      line.person()
          .ifPresent(
              kind ->
                  detail
                      .putObject("Entity")
                      .put("Type", kind.entity())
                      .set("EntityRef", reference(line.id(kind).orElseThrow())));
      array.add(line(voucher, line, TransactionKind.JOURNAL_ENTRY, detail));
    }
    return entry;
  }

  /**
   * A bill needs a vendor; its location is one for all lines; and a debit line keeps no vendor or
   * employee. What does not fit stays a journal entry, which loses nothing.
   */
  private boolean fits(TransactionKind kind, List<ResolvedLine> lines) {
    ResolvedLine credit = credit(lines);
    boolean debitsFit =
        lines.stream()
            .filter(line -> line != credit)
            .noneMatch(line -> line.person().filter(who -> who != NameKind.CUSTOMER).isPresent());
    boolean oneLocation =
        debits(lines).stream().map(line -> line.id(NameKind.DEPARTMENT)).distinct().count() == 1;
    return settings.expenses().accounts().contains(credit.line().account())
        && (kind != TransactionKind.BILL || credit.id(NameKind.VENDOR).isPresent())
        && credit.id(NameKind.CLASS).isEmpty()
        && debitsFit
        && oneLocation
        && agrees(credit, lines);
  }

  /** The payable line's own location must not be lost under another one of the lines. */
  private static boolean agrees(ResolvedLine credit, List<ResolvedLine> lines) {
    Optional<String> location = credit.id(NameKind.DEPARTMENT);
    return location.isEmpty() || location.equals(debits(lines).getFirst().id(NameKind.DEPARTMENT));
  }

  private ObjectNode expense(TransactionKind kind, Voucher voucher, List<ResolvedLine> lines) {
    ResolvedLine credit = credit(lines);
    ObjectNode expense = header(voucher);
    if (kind == TransactionKind.BILL) {
      expense.set("VendorRef", reference(credit.id(NameKind.VENDOR).orElseThrow()));
      expense.set("APAccountRef", reference(credit.account().id()));
    } else {
      expense.put("PaymentType", settings.expenses().paymentType());
      expense.set("AccountRef", reference(credit.account().id()));
      credit
          .person()
          .ifPresent(
              who ->
                  expense.set(
                      "EntityRef",
                      reference(credit.id(who).orElseThrow()).put("type", who.entity())));
    }
    debits(lines)
        .getFirst()
        .id(NameKind.DEPARTMENT)
        .ifPresent(id -> expense.set("DepartmentRef", reference(id)));
    ArrayNode array = expense.putArray("Line");
    debits(lines).forEach(line -> array.add(line(voucher, line, kind, detail(line))));
    return expense;
  }

  private ObjectNode detail(ResolvedLine line) {
    ObjectNode detail = Json.object();
    detail.set("AccountRef", reference(line.account().id()));
    line.id(NameKind.CLASS).ifPresent(id -> detail.set("ClassRef", reference(id)));
    line.id(NameKind.CUSTOMER).ifPresent(id -> detail.set("CustomerRef", reference(id)));
    if (!settings.expenses().taxCode().isEmpty()) {
      detail.set("TaxCodeRef", reference(settings.expenses().taxCode()));
    }
    return detail.put("BillableStatus", "NotBillable");
  }

  /** Ids and empty texts are left out: QuickBooks refuses them in what is new. */
  private ObjectNode header(Voucher voucher) {
    ObjectNode header =
        Json.object()
            .put("DocNumber", voucher.key().value())
            .put("TxnDate", voucher.date().toString())
            .put("PrivateNote", "K=" + voucher.key().value());
    if (settings.multicurrency()) {
      header.set("CurrencyRef", reference(settings.currency()));
    }
    return header;
  }

  private static ObjectNode line(
      Voucher voucher, ResolvedLine line, TransactionKind kind, ObjectNode detail) {
    VoucherLine source = line.line();
    String summary = source.summary().isBlank() ? voucher.summary() : source.summary();
    ObjectNode node = Json.object();
    if (!summary.isBlank()) {
      node.put("Description", cut(summary));
    }
    node.set("Amount", Json.amount(line.amount()));
    node.put("DetailType", kind.detail());
    node.set(kind.detail(), detail);
    return node;
  }

  private static ResolvedLine credit(List<ResolvedLine> lines) {
    return lines.stream().filter(line -> line.side() == Side.CREDIT).findFirst().orElseThrow();
  }

  private static List<ResolvedLine> debits(List<ResolvedLine> lines) {
    return lines.stream().filter(line -> line.side() == Side.DEBIT).toList();
  }

  private static ObjectNode reference(String id) {
    return Json.object().put("value", id);
  }

  private static String cut(String text) {
    int[] characters = text.codePoints().limit(LONGEST_DESCRIPTION).toArray();
    return new String(characters, 0, characters.length);
  }
}
