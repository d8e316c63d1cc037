package io.dingledger.local.command;

import io.dingledger.local.report.Columns;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table whose columns are as wide as they must be, Chinese texts included. */
public final class TextTable {
  private static final String GAP = "  ";

  private final Set<Integer> rightAligned;
  private final List<List<String>> rows = new ArrayList<>();
  private final Map<Integer, List<String>> notes = new HashMap<>();

  /**
   * An empty table.
   *
   * @param rightAligned the columns, from 0, of numbers
   */
  public TextTable(Set<Integer> rightAligned, String... headings) {
    this.rightAligned = Set.copyOf(rightAligned);
    rows.add(List.of(headings));
  }

  /** One more row. */
  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** A line of its own, however long, below the last row. */
  public void note(String text) {
    notes.computeIfAbsent(rows.size() - 1, any -> new ArrayList<>()).add(text);
  }

  /** Whether it has no rows. */
  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /** Prints it with blanks before each line. */
  public void print(String indent, PrintStream out) {
    print(indent, 0, out);
  }

  /** Prints it without its headings. */
  public void printRows(String indent, PrintStream out) {
    print(indent, 1, out);
  }

  private void print(String indent, int first, PrintStream out) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], Columns.width(row.get(column)));
      }
    }
    for (int index = first; index < rows.size(); index++) {
      List<String> row = rows.get(index);
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < widths.length; column++) {
        cells.add(
            rightAligned.contains(column)
                ? Columns.right(row.get(column), widths[column])
                : Columns.left(row.get(column), widths[column]));
      }
      out.println((indent + String.join(GAP, cells)).stripTrailing());
      notes.getOrDefault(index, List.of()).forEach(note -> out.println(indent + GAP + GAP + note));
    }
  }
}
