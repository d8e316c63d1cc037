package io.dingledger.bench;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Person;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.rules.Checked;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import io.dingledger.rules.Translation;
import io.dingledger.rules.simulation.CaseDocument;
import io.dingledger.rules.simulation.Simulation;
import io.dingledger.rules.simulation.SimulationOptions;
import io.dingledger.rules.simulation.SimulationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rule books and documents to be measured with. */
final class Samples {
  /** How many rules the book has that make a claim's voucher, and payments'. */
  static final int NEEDED = 3;

  private static final RuleBook.Context CONTEXT =
      new RuleBook.Context(Tenant.verified("bench"), ZoneId.of("Asia/Shanghai"), "v1");
  private static final Directory DIRECTORY =
      new Directory(
          Map.of("u1", new Person("u1", "张三", "0042")),
          Map.of("123", new Department("123", "财务部", "BM000001")));
  private static final List<String> CATEGORIES = List.of("高铁", "住宿", "出差补贴", "餐费", "文具");

  private Samples() {}

  /** What the rules are for that are in the book besides those that make the voucher. */
  enum Others {
    /** Another kind of document: they are never looked at. */
    OTHER_KIND,
    /** The same kind; each has a condition that is evaluated and does not hold. */
    CONDITION_FALSE
  }

  /** A book of so many rules. */
  static RuleBook book(int rules, Others others) {
    StringBuilder more = new StringBuilder();
    for (int number = NEEDED; number < rules; number++) {
      more.append(rule(number, others));
    }
    return switch (RuleBooks.check(resource().replace("#more\n", more))) {
      case Checked.Valid valid -> valid.book();
      case Checked.Invalid(var findings) -> throw new IllegalStateException(findings.toString());
    };
  }

  private static String rule(int number, Others others) {
    String kind = others == Others.OTHER_KIND ? "payment" : "expenseClaim";
    String amount = others == Others.OTHER_KIND ? "payment.amount" : "claim.total";
    String when = amount + " > " + (60_000 + number) + " && department.code == 'BM" + number + "'";
    return "  - { name: R%d, for: %s, when: \"%s\", lines: [{ debit: 差旅费, amount: \"1\" }, { credit: 银行存款, amount: \"1\" }] }\n"
        .formatted(number, kind, when);
  }

  private static String resource() {
    try (InputStream stream = Samples.class.getResourceAsStream("/claims.yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** An approved claim of five rows; the amounts differ by its number. */
  static ApprovalDetail claim(int number) {
    List<Form.Row> rows = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (String category : CATEGORIES) {
      BigDecimal amount = BigDecimal.valueOf(10_000L + number * 37L % 9_000 + rows.size(), 2);
      total = total.add(amount);
      rows.add(
          new Form.Row(
              List.of(
                  component("", "费用类型", category),
                  component("MoneyField-K4", "金额", amount.toPlainString()),
                  component("", "税额", category.equals("住宿") ? "5.66" : ""),
                  component("", "日期", "2026-03-15"),
                  component("", "备注", "第 " + number + " 号"))));
    }
    Form.Component table =
        new Form.Component("", "TableField-K9", "报销明细", "TableField", "", List.of(), rows);
    return detail(number, List.of(component("MoneyField-K1", "总金额", total.toPlainString()), table));
  }

  private static Form.Component component(String id, String name, String value) {
    return new Form.Component("", id, name, "", value, List.of(), List.of());
  }

  private static ApprovalDetail detail(int number, List<Form.Component> components) {
    return new ApprovalDetail(
        new DocumentId("doc-" + number),
        "PROC-1",
        "",
        "20260331" + number,
        "张三提交的报销",
        "u1",
        "123",
        "财务部",
        Instant.parse("2026-03-30T01:00:00Z"),
        Optional.of(Instant.parse("2026-03-31T06:30:00Z")),
        ApprovalDetail.Status.COMPLETED,
        ApprovalDetail.Result.AGREE,
        ApprovalDetail.Action.NONE,
        Optional.empty(),
        List.of(),
        new Form(components),
        "{}");
  }

  static CaseDocument document(int number) {
    return new CaseDocument.Approval("claim " + number, claim(number), Optional.empty(), DIRECTORY);
  }

  static SimulationReport simulate(RuleBook book, List<CaseDocument> cases) {
    SimulationOptions options = new SimulationOptions(CONTEXT.tenant(), CONTEXT.zone());
    return Simulation.run(book, "v1", cases, options);
  }

  static Translation translate(RuleBook book, ApprovalDetail claim) {
    return book.translate(CONTEXT, claim, Optional.empty(), DIRECTORY);
  }
}
