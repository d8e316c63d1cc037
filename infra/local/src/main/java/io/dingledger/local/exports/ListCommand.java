package io.dingledger.local.exports;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Lists what waits, the batches, and each time that one was taken away. */
final class ListCommand implements Command {
  private static final Set<String> OPTIONS = Deployment.options("--tenant");

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String help() {
    return """
          list --tenant T         列出等待的张数、各批次及其每次导出
                                  lists how many wait, the batches, and each time one was taken
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given = Arguments.of(line, OPTIONS).counting(0, 0, "./dev exports list --tenant T");
    JsonNode answer =
        Deployment.ask(given, system -> system.get("", given.needed("--tenant"), "exports"));
    out.println("等待 · waiting: " + answer.path("waiting").asInt());
    answer.path("batches").forEach(batch -> print(batch, out));
    return FINE;
  }

  /** A batch and its takings. */
  static void print(JsonNode batch, PrintStream out) {
    out.println(
        "%4d  %s  %s  凭证 vouchers %d"
            .formatted(
                batch.path("number").asInt(),
                batch.path("at").asText(),
                batch.path("by").asText(),
                batch.path("vouchers").asInt()));
    for (JsonNode taking : batch.path("takings")) {
      int copy = taking.path("copy").asInt();
      out.println(
          "      第%d次导出 copy %d  %s  %s  %s"
              .formatted(
                  copy,
                  copy,
                  taking.path("at").asText(),
                  taking.path("by").asText(),
                  taking.path("format").asText()));
    }
  }
}
