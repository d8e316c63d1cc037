package io.dingledger.ledgers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.LedgerDescription.Abilities;
import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerDescription.RedStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/ledgers.md} come from the descriptions. They are written anew with
 * {@code -Ddingledger.ledgers=write}.
 */
class LedgersPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "ledgers.md");
  private static final String WRITE = "dingledger.ledgers";

  @Test
  void theTablesOfAllTypesAreThoseOfThePage() throws IOException {
    String page = Files.readString(PAGE);
    String current = replaced(replaced(page, "abilities", abilities()), "facts", facts());
    if ("write".equals(System.getProperty(WRITE))) {
      Files.writeString(PAGE, current);
      return;
    }
    assertEquals(
        current,
        page,
        "write the page anew: mvn test -Dtest=LedgersPageTest -D" + WRITE + "=write");
  }

  @Test
  void everyTypeSaysHowSureItsFactsAreAndNoneClaimsToHaveBeenTriedLiveWithoutProof() {
    for (LedgerDescription type : Ledgers.descriptions()) {
      assertTrue(type.facts().size() >= 3, type.type());
      assertTrue(
          type.facts().stream().noneMatch(fact -> fact.certainty() == Certainty.TRIED_LIVE),
          "put the protocol of the trial into docs/ledgers before this is claimed");
    }
  }

  private static String replaced(String page, String name, String table) {
    String begin = "<!-- " + name + " -->\n";
    String end = "<!-- /" + name + " -->";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf(end);
    assertTrue(from >= begin.length() && to >= from, name);
    return page.substring(0, from) + "\n" + table + "\n" + page.substring(to);
  }

  private static String abilities() {
    StringBuilder table = new StringBuilder();
    table.append("| 类型 type | 名称 name | 防重 against doubling | 冲销 taken back by |");
    table.append(" 外币 foreign lines | 附件 files | 基础资料 master data | 限额 at once / minute |\n");
    table.append("|---|---|---|---|---|---|---|---|\n");
    for (LedgerDescription type : Ledgers.descriptions()) {
      Abilities can = type.abilities();
      table.append(
          "| [`%s`](ledgers/%s.md) | %s %s | %s | %s | %s | %s | %d | %d / %d |%n"
              .formatted(
                  type.type(),
                  type.type(),
                  type.name().chinese(),
                  type.name().english(),
                  of(can.guard()),
                  can.redStyle() == RedStyle.NEGATIVE_AMOUNTS ? "红字 red" : "反向 other sides",
                  mark(can.foreignLines()),
                  mark(can.attaches()),
                  can.tells().size(),
                  type.limits().atOnce(),
                  type.limits().perMinute()));
    }
    return table.toString();
  }

  private static String facts() {
    StringBuilder table = new StringBuilder();
    table.append("| 类型 type | 依据 what it relies on | 把握 how sure |\n|---|---|---|\n");
    for (LedgerDescription type : Ledgers.descriptions()) {
      type.facts().stream()
          .sorted(Comparator.comparing(Fact::certainty))
          .forEach(
              fact ->
                  table.append(
                      "| `%s` | %s<br>%s | %s |%n"
                          .formatted(
                              type.type(),
                              fact.what().chinese(),
                              fact.what().english(),
                              of(fact.certainty()))));
    }
    return table.toString();
  }

  private static String mark(boolean flag) {
    return flag ? "✔" : "–";
  }

  private static String of(Guard guard) {
    return switch (guard) {
      case REFUSES_REPEATS -> "先查询，系统也拒绝重复 asked first, refuses repeats";
      case ASKED_FIRST -> "先查询 asked first";
      case ASKED_BY_CONFIGURATION -> "按配置先查询 asked first, as configured";
      case RECEIVER_REMOVES_REPEATS -> "接收方去重 the receiver removes repeats";
      case SENT_ONCE -> "只发送一次 sent once";
      case OWN_LIST -> "本系统清单 our own list";
    };
  }

  private static String of(Certainty certainty) {
    return switch (certainty) {
      case TRIED_LIVE -> "真实系统 tried live";
      case DOCUMENTED -> "文档 from documents";
      case LIKELY -> "多方一致 likely";
      case UNSURE -> "不确定 unsure";
    };
  }
}
