package io.dingledger.dingtalk.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes JSON as trees, without reflection and without ever touching a digit: decimals
 * keep every figure they came with and are printed plain. Nothing here throws on bad input.
 */
public final class JsonTexts {
  /** JSON nested deeper than this is not read; DingTalk's own stays below ten. */
  public static final int DEEPEST_NESTING = 100;

  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_STRING = 8 * 1024 * 1024;
  private static final int WIDEST_PLAIN_SCALE = 100;

  private static final JsonMapper MAPPER = mapper();
  private static final JsonMapper SORTING =
      mapper().rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private JsonTexts() {}

  private static JsonMapper mapper() {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST_NESTING)
            .maxNumberLength(LONGEST_NUMBER)
            .maxStringLength(LONGEST_STRING)
            .build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  /** A new, empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The tree of a JSON text; empty when it is not one JSON value, or beyond the limits. */
  public static Optional<JsonNode> parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException unreadable) {
      return Optional.empty();
    }
  }

  /** The tree of a JSON text that must be an object. */
  public static Optional<ObjectNode> parseObject(String text) {
    return parse(text).filter(JsonNode::isObject).map(ObjectNode.class::cast);
  }

  /**
   * The node itself, or the JSON that its text holds: DingTalk wraps JSON in strings, and not
   * always. Missing when there is neither an array nor an object.
   */
  public static JsonNode unwrapped(JsonNode node) {
    if (node.isContainerNode()) {
      return node;
    }
    String text = node.isTextual() ? node.textValue().strip() : "";
    boolean structured = text.startsWith("[") || text.startsWith("{");
    return structured ? parse(text).orElse(MissingNode.getInstance()) : MissingNode.getInstance();
  }

  /** A compact JSON text of the tree, numbers plain. */
  public static String render(JsonNode node) {
    return written(MAPPER, node);
  }

  /** The same text for the same content, whatever the order of its fields. */
  public static String canonical(JsonNode node) {
    return written(SORTING, node);
  }

  private static String written(JsonMapper writer, JsonNode node) {
    try {
      return scrubbed(writer.writeValueAsString(node));
    } catch (JsonProcessingException absurdNumber) {
      return scrubbed(node.toString());
    }
  }

  /** A scalar as text (numbers plain), empty for null and missing; arrays and objects as JSON. */
  public static String text(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return "";
    }
    if (node.isContainerNode()) {
      return render(node);
    }
    return node.isNumber() ? plain(node.decimalValue()) : scrubbed(node.asText());
  }

  /** As {@link #text}, but empty for arrays and objects. */
  public static String scalar(JsonNode node) {
    return node.isContainerNode() ? "" : text(node);
  }

  /** The field of the first of these names that is there and not null; then ignoring case. */
  public static JsonNode field(JsonNode object, String... names) {
    for (String name : names) {
      if (object.hasNonNull(name)) {
        return object.get(name);
      }
    }
    for (String name : names) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (field.getKey().equalsIgnoreCase(name) && !field.getValue().isNull()) {
          return field.getValue();
        }
      }
    }
    return MissingNode.getInstance();
  }

  private static String plain(BigDecimal number) {
    // 1e999999999 is nine characters of input and a gigabyte of zeros when printed plain.
    return Math.abs((long) number.scale()) <= WIDEST_PLAIN_SCALE
        ? number.toPlainString()
        : number.toString();
  }

  /** Half a surrogate pair cannot be written as UTF-8, so no queue or store would take it. */
  private static String scrubbed(String text) {
    int[] points =
        text.codePoints()
            .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
            .toArray();
    return new String(points, 0, points.length);
  }
}
