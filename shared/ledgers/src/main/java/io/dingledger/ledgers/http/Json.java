package io.dingledger.ledgers.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** JSON trees with exact decimals. Anything after the first value makes a text unreadable. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty array. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** A tree as text, decimals in plain notation. */
  public static String text(JsonNode tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree can always be written", impossible);
    }
  }

  /** The tree of a text, unless it is not one JSON value. */
  public static Optional<JsonNode> tree(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      return tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** A text or number as text; empty for anything else, absent and null included. */
  public static String scalar(JsonNode node) {
    return node.isTextual() || node.isNumber() ? node.asText().strip() : "";
  }

  /** An amount with its trailing zeros, which the node factory would drop. */
  public static DecimalNode amount(BigDecimal amount) {
    return DecimalNode.valueOf(amount);
  }

  /** A number, or a text that is one; nothing and empty text count as zero. */
  public static Optional<BigDecimal> decimal(JsonNode node) {
    if (node.isNumber()) {
      return Optional.of(node.decimalValue());
    }
    if (node.isNull() || node.isMissingNode() || (node.isTextual() && scalar(node).isEmpty())) {
      return Optional.of(BigDecimal.ZERO);
    }
    try {
      return node.isTextual() ? Optional.of(new BigDecimal(scalar(node))) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
