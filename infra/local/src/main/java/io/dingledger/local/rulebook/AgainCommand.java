package io.dingledger.local.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.RunningSystem;
import io.dingledger.model.failure.Reason;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** {@code ./dev rules again}: has documents that wait for a person processed again. */
final class AgainCommand implements Command {
  private static final String TENANT = "--tenant";
  private static final String BY = "--by";
  private static final String DOCUMENT = "--document";
  private static final String CODE = "--code";
  private static final String ALL_HELD = "--all-held";
  private static final String PREVIEW = "--preview";
  private static final Set<String> OPTIONS = Deployment.options(TENANT, BY, DOCUMENT, CODE);
  private static final String USAGE =
      "./dev rules again --tenant T (--document D | --all-held [--code CODE]) --by P [--preview]";

  @Override
  public String name() {
    return "again";
  }

  @Override
  public String help() {
    return """
          again --tenant T (--document D | --all-held [--code CODE]) --by P [--preview]
                                  重新处理待人处理的单据；--preview 只预览
                                  processes documents again that wait; --preview only says what
                                  would become of them
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    List<String> options = new ArrayList<>(line);
    boolean allHeld = options.remove(ALL_HELD);
    boolean preview = options.remove(PREVIEW);
    Arguments given = Arguments.of(options, OPTIONS).counting(0, 0, USAGE);
    if (allHeld == given.option(DOCUMENT).isPresent()
        || (!allHeld && given.option(CODE).isPresent())) {
      throw new Refusal(RuleBookFault.OPTION_WRONG, USAGE);
    }
    String tenant = given.needed(TENANT);
    ObjectNode body = RunningSystem.body().put("by", given.needed(BY)).put("preview", preview);
    try (RunningSystem system = Deployment.of(given)) {
      return asked(system, tenant, given, body, out);
    }
  }

  private static int asked(
      RunningSystem system, String tenant, Arguments given, ObjectNode body, PrintStream out) {
    List<String> documents =
        given
            .option(DOCUMENT)
            .map(List::of)
            .orElseGet(() -> held(system, tenant, given.option(CODE).orElse("")));
    int refused = 0;
    for (String document : documents) {
      refused += asked(system, tenant, document, body, out) ? 0 : 1;
    }
    out.println("单据 documents: " + documents.size() + ", 被拒 refused: " + refused);
    return refused == 0 ? FINE : FOUND;
  }

  private static boolean asked(
      RunningSystem system, String tenant, String document, ObjectNode body, PrintStream out) {
    try {
      JsonNode answer = system.post(body, tenant, "documents", document, "again");
      String outcome = answer.path("outcome").asText("…");
      String codes =
          String.join(
              " ",
              StreamSupport.stream(answer.path("reasons").spliterator(), false)
                  .map(reason -> reason.path("code").asText())
                  .toList());
      out.println("✔ " + document + "  " + outcome + " " + codes);
      return true;
    } catch (Refusal refusal) {
      Reason why = refusal.reasons().getFirst();
      out.println("✘ " + document + "  " + why.code() + "  " + why.chinese());
      out.println("    " + why.english());
      return false;
    }
  }

  /** All that wait for a person, page by page, before the first of them is moved. */
  private static List<String> held(RunningSystem system, String tenant, String code) {
    List<String> held = new ArrayList<>();
    String cursor = "";
    do {
      String query = "?state=HELD&limit=100" + cursor;
      JsonNode page = system.get(query, tenant, "documents");
      for (JsonNode document : page.path("documents")) {
        boolean isMeant =
            code.isEmpty()
                || StreamSupport.stream(document.path("reasons").spliterator(), false)
                    .anyMatch(reason -> reason.path("code").asText().equals(code));
        if (isMeant && !document.path("kind").asText().equals("notice")) {
          held.add(document.path("id").asText());
        }
      }
      cursor =
          page.has("cursor")
              ? "&cursor=" + URLEncoder.encode(page.get("cursor").asText(), StandardCharsets.UTF_8)
              : "";
    } while (!cursor.isEmpty());
    return held;
  }
}
