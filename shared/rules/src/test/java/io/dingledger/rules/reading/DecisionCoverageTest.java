package io.dingledger.rules.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.rules.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Rows that cannot be chosen, or clash, against trying out every case. */
class DecisionCoverageTest {
  private static final int ROWS = 5;
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  /** A case: every input has a value that some test can tell from others. */
  private record Case(String city, BigDecimal days, boolean abroad, LocalDate from) {}

  private static final List<Case> CASES = cases();

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String city : List.of("a", "b", "c", "another")) {
      for (int halves = -1; halves <= 9; halves++) {
        for (boolean abroad : new boolean[] {true, false}) {
          for (int day = -1; day <= 4; day++) {
            BigDecimal days = BigDecimal.valueOf(halves * 5L, 1);
            cases.add(new Case(city, days, abroad, START.plusDays(day)));
          }
        }
      }
    }
    return cases;
  }

  /** A row as text, and what it is for. */
  private record Row(String when, Predicate<Case> fits) {}

  private final Random random = new Random(20260701);

  private Row row() {
    List<String> parts = new ArrayList<>();
    Predicate<Case> fits = any -> true;
    if (random.nextInt(3) > 0) {
      List<String> cities =
          List.of(List.of("a"), List.of("a", "b"), List.of("c", "b")).get(random.nextInt(3));
      parts.add("city: " + cities);
      fits = fits.and(each -> cities.contains(each.city()));
    }
    if (random.nextInt(3) > 0) {
      int lower = random.nextInt(3);
      boolean inclusive = random.nextBoolean();
      int upper = lower + 1 + random.nextInt(2);
      boolean open = random.nextInt(3) == 0;
      parts.add(
          "days: \"" + (inclusive ? ">= " : "> ") + lower + (open ? "" : ", < " + upper) + "\"");
      fits =
          fits.and(
              each -> {
                int order = each.days().compareTo(BigDecimal.valueOf(lower));
                boolean above = inclusive ? order >= 0 : order > 0;
                return above && (open || each.days().compareTo(BigDecimal.valueOf(upper)) < 0);
              });
    }
    if (random.nextInt(3) == 0) {
      boolean abroad = random.nextBoolean();
      parts.add("abroad: " + abroad);
      fits = fits.and(each -> each.abroad() == abroad);
    }
    if (random.nextInt(3) == 0) {
      LocalDate day = START.plusDays(random.nextInt(3));
      boolean before = random.nextBoolean();
      parts.add("from: \"" + (before ? "<= " : "> ") + day + "\"");
      fits = fits.and(each -> each.from().isAfter(day) != before);
    }
    return new Row("{ when: { " + String.join(", ", parts) + " }, then: { a: 1 } }", fits);
  }

  private static TreeSet<Integer> reported(List<Row> rows, String hit, String code) {
    StringBuilder yaml =
        new StringBuilder(ReadBooks.HEAD)
            .append("tables:\n  table:\n    type: decision\n    hit: ")
            .append(hit)
            .append("\n    inputs: { city: journey.arrival, days: journey.days, ")
            .append("abroad: journey.international, from: journey.starts }\n    rows:\n");
    int first = (int) yaml.chars().filter(sign -> sign == '\n').count() + 1;
    rows.forEach(row -> yaml.append("      - ").append(row.when()).append('\n'));
    TreeSet<Integer> lines = new TreeSet<>();
    for (Finding finding : ReadBooks.read(yaml.toString()).findings()) {
      if (finding.severity() == Finding.Severity.MISTAKE) {
        assertEquals(code, finding.reason().code());
        lines.add(finding.line() - first);
      }
    }
    return lines;
  }

  @Test
  void a_row_is_unreachable_exactly_when_every_case_of_it_falls_to_an_earlier_row() {
    int found = 0;
    for (int round = 0; round < 120; round++) {
      List<Row> rows = new ArrayList<>();
      TreeSet<Integer> unreachable = new TreeSet<>();
      for (int number = 0; number < ROWS; number++) {
        Row row = row();
        Predicate<Case> free = row.fits();
        for (Row earlier : rows) {
          free = free.and(earlier.fits().negate());
        }
        if (CASES.stream().noneMatch(free)) {
          unreachable.add(number);
        }
        rows.add(row);
      }
      found += unreachable.size();
      assertEquals(unreachable, reported(rows, "first", "BOOK-ROW-UNREACHABLE"), rows.toString());
    }
    assertTrue(found > 30, "only " + found + " unreachable rows were tried");
  }

  @Test
  void rows_clash_exactly_when_some_case_fits_both() {
    for (int round = 0; round < 120; round++) {
      List<Row> rows = new ArrayList<>();
      TreeSet<Integer> clashing = new TreeSet<>();
      for (int number = 0; number < 3; number++) {
        Row row = row();
        if (rows.stream()
            .anyMatch(earlier -> CASES.stream().anyMatch(row.fits().and(earlier.fits())))) {
          clashing.add(number);
        }
        rows.add(row);
      }
      assertEquals(clashing, reported(rows, "unique", "BOOK-ROWS-OVERLAP"), rows.toString());
    }
  }
}
