package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.yonyou.Summaries;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A voucher as {@code queryVouchers} lists it. Its fields are in lower case there ({@code
 * billcode}, {@code debit_org}) and in camel case elsewhere; both are read.
 *
 * @param id the ledger's id
 * @param isVoid whether it was made void (作废)
 * @param rows its entries
 * @param texts its summaries
 * @param sources its external source fields
 * @param isSilent whether it has no entry with a summary, as a draft may: it can't be told by them
 */
record ListedVoucher(
    String id,
    boolean isVoid,
    List<Row> rows,
    List<String> texts,
    List<String> sources,
    boolean isSilent) {
  private static final String VOID = "05";

  ListedVoucher {
    rows = List.copyOf(rows);
    texts = List.copyOf(texts);
    sources = List.copyOf(sources);
  }

  /** Reads one of the list; empty when it can't be told what it is. */
  static Optional<ListedVoucher> of(JsonNode entry) {
    JsonNode header = entry.path("header");
    JsonNode body = entry.path("body");
    String id = Json.scalar(header.path("id"));
    if (id.isEmpty() || !body.isArray()) {
      return Optional.empty();
    }
    String number = Json.scalar(either(header, "billcode", "billCode"));
    List<Row> rows = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    texts.add(Json.scalar(header.path("description")));
    boolean hasSummaries = false;
    for (JsonNode line : body) {
      Optional<Row> row = row(id, number, line);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      rows.add(row.get());
      hasSummaries |= line.has("description");
      texts.add(Json.scalar(line.path("description")));
    }
    boolean isVoid = Json.scalar(either(header, "voucherstatus", "voucherStatus")).equals(VOID);
    List<String> sources = new ArrayList<>(sources(header));
    sources.addAll(sources(entry));
    return Optional.of(new ListedVoucher(id, isVoid, rows, texts, sources, !hasSummaries));
  }

  /** The values of the fields that name an external source, however they are capitalised. */
  static List<String> sources(JsonNode parent) {
    return parent
        .propertyStream()
        .filter(field -> field.getKey().toLowerCase(Locale.ROOT).startsWith("externalsourcedata"))
        .map(Map.Entry::getValue)
        .map(Json::scalar)
        .toList();
  }

  /** Whether it carries this key. */
  boolean holds(VoucherKey key) {
    return sources.contains(key.value())
        || texts.stream().anyMatch(text -> Summaries.holds(text, key));
  }

  /** Whether it may be this voucher after somebody has rewritten its summaries or entries. */
  boolean mayHaveBeen(Voucher voucher) {
    if (isSilent) {
      return true;
    }
    BigDecimal total = rows.stream().map(Row::debit).reduce(BigDecimal.ZERO, BigDecimal::add);
    return texts.stream().noneMatch(Summaries::holdsAnyKey)
        && total.abs().compareTo(voucher.debit().amount().abs()) == 0;
  }

  private static Optional<Row> row(String id, String number, JsonNode line) {
    JsonNode debit = either(line, "debit_org", "debitOrg");
    JsonNode credit = either(line, "credit_org", "creditOrg");
    Optional<BigDecimal> in = Json.decimal(debit);
    Optional<BigDecimal> out = Json.decimal(credit);
    if ((debit.isMissingNode() && credit.isMissingNode()) || in.isEmpty() || out.isEmpty()) {
      return Optional.empty();
    }
    JsonNode account = either(line, "accsubject", "accSubject").path("code");
    return Optional.of(new Row(id, number, Json.scalar(account), in.get(), out.get()));
  }

  private static JsonNode either(JsonNode parent, String lower, String camel) {
    return parent.has(lower) ? parent.path(lower) : parent.path(camel);
  }
}
