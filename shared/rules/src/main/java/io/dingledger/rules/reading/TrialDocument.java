package io.dingledger.rules.reading;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Person;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.book.Selector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
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
  private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
  static final String ANY = "1";
  private static final BigDecimal SECOND_PART = new BigDecimal("0.37");

  private final Book book;
  private final ScopeEntry entry;
  private final FormMapping form;
  private final Map<String, String> texts = new LinkedHashMap<>();

  /** What is stated besides the amounts that must be. */
  enum Variant {
    PLAIN(false, false, "金额不同", "of another size"),
    TAXED(true, false, "有税额", "that state taxes"),
    /** As much was advanced as is spent. */
    ADVANCED(false, true, "有借款", "with an advance"),
    TAXED_AND_ADVANCED(true, true, "有税额和借款", "with taxes and an advance");

    private final boolean taxed;
    private final boolean advanced;
    private final String chinese;
    private final String english;

    Variant(boolean taxed, boolean advanced, String chinese, String english) {
      this.taxed = taxed;
      this.advanced = advanced;
      this.chinese = chinese;
      this.english = english;
    }

    /** How its documents differ from plain ones. */
    String chinese() {
      return chinese;
    }

    /** The same in English. */
    String english() {
      return english;
    }
  }

  TrialDocument(Book book, ScopeEntry entry, FormMapping form, Map<String, String> chosen) {
    this.book = book;
    this.entry = entry;
    this.form = form;
    chosen.forEach(
        (path, text) -> {
          if (!text.equals(ANY)) {
            texts.put(path, text);
          }
        });
    for (Derived derived : book.derived().values()) {
      if (derived instanceof Derived.InputVatOf(LookupTable table)) {
        new TreeSet<>(table.rows().keySet())
            .stream().findFirst().ifPresent(word -> texts.putIfAbsent(table.key(), word));
      }
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
    Person person =
        new Person(
            ANY,
            texts.getOrDefault("originator.name", ANY),
            texts.getOrDefault("originator.jobNumber", ANY),
            List.of(ANY),
            Optional.of(LONG_AGO),
            Optional.of(LONG_AGO),
            true);
    Department department =
        new Department(
            ANY,
            texts.getOrDefault("department.name", ANY),
            texts.getOrDefault("department.code", ANY),
            "",
            List.of(texts.getOrDefault("department.path", ANY)));
    return new Directory(Map.of(ANY, person), Map.of(ANY, department));
  }

  /** A document of this size, of two rows where it has rows. */
  ApprovalDetail detail(int size, Variant variant) {
    BigDecimal first = BigDecimal.valueOf(size);
    BigDecimal second = first.multiply(SECOND_PART).setScale(book.scale(), RoundingMode.UP);
    List<Form.Component> components = new ArrayList<>();
    for (FormField field : form.kind().header()) {
      Optional.ofNullable(form.header().get(field.key()))
          .map(selector -> component(selector, value(field, first, second, variant)))
          .ifPresent(components::add);
    }
    form.table()
        .ifPresent(
            at ->
                components.add(
                    new Form.Component(
                        at.bizAlias(),
                        at.id(),
                        at.name(),
                        "",
                        "",
                        List.of(),
                        List.of(row(first, variant), row(second, variant)))));
    return approval(new Form(components));
  }

  private ApprovalDetail approval(Form filled) {
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
        filled,
        "");
  }

  private String value(FormField field, BigDecimal first, BigDecimal second, Variant variant) {
    boolean advanced = variant.advanced && field.key().equals("advanced");
    if (isTotal(field) || advanced) {
      return first.add(second).toPlainString();
    }
    return isTax(field, variant)
        ? tax(first).add(tax(second)).toPlainString()
        : other(form.kind().path(field), field);
  }

  private Form.Row row(BigDecimal amount, Variant variant) {
    List<Form.Component> cells = new ArrayList<>();
    for (FormField field : form.kind().row()) {
      Optional.ofNullable(form.row().get(field.key()))
          .map(selector -> component(selector, value(field, amount, variant)))
          .ifPresent(cells::add);
    }
    return new Form.Row(cells);
  }

  private String value(FormField field, BigDecimal amount, Variant variant) {
    if (isTotal(field)) {
      return amount.toPlainString();
    }
    return isTax(field, variant) ? tax(amount).toPlainString() : other(Kind.rowPath(field), field);
  }

  private static boolean isTotal(FormField field) {
    return field.content() == FormField.Content.AMOUNT && field.required();
  }

  private static boolean isTax(FormField field, Variant variant) {
    return variant.taxed && field.key().equals("tax");
  }

  private BigDecimal tax(BigDecimal amount) {
    return amount.movePointLeft(1).setScale(book.scale(), book.rounding());
  }

  private String other(String path, FormField field) {
    return switch (field.content()) {
      case AMOUNT -> "";
      case COUNT, QUANTITY, RELATION -> ANY;
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
