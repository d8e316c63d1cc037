package io.dingledger.rules;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Person;
import io.dingledger.model.document.Reading;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Approvals for tests: an approved claim of 张三 in 财务部, to be changed as a test wants. */
final class Approvals {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final Tenant TENANT = Tenant.verified("t1");
  static final RuleBook.Context CONTEXT = new RuleBook.Context(TENANT, SHANGHAI, "v7");

  static final Directory DIRECTORY =
      new Directory(
          Map.of("u1", new Person("u1", "张三", "0042")),
          Map.of("123", new Department("123", "财务部", "BM000001")));

  private String processCode = "PROC-1";
  private String category = "";
  private Optional<Reading> suite = Optional.empty();
  private Action action = Action.NONE;
  private Optional<Instant> finishedAt = Optional.of(Instant.parse("2026-03-31T16:30:00Z"));
  private String departmentId = "123";
  private Directory directory = DIRECTORY;
  private final List<Form.Component> header = new ArrayList<>();
  private final List<Form.Row> rows = new ArrayList<>();
  private Form.Component table =
      new Form.Component(
          "expenses", "TableField-K9", "报销明细", "TableField", "", List.of(), List.of());

  static Approvals claim(String total) {
    return new Approvals()
        .with(
            new Form.Component(
                "totalAmount", "MoneyField-K1", "总金额", "MoneyField", total, List.of(), List.of()));
  }

  /** An approval with nothing in its form yet. */
  static Approvals of(String processCode) {
    return new Approvals().processCode(processCode).without();
  }

  static Form.Component cell(String name, String value) {
    return new Form.Component("", "", name, "", value, List.of(), List.of());
  }

  Approvals with(Form.Component component) {
    header.add(component);
    return this;
  }

  /** A row of name and value pairs. */
  Approvals row(String... namesAndValues) {
    List<Form.Component> cells = new ArrayList<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      cells.add(cell(namesAndValues[index], namesAndValues[index + 1]));
    }
    rows.add(new Form.Row(cells));
    return this;
  }

  Approvals processCode(String code) {
    processCode = code;
    return this;
  }

  Approvals category(String other) {
    category = other;
    return this;
  }

  /** What DingTalk's suites make of it. */
  Approvals suite(Reading other) {
    suite = Optional.of(other);
    return this;
  }

  Approvals with(String name, String value) {
    return with(cell(name, value));
  }

  Approvals action(Action other) {
    action = other;
    return this;
  }

  Approvals finishedAt(Optional<Instant> other) {
    finishedAt = other;
    return this;
  }

  Approvals departmentId(String other) {
    departmentId = other;
    return this;
  }

  Approvals directory(Directory other) {
    directory = other;
    return this;
  }

  Approvals withoutTable() {
    table = cell("别的", "");
    return this;
  }

  /** Neither a table nor what stands for one. */
  private Approvals without() {
    table = cell("", "");
    return this;
  }

  Approvals table(Form.Component other) {
    table = other;
    return this;
  }

  ApprovalDetail detail() {
    List<Form.Component> components = new ArrayList<>(header);
    if (!table.name().isEmpty()) {
      components.add(
          new Form.Component(
              table.bizAlias(),
              table.id(),
              table.name(),
              "TableField",
              table.value(),
              List.of(),
              rows));
    }
    return new ApprovalDetail(
        new DocumentId("doc-1"),
        processCode,
        category,
        "202603310001",
        "张三提交的报销",
        "u1",
        departmentId,
        "财务部",
        Instant.parse("2026-03-30T01:00:00Z"),
        finishedAt,
        ApprovalDetail.Status.COMPLETED,
        ApprovalDetail.Result.AGREE,
        action,
        Optional.empty(),
        List.of(),
        new Form(components),
        "{}");
  }

  Translation by(RuleBook book) {
    return book.translate(CONTEXT, detail(), suite, directory);
  }
}
