package io.dingledger.rules.simulation;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.rules.Checked;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import io.dingledger.rules.written.Written;
import io.dingledger.rules.written.WrittenDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A company's rule book and documents for tests. */
final class Company {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final SimulationOptions OPTIONS = new SimulationOptions(Tenant.verified("t1"), SHANGHAI);

  private static final String PEOPLE =
      """
      people:
        - { userId: zhang, name: 张三, jobNumber: "0042", department: { id: "1", code: BM01, name: 财务部 } }
        - { userId: li, name: 李四, jobNumber: "0043", department: { id: "1", code: BM01, name: 财务部 } }
      documents:
      """;

  private Company() {}

  static String text() {
    try (InputStream stream = Company.class.getResourceAsStream("/simulation/company.yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static RuleBook book() {
    return book(text());
  }

  static RuleBook book(String text) {
    return switch (RuleBooks.check(text)) {
      case Checked.Valid(RuleBook book, var warnings) -> book;
      case Checked.Invalid(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  /** Documents written down one by one, as a list's items in YAML. */
  static List<CaseDocument> documents(String... documents) {
    StringBuilder text = new StringBuilder(PEOPLE);
    Arrays.stream(documents).forEach(each -> text.append("  - ").append(each).append('\n'));
    return switch (WrittenDocuments.read("case", text.toString(), SHANGHAI)) {
      case Written.Documents(var cases) -> cases;
      case Written.Faulty(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  static String claim(String id, String date, String category, String amount) {
    return "{ id: %s, kind: expenseClaim, person: zhang, date: %s, total: %s, lines: [{ category: %s, amount: %s }] }"
        .formatted(id, date, amount, category, amount);
  }

  static String overtime(String id, String person, String day, int hours) {
    return "{ id: %s, kind: overtime, person: %s, date: %s, starts: %s 19:00, ends: %s %d:00, hours: %d, compensation: pay }"
        .formatted(id, person, day, day, day, 19 + hours, hours);
  }

  static SimulationReport run(List<CaseDocument> cases) {
    return run(book(), cases);
  }

  static SimulationReport run(RuleBook book, List<CaseDocument> cases) {
    return Simulation.run(book, "v1", cases, OPTIONS);
  }

  static SimulationReport run(String... documents) {
    return run(documents(documents));
  }

  static List<CaseDocument> both(List<CaseDocument> first, List<CaseDocument> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  static List<CaseDocument> reversed(List<CaseDocument> cases) {
    return new ArrayList<>(cases).reversed();
  }
}
