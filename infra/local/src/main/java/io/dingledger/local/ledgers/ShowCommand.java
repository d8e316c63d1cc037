package io.dingledger.local.ledgers;

import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Abilities;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.LedgerDescription.Text;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Refusal;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Shows a type of ledger: its form, what it can do and how sure that is. */
final class ShowCommand implements Command {
  @Override
  public String name() {
    return "show";
  }

  @Override
  public String help() {
    return """
          show TYPE               某类账务系统的设置项、能力与把握程度
                                  a type's settings, what it can do, and how sure that is
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    String wanted =
        Arguments.of(line, Set.of()).counting(1, 1, "./dev ledgers show TYPE").plain().getFirst();
    LedgerDescription type =
        Ledgers.descriptions().stream()
            .filter(each -> each.type().equals(wanted))
            .findFirst()
            .orElseThrow(() -> new Refusal(LedgersFault.TYPE_UNKNOWN, wanted, known()));
    out.println(type.type() + "  " + type.name().chinese() + "  " + type.name().english());
    both(type.guarantee(), "  ", out);
    abilities(type, out);
    out.println();
    out.println("设置 · settings");
    type.settings().forEach(setting -> setting(setting, out));
    out.println();
    out.println("各类通用 · of every type");
    Ledgers.commonSettings().forEach(setting -> setting(setting, out));
    out.println();
    out.println("依据 · what it relies on");
    for (Fact fact : type.facts()) {
      out.println("  [" + Words.of(fact.certainty()) + "]");
      both(fact.what(), "    ", out);
    }
    both(type.unsure(), "  ", out);
    return FINE;
  }

  private static void abilities(LedgerDescription type, PrintStream out) {
    Abilities abilities = type.abilities();
    out.println("  防重 · against doubling: " + Words.of(abilities.guard()));
    out.println("  冲销 · taken back by: " + Words.of(abilities.redStyle()));
    out.println("  外币分录 · foreign lines: " + Words.yes(abilities.foreignLines()));
    out.println("  附件 · files: " + Words.yes(abilities.attaches()));
    out.println("  可读的基础资料 · master data: " + Words.tells(abilities));
    out.println(
        "  默认限额 · limits: 同时 at once "
            + type.limits().atOnce()
            + ", 每分钟 a minute "
            + type.limits().perMinute());
  }

  private static void setting(Setting setting, PrintStream out) {
    out.println(
        "  "
            + setting.key()
            + "  "
            + setting.label().chinese()
            + " · "
            + setting.label().english()
            + (setting.secret() ? "  (保密 · secret)" : "")
            + required(setting.requirement())
            + (setting.defaultValue().isEmpty() ? "" : "  [" + setting.defaultValue() + "]"));
    both(setting.help(), "      ", out);
    setting
        .warning()
        .ifPresent(
            warning -> {
              out.println("      ⚠ " + warning.chinese());
              out.println("        " + warning.english());
            });
  }

  private static String required(Requirement requirement) {
    if (requirement.values().isEmpty()) {
      return "";
    }
    return requirement.decider().isEmpty()
        ? "  必填 · required"
        : "  必填 · required: "
            + requirement.decider()
            + " = "
            + String.join(" | ", new TreeSet<>(requirement.values()));
  }

  private static void both(Text text, String indent, PrintStream out) {
    out.println(indent + text.chinese());
    out.println(indent + text.english());
  }

  private static String known() {
    return String.join(", ", Ledgers.descriptions().stream().map(LedgerDescription::type).toList());
  }
}
