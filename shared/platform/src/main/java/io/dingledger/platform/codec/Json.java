package io.dingledger.platform.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Small steps of reading and writing JSON trees. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter ASCII =
      MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Text that UTF-8 keeps: where it could not, because of half a character, all is escaped. */
  static String text(JsonNode json) {
    String text = json.toString();
    return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text : ascii(json);
  }

  static String ascii(JsonNode json) {
    try {
      return ASCII.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree can be written", impossible);
    }
  }

  static JsonNode read(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (json.isObject() || json.isArray()) {
        return json;
      }
    } catch (JsonProcessingException notJson) {
      // Its message would quote the content.
    }
    throw new Unreadable("not JSON");
  }

  static String text(JsonNode json, String field) {
    JsonNode found = json.path(field);
    if (!found.isTextual()) {
      throw new Unreadable(field);
    }
    return found.textValue();
  }

  static long whole(JsonNode json, String field) {
    JsonNode found = json.path(field);
    if (!found.canConvertToLong() || !found.isIntegralNumber()) {
      throw new Unreadable(field);
    }
    return found.longValue();
  }

  static int count(JsonNode json, String field) {
    long whole = whole(json, field);
    if (whole != (int) whole) {
      throw new Unreadable(field);
    }
    return (int) whole;
  }

  static boolean yesOrNo(JsonNode json, String field) {
    JsonNode found = json.path(field);
    if (!found.isBoolean()) {
      throw new Unreadable(field);
    }
    return found.booleanValue();
  }

  static Instant instant(JsonNode json, String field) {
    return Instants.parse(text(json, field));
  }

  static <E extends Enum<E>> E constant(JsonNode json, String field, Class<E> type) {
    return Enum.valueOf(type, text(json, field));
  }

  /** A part of an object; empty when it is absent. */
  static <T> Optional<T> optional(JsonNode json, String field, Function<JsonNode, T> read) {
    JsonNode found = json.path(field);
    return found.isMissingNode() || found.isNull()
        ? Optional.empty()
        : Optional.of(read.apply(json));
  }

  static Optional<String> optionalText(JsonNode json, String field) {
    return optional(json, field, owner -> text(owner, field));
  }

  static Optional<Instant> optionalInstant(JsonNode json, String field) {
    return optional(json, field, owner -> instant(owner, field));
  }

  static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> read) {
    JsonNode found = json.path(field);
    if (!found.isArray()) {
      throw new Unreadable(field);
    }
    List<T> values = new ArrayList<>(found.size());
    found.forEach(each -> values.add(read.apply(each)));
    return values;
  }

  static List<String> texts(JsonNode json, String field) {
    return list(
        json,
        field,
        each -> {
          if (!each.isTextual()) {
            throw new Unreadable(field);
          }
          return each.textValue();
        });
  }

  static Map<String, String> map(JsonNode json, String field) {
    JsonNode found = json.path(field);
    if (!found.isObject()) {
      throw new Unreadable(field);
    }
    Map<String, String> values = new TreeMap<>();
    found.fieldNames().forEachRemaining(name -> values.put(name, text(found, name)));
    return values;
  }

  static Money money(JsonNode json, String field) {
    JsonNode found = json.path(field);
    return new Money(new BigDecimal(text(found, "amount")), text(found, "currency"));
  }

  static ObjectNode money(Money money) {
    return object().put("amount", money.plain()).put("currency", money.currency());
  }

  static <T> void putList(
      ObjectNode json, String field, List<T> values, Function<T, ? extends JsonNode> write) {
    ArrayNode array = json.putArray(field);
    values.forEach(value -> array.add(write.apply(value)));
  }

  static void putTexts(ObjectNode json, String field, List<String> values) {
    ArrayNode array = json.putArray(field);
    values.forEach(array::add);
  }

  /** Writes a map with its names in order, so that equal values give equal texts. */
  static void putMap(ObjectNode json, String field, Map<String, String> values) {
    ObjectNode object = json.putObject(field);
    values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(each -> object.put(each.getKey(), each.getValue()));
  }

  static void putOptional(ObjectNode json, String field, Optional<?> value) {
    value.ifPresent(present -> json.put(field, present.toString()));
  }
}
