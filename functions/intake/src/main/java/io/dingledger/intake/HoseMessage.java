package io.dingledger.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.HoseSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An outbound message of 合思 (易快报) that has proven itself: {@code flowId} with {@code action, state,
 * nodeId} and more. Its form is taken from the vendor's open documentation (2024-05); detail lines
 * are never in it.
 *
 * @param flowId which document, empty when it says none
 * @param text what is kept of it: neither the signKey nor anything about people
 */
record HoseMessage(String flowId, String text) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String FLOW = "flowId";

  /** Seen were {@code ID_3zE…} and the like; what is in it goes into addresses and logs. */
  private static final Pattern USUAL = Pattern.compile("[!-~]+");

  private static final List<String> KEPT = List.of(FLOW, "action", "state", "nodeId");

  /** The message; empty when it is none, or is not signed with the tenant's signKey. */
  static Optional<HoseMessage> read(String body, HoseSettings settings) {
    JsonNode json = tree(body);
    byte[] given = json.path("signKey").asText().getBytes(StandardCharsets.UTF_8);
    byte[] expected = settings.signKey().reveal().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, expected) ? Optional.of(of(json)) : Optional.empty();
  }

  private static HoseMessage of(JsonNode json) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    KEPT.stream()
        .filter(name -> json.path(name).isTextual())
        .forEach(name -> kept.put(name, json.path(name).asText()));
    return new HoseMessage(json.path(FLOW).asText().strip(), kept.toString());
  }

  private static JsonNode tree(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException notJson) {
      return MAPPER.missingNode();
    }
  }

  /** The document's identifier here; empty when the message's can't be one. */
  Optional<DocumentId> document() {
    boolean usable =
        USUAL.matcher(flowId).matches() && flowId.length() <= DocumentId.Inbound.HOSE.longest();
    return usable
        ? Optional.of(DocumentId.ofInbound(DocumentId.Inbound.HOSE, flowId))
        : Optional.empty();
  }

  /** What it says in short, for the document's history. */
  String id() {
    JsonNode json = tree(text);
    return "hose " + json.path("action").asText() + " " + json.path("state").asText();
  }
}
