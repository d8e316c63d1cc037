package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.RunningSystem;
import io.dingledger.model.failure.Reason;
import java.io.PrintStream;
import java.util.Optional;

/** Prints what the operator's interface answers about tenants. */
final class Answers {
  private Answers() {}

  /** What changes, or would; of secrets only that they do. */
  static void changes(JsonNode answer, PrintStream out) {
    if (answer.path("changes").isEmpty()) {
      out.println("  没有变化 · nothing changes");
    }
    for (JsonNode change : answer.path("changes")) {
      String name = change.path("name").asText();
      if (change.has("secret")) {
        out.println("  " + mark(change.path("secret").asText()) + " " + name + " ***");
      } else if (!change.has("from")) {
        out.println("  + " + name + ": " + change.path("to").asText());
      } else if (!change.has("to")) {
        out.println("  - " + name + ": " + change.path("from").asText());
      } else {
        out.println(
            "  ~ "
                + name
                + ": "
                + change.path("from").asText()
                + " → "
                + change.path("to").asText());
      }
    }
  }

  private static String mark(String word) {
    return switch (word) {
      case "added" -> "+";
      case "removed" -> "-";
      default -> "~";
    };
  }

  /**
   * Where DingTalk and other systems send to.
   *
   * @param url the address of the interface for callbacks, when it is not the system's own
   */
  static void addresses(
      JsonNode done, RunningSystem system, Optional<String> url, PrintStream out) {
    Optional<String> base = system.takesCallbacks() ? Optional.of(system.base().toString()) : url;
    String at = base.map(given -> given.replaceFirst("/+$", "")).orElse("…");
    if (done.has("callback")) {
      out.println(
          "填入钉钉的回调地址 · callback address, to be entered at DingTalk:\n  "
              + at
              + "/callback/"
              + done.path("callback").asText());
    }
    if (done.has("inbound")) {
      out.println(
          "其他系统推送单据的地址 · address for documents of other systems:\n  "
              + at
              + "/inbound/"
              + done.path("inbound").asText());
    }
    if (base.isEmpty() && (done.has("callback") || done.has("inbound"))) {
      out.println(
          """
            … 是模板输出 CallbackUrl 中 /callback/ 之前的部分，也可用 --url 给出
            … is what stands before /callback/ in the template's output CallbackUrl; or give it by --url\
          """);
    }
  }

  /** What became of the rule book. */
  static int ruleBook(JsonNode answer, PrintStream out) {
    if (answer.has("code")) {
      out.println("规则簿未启用 · the rule book is not in force:");
      out.println("  " + answer.path("code").asText() + "  " + answer.path("zh").asText());
      out.println("    " + answer.path("en").asText());
      return Command.FOUND;
    }
    if (answer.has("version")) {
      out.println("规则簿 rule book: " + answer.path("version").asText());
    }
    out.println("✔");
    return Command.FINE;
  }

  /** A reason in both languages. */
  static void reason(DeskFault fault, PrintStream out, Object... arguments) {
    Reason reason = Reason.of(fault, arguments);
    out.println(reason.code() + "  " + reason.chinese());
    out.println("    " + reason.english());
  }
}
