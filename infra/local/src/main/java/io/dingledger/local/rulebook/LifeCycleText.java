package io.dingledger.local.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Prints the system's answers about rule books. */
final class LifeCycleText {
  private LifeCycleText() {}

  static void list(JsonNode answer, PrintStream out) {
    for (JsonNode version : answer.path("versions")) {
      line(version, out);
    }
    out.println("生效 · in force:");
    for (JsonNode each : answer.path("inForce")) {
      out.println("  " + each.path("from").asText() + " → " + each.path("version").asText());
    }
  }

  static void version(JsonNode version, PrintStream out) {
    line(version, out);
    for (JsonNode step : version.path("history")) {
      out.println(
          "  %s  %-9s  %s %s"
              .formatted(
                  step.path("at").asText(),
                  step.path("step").asText(),
                  step.path("by").asText(),
                  step.path("from").asText()));
      JsonNode proof = step.path("proof");
      if (proof.isObject()) {
        out.println(
            "      报告 report %s, 单据 documents %d"
                .formatted(proof.path("report").asText(), proof.path("documents").size()));
        for (JsonNode each : proof.path("abnormal")) {
          out.println(
              "      异常 abnormal %s: %s"
                  .formatted(each.path("document").asText(), each.path("what").asText()));
        }
      }
    }
    if (version.has("text")) {
      out.println();
      out.print(version.get("text").asText());
    }
  }

  private static void line(JsonNode version, PrintStream out) {
    out.println(
        "%s  %-9s  %s"
            .formatted(
                version.path("version").asText(),
                version.path("state").asText(),
                version.path("authors").toString()));
  }
}
