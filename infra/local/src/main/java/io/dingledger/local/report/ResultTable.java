package io.dingledger.local.report;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints what became of the demo month: one line for each document, then whether each promise is
 * kept.
 */
public final class ResultTable {
  private static final String[] HEADINGS = {"单据", "特点", "状态", "凭证号", "借方", "贷方", "原因"};
  private static final int[] WIDEST = {21, 44, 9, 8, 10, 10, 60};
  private static final int FIRST_AMOUNT = 4;
  private static final int LAST_AMOUNT = 5;
  private static final String GAP = "  ";

  private ResultTable() {}

  /** Prints the table and the promises. */
  public static void print(List<Outcome> outcomes, PrintStream out) {
    List<String[]> rows = new ArrayList<>();
    rows.add(HEADINGS);
    outcomes.forEach(outcome -> rows.add(cells(outcome)));
    int[] widths = widths(rows);
    for (int index = 0; index < rows.size(); index++) {
      out.println(line(rows.get(index), widths));
      if (index == 0) {
        int total = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
        out.println("─".repeat(total));
      }
    }
    out.println();
    out.println(counts(outcomes));
    for (Promise promise : Promise.values()) {
      out.println(verdict(promise, promise.brokenBy(outcomes)));
    }
  }

  private static String counts(List<Outcome> outcomes) {
    return Arrays.stream(DocumentState.values())
        .map(state -> state + " " + count(outcomes, state))
        .collect(Collectors.joining(" · "));
  }

  private static long count(List<Outcome> outcomes, DocumentState state) {
    return outcomes.stream()
        .filter(outcome -> outcome.record().filter(record -> record.state() == state).isPresent())
        .count();
  }

  private static String verdict(Promise promise, List<Outcome> broken) {
    String text = promise.chinese() + " · " + promise.english();
    return broken.isEmpty()
        ? "  ✔ " + text
        : "  ✘ "
            + text
            + ": "
            + broken.stream()
                .map(outcome -> outcome.document().number())
                .collect(Collectors.joining(", "));
  }

  private static String[] cells(Outcome outcome) {
    Optional<DocumentRecord> record = outcome.record();
    return new String[] {
      outcome.document().number(),
      outcome.document().shape(),
      record.map(each -> each.state().name()).orElse("—"),
      outcome.booked().stream().map(Outcome.Booked::number).collect(Collectors.joining(",")),
      sum(outcome, Outcome.Booked::debit),
      sum(outcome, Outcome.Booked::credit),
      record.map(ResultTable::why).orElse("没有记录 · no record")
    };
  }

  private static String sum(Outcome outcome, Function<Outcome.Booked, BigDecimal> side) {
    return outcome.booked().stream()
        .map(side)
        .reduce(BigDecimal::add)
        .map(BigDecimal::toPlainString)
        .orElse("");
  }

  private static String why(DocumentRecord record) {
    return record.reasons().stream()
        .findFirst()
        .map(ResultTable::shortly)
        .or(() -> record.postings().stream().flatMap(ResultTable::failure).findFirst())
        .or(() -> record.fetch().failure().map(ResultTable::shortly))
        .or(() -> record.supersededBy().map(later -> "已被取代 · superseded by " + later))
        .orElse("");
  }

  private static Stream<String> failure(Posting posting) {
    return posting.pending().failure().map(ResultTable::shortly).stream();
  }

  /** The first sentence only; what to do about it is in the document's detail. */
  private static String shortly(Reason reason) {
    int end = reason.chinese().indexOf('。');
    return reason.code() + " " + (end < 0 ? reason.chinese() : reason.chinese().substring(0, end));
  }

  /** A failure that was overcome, or is still being worked on. */
  private static String shortly(Failure failure) {
    return "曾遇到 · met: " + failure.kind() + " " + failure.system() + " " + failure.code();
  }

  private static int[] widths(List<String[]> rows) {
    int[] widths = new int[WIDEST.length];
    for (String[] row : rows) {
      for (int column = 0; column < widths.length; column++) {
        int needed = Math.min(WIDEST[column], Columns.width(row[column]));
        widths[column] = Math.max(widths[column], needed);
      }
    }
    return widths;
  }

  private static String line(String[] cells, int[] widths) {
    List<String> parts = new ArrayList<>();
    for (int column = 0; column < cells.length; column++) {
      boolean amount = column >= FIRST_AMOUNT && column <= LAST_AMOUNT;
      parts.add(
          amount
              ? Columns.right(cells[column], widths[column])
              : Columns.left(cells[column], widths[column]));
    }
    return String.join(GAP, parts).stripTrailing();
  }
}
