package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.pay.PayUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A pay item with its person, department and explanation, as they were at translation. Quantity,
 * factor and rate are decimal texts with all their digits.
 */
public final class PayItemCodec implements JsonCodec<PayItem> {
  private static final String ITEMS = "items";

  private final PersonCodec people = new PersonCodec();
  private final DepartmentCodec departments = new DepartmentCodec();

  @Override
  public ObjectNode toJson(PayItem item) {
    ObjectNode json =
        Json.object().put("id", item.id().value()).put("document", item.document().value());
    json.set("person", people.toJson(item.person()));
    json.set("department", departments.toJson(item.department()));
    json.put("item", item.item())
        .put("code", item.code())
        .put("unit", item.unit().word())
        .put("sign", item.sign().word())
        .put("day", item.day().toString())
        .put("quantity", item.quantity().toString())
        .put("factor", item.factor().toString())
        .put("rate", item.rate().toString());
    json.set("amount", Json.money(item.amount()));
    json.set("explanation", ExplanationJson.of(item.explanation()));
    item.reverses().ifPresent(reversed -> json.put("reverses", reversed.value()));
    return json;
  }

  @Override
  public PayItem fromJson(JsonNode json) {
    return new PayItem(
        new PayItemId(Json.text(json, "id")),
        new DocumentId(Json.text(json, "document")),
        people.fromJson(json.path("person")),
        departments.fromJson(json.path("department")),
        Json.text(json, "item"),
        Json.text(json, "code"),
        PayUnit.of(Json.text(json, "unit")).orElseThrow(() -> new Unreadable("unit")),
        PaySign.of(Json.text(json, "sign")).orElseThrow(() -> new Unreadable("sign")),
        LocalDate.parse(Json.text(json, "day")),
        new BigDecimal(Json.text(json, "quantity")),
        new BigDecimal(Json.text(json, "factor")),
        new BigDecimal(Json.text(json, "rate")),
        Json.money(json, "amount"),
        ExplanationJson.read(json.path("explanation")),
        Json.optionalText(json, "reverses").map(PayItemId::new));
  }

  /** Several items as one text, in their order. */
  public String encodeAll(List<PayItem> items) {
    ObjectNode json = Json.object();
    Json.putList(json, ITEMS, items, this::toJson);
    return Json.text(json);
  }

  /**
   * The items of a text.
   *
   * @throws Unreadable when it is none of {@link #encodeAll}
   */
  public List<PayItem> decodeAll(String text) {
    try {
      return Json.list(Json.read(text), ITEMS, this::fromJson);
    } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
      throw new Unreadable(ITEMS);
    }
  }
}
