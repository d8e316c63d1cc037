package io.dingledger.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** One document of an answer, as people read it. */
final class ReplayText {
  private ReplayText() {}

  /** Prints it and says what it was. */
  static List<ReplayWord> print(JsonNode document, PrintStream out) {
    List<ReplayWord> words = new ArrayList<>();
    out.println(
        (document.path("document").asText()
                + "  "
                + document.path("state").asText()
                + "  "
                + document.path("title").asText())
            .stripTrailing());
    if (document.has("outcome")) {
      words.add(line(ReplayWord.valueOf(document.get("outcome").asText()), document, out));
    }
    for (JsonNode part : document.path("parts")) {
      words.add(line(ReplayWord.valueOf(part.path("verdict").asText()), part, out));
    }
    return words;
  }

  private static ReplayWord line(ReplayWord word, JsonNode part, PrintStream out) {
    StringBuilder line = new StringBuilder("  ");
    if (part.has("key")) {
      line.append(part.get("key").asText()).append("  ");
    }
    line.append(word.words());
    for (JsonNode reference : part.path("references")) {
      line.append("  ").append(reference.path("number").asText());
      line.append(" (").append(reference.path("id").asText()).append(')');
    }
    for (String name : List.of("difference", "until", "detail")) {
      if (part.has(name)) {
        line.append("  ").append(part.get(name).asText());
      }
    }
    if (part.has("waitsFor")) {
      line.append("  等待 · waits for: ").append(part.get("waitsFor").asText());
    }
    JsonNode preview = part.path("preview");
    if (preview.isObject()) {
      line.append("  → ").append(preview.path("outcome").asText());
    }
    out.println(line);
    reason(part, out);
    preview.path("reasons").forEach(reason -> reason(reason, out));
    return word;
  }

  private static void reason(JsonNode part, PrintStream out) {
    if (part.has("zh")) {
      out.println("      " + part.path("code").asText() + "  " + part.path("zh").asText());
      out.println("      " + part.path("en").asText());
    }
  }
}
