package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A voucher in the sandbox's book.
 *
 * @param id its internal id
 * @param number its number within period and group
 * @param status {@code A} created or {@code C} audited
 * @param model its content as it was saved; a copy
 */
public record SandboxVoucher(long id, int number, String status, ObjectNode model) {
  public SandboxVoucher {
    model = model.deepCopy();
  }

  @Override
  public ObjectNode model() {
    return model.deepCopy();
  }

  /** The voucher's date. */
  public LocalDate date() {
    return LocalDate.parse(child(model, "FDate").asText());
  }

  /** The voucher's period. */
  public YearMonth period() {
    return YearMonth.of(child(model, "FYEAR").asInt(), child(model, "FPERIOD").asInt());
  }

  /** The sum of its debits. */
  public BigDecimal debit() {
    return sum("FDEBIT");
  }

  /** The sum of its credits. */
  public BigDecimal credit() {
    return sum("FCREDIT");
  }

  /** The number of its entries. */
  public int size() {
    return child(model, "FEntity").size();
  }

  /** Whether a text field of the header or of an entry holds this value. */
  public boolean holds(String field, String value) {
    return child(model, field).asText().equals(value)
        || entries().anyMatch(entry -> child(entry, field).asText().equals(value));
  }

  /** The content itself, for reading many fields. */
  JsonNode content() {
    return model;
  }

  Stream<JsonNode> entries() {
    return child(model, "FEntity").valueStream();
  }

  String group() {
    return child(model, "FVOUCHERGROUPID").path("FNumber").asText();
  }

  /** A field by name; Kingdee does not mind its capitals. */
  static JsonNode child(JsonNode parent, String name) {
    Optional<String> spelt =
        parent.propertyStream().map(Map.Entry::getKey).filter(name::equalsIgnoreCase).findFirst();
    return parent.path(spelt.orElse(name));
  }

  private BigDecimal sum(String field) {
    return entries()
        .map(entry -> child(entry, field).decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
