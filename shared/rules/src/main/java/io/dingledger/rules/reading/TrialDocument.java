package io.dingledger.rules.reading;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Person;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.book.Selector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Invents documents that fit a form mapping and the tables and dimensions of a book. */
final class TrialDocument {
  private static final Instant APPROVED = Instant.parse("2026-03-02T04:00:00Z");
  private static final String EXPENSE_DAY = "2026-03-01";
  private static final String ANY = "1";
  private static final BigDecimal SECOND_PART = new BigDecimal("0.37");

  private final Book book;
  private final ScopeEntry entry;
  private final Map<String, String> texts = new LinkedHashMap<>();

  TrialDocument(Book book, ScopeEntry entry) {
    this.book = book;
    this.entry = entry;
    for (LookupTable table : book.tables().values()) {
      new TreeSet<>(table.rows().keySet())
          .stream().findFirst().ifPresent(word -> texts.putIfAbsent(table.key(), word));
    }
    book.dimensions()
        .values()
        .forEach(
            sources ->
                sources.forEach(
                    source ->
                        source
                            .codes()
                            .flatMap(codes -> new TreeSet<>(codes.keySet()).stream().findFirst())
                            .ifPresent(word -> texts.putIfAbsent(source.path(), word))));
  }

  /** Everybody and every department that the document names. */
  Directory directory() {
    return new Directory(
        Map.of(
            ANY,
            new Person(
                ANY,
                texts.getOrDefault("originator.name", ANY),
                texts.getOrDefault("originator.jobNumber", ANY))),
        Map.of(
            ANY,
            new Department(
                ANY,
                texts.getOrDefault("department.name", ANY),
                texts.getOrDefault("department.code", ANY))));
  }

  /** A document of this size, with or without stated taxes. */
  ApprovalDetail detail(int size, boolean taxed) {
    BigDecimal first = BigDecimal.valueOf(size);
    BigDecimal second = first.multiply(SECOND_PART).setScale(book.scale(), RoundingMode.UP);
    List<Form.Component> components = new ArrayList<>();
    Kind kind = entry.form().kind();
    for (FormField field : kind.header()) {
      Optional.ofNullable(entry.form().header().get(field.key()))
          .map(
              selector ->
                  component(selector, value(kind.path(field), field, first.add(second), taxed)))
          .ifPresent(components::add);
    }
    List<Form.Row> rows = List.of(row(first, taxed), row(second, taxed));
    Selector at = entry.form().table();
    components.add(new Form.Component(at.bizAlias(), at.id(), at.name(), "", "", List.of(), rows));
    return new ApprovalDetail(
        new DocumentId("trial"),
        entry.processCode(),
        entry.category(),
        ANY,
        ANY,
        ANY,
        ANY,
        ANY,
        APPROVED,
        Optional.of(APPROVED),
        ApprovalDetail.Status.COMPLETED,
        ApprovalDetail.Result.AGREE,
        ApprovalDetail.Action.NONE,
        Optional.empty(),
        List.of(),
        new Form(components),
        "");
  }

  private Form.Row row(BigDecimal amount, boolean taxed) {
    List<Form.Component> cells = new ArrayList<>();
    for (FormField field : entry.form().kind().row()) {
      Optional.ofNullable(entry.form().row().get(field.key()))
          .map(selector -> component(selector, value(Kind.rowPath(field), field, amount, taxed)))
          .ifPresent(cells::add);
    }
    return new Form.Row(cells);
  }

  private String value(String path, FormField field, BigDecimal amount, boolean taxed) {
    return switch (field.content()) {
      case AMOUNT -> {
        if (field.required()) {
          yield amount.toPlainString();
        }
        boolean tax = taxed && field.key().equals("tax");
        yield tax ? amount.movePointLeft(1).setScale(book.scale(), book.rounding()).toString() : "";
      }
      case COUNT -> ANY;
      case TEXT -> texts.getOrDefault(path, ANY);
      case DATE -> EXPENSE_DAY;
      case CURRENCY -> book.currency();
    };
  }

  private static Form.Component component(Selector selector, String value) {
    return new Form.Component(
        selector.bizAlias(), selector.id(), selector.name(), "", value, List.of(), List.of());
  }
}
