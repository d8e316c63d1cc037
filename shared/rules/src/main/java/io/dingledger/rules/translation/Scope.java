package io.dingledger.rules.translation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Reading;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.book.ScopeEntry.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which documents a rule book wants, and as what.
 *
 * <p>Entries with the approval's code go first, then those with its category. An approval without
 * category (as failed pushes and custom forms have it) is wanted by its code alone; what it is, is
 * decided by how it looks only where that leaves a choice.
 *
 * @param entries the rule book's, in its order
 */
record Scope(List<ScopeEntry> entries) {
  Scope {
    entries = List.copyOf(entries);
  }

  /** Whether an approval with this code and category is wanted. */
  boolean wants(String code, String category) {
    return !byCode(code, category).isEmpty() || !byCategory(category).isEmpty();
  }

  /** Whether facts of a kind that no approval brings are wanted. */
  boolean wants(DocumentKind kind) {
    return ScopeEntry.FACTS.contains(kind)
        && entries.stream().anyMatch(entry -> entry.target().equals(new Target.BuiltIn(kind)));
  }

  /** All codes that entries name. */
  Set<String> processCodes() {
    return named(ScopeEntry::processCode);
  }

  /** All categories that entries name. */
  Set<String> categories() {
    return named(ScopeEntry::category);
  }

  private Set<String> named(Function<ScopeEntry, String> word) {
    return entries.stream()
        .map(word)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What an approval may be: nothing when it is not wanted, several when nobody can tell. */
  List<Target> targets(ApprovalDetail detail, Optional<Reading> suite) {
    String category = detail.category();
    List<Target> byCode = targets(byCode(detail.processCode(), category));
    if (!byCode.isEmpty()) {
      return byCode.size() == 1 || !category.isEmpty() ? byCode : orAll(byCode, detail, suite);
    }
    if (!category.isEmpty()) {
      return targets(byCategory(category));
    }
    return fitting(targets(byAnyCategory()), detail, suite);
  }

  private static List<Target> orAll(
      List<Target> targets, ApprovalDetail detail, Optional<Reading> suite) {
    List<Target> fitting = fitting(targets, detail, suite);
    return fitting.isEmpty() ? targets : fitting;
  }

  private static List<Target> fitting(
      List<Target> targets, ApprovalDetail detail, Optional<Reading> suite) {
    return targets.stream().filter(target -> fits(target, detail, suite)).toList();
  }

  /** Entries with the code; if the category is known, those that name it too go first. */
  private List<ScopeEntry> byCode(String code, String category) {
    List<ScopeEntry> coded =
        entries.stream()
            .filter(entry -> !entry.processCode().isEmpty() && entry.processCode().equals(code))
            .filter(
                entry ->
                    entry.category().isEmpty()
                        || category.isEmpty()
                        || entry.category().equals(category))
            .toList();
    if (category.isEmpty()) {
      return coded;
    }
    List<ScopeEntry> exact =
        coded.stream().filter(entry -> entry.category().equals(category)).toList();
    return exact.isEmpty() ? coded : exact;
  }

  private List<ScopeEntry> byCategory(String category) {
    return byAnyCategory().stream().filter(entry -> entry.category().equals(category)).toList();
  }

  private List<ScopeEntry> byAnyCategory() {
    return entries.stream()
        .filter(entry -> entry.processCode().isEmpty() && !entry.category().isEmpty())
        .toList();
  }

  private static List<Target> targets(List<ScopeEntry> entries) {
    return entries.size() == 1
        ? List.of(entries.getFirst().target())
        : entries.stream().map(ScopeEntry::target).distinct().toList();
  }

  /** Whether an approval looks as a target should. */
  private static boolean fits(Target target, ApprovalDetail detail, Optional<Reading> suite) {
    return switch (target) {
      case Target.BuiltIn(DocumentKind kind) ->
          suite.filter(reading -> reading.document().kind() == kind).isPresent();
      case Target.ByForm(FormMapping form) -> fits(form, detail.form());
    };
  }

  private static boolean fits(FormMapping mapping, Form form) {
    boolean header =
        mapping.kind().header().stream()
            .filter(FormField::required)
            .allMatch(
                field ->
                    isOne(FieldReader.find(form.components(), mapping.header().get(field.key()))));
    return header
        && mapping.table().stream().allMatch(at -> isOne(FieldReader.find(form.components(), at)));
  }

  private static boolean isOne(FieldReader.Found found) {
    return found instanceof FieldReader.Found.One;
  }
}
