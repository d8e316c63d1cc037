package io.dingledger.rules.reading;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.book.ScopeEntry.Target;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.translation.CompiledRuleBook;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Translates invented documents with a book, to find rules whose vouchers never balance. It speaks
 * up only when the rules depend on numbers, and on texts that they name, and no invented document
 * of any size balances; whatever it cannot invent is left to the check of each real voucher.
 */
final class Trial {
  private static final List<Integer> SIZES = List.of(1, 100, 10_000, 1_000_000);

  /** Enough for all that differ in practice, and few enough to be quick. */
  private static final int MOST_WAYS = 12;

  private final Book book;
  private final Findings findings;

  Trial(Book book, Findings findings) {
    this.book = book;
    this.findings = findings;
  }

  /** Reports, at this place, each form whose documents never balance. */
  void run(Node place) {
    CompiledRuleBook withoutHolds = new CompiledRuleBook(book.withoutHolds());
    for (ScopeEntry entry : book.scope()) {
      if (entry.target() instanceof Target.ByForm(FormMapping form) && isTried(form.kind())) {
        neverBalances(withoutHolds, entry, form)
            .ifPresentOrElse(
                why ->
                    findings.add(
                        place,
                        RuleBookFinding.RULES_UNBALANCED,
                        form.name(),
                        why.chinese(),
                        why.english()),
                () -> partly(withoutHolds, entry, form, place));
      }
    }
  }

  /** Whether numbers and texts alone decide; dates and truths are not tried. */
  private boolean isTried(Kind kind) {
    List<Rule> rules = book.rules().getOrDefault(kind, List.of());
    Map<String, Type> types = new LinkedHashMap<>(kind.documentFields());
    types.putAll(kind.rowFields());
    Map<String, Set<String>> choices = Choices.of(rules, TrialDocument.ANY);
    return Choices.areFew(choices)
        && Choices.formulas(rules)
            .flatMap(formula -> formula.fields().stream())
            .allMatch(
                path ->
                    switch (types.getOrDefault(path, Type.DECIMAL)) {
                      case DECIMAL -> true;
                      case TEXT -> choices.containsKey(path);
                      default -> false;
                    });
  }

  private Optional<Reason> neverBalances(
      CompiledRuleBook compiled, ScopeEntry entry, FormMapping form) {
    List<Rule> rules = book.rules().getOrDefault(form.kind(), List.of());
    List<Reason> unbalanced = new ArrayList<>();
    for (Map<String, String> texts : Choices.combinations(Choices.of(rules, TrialDocument.ANY))) {
      TrialDocument documents = new TrialDocument(book, entry, form, texts);
      for (int size : SIZES) {
        for (TrialDocument.Variant variant : TrialDocument.Variant.values()) {
          if (balances(compiled, documents, size, variant, unbalanced)) {
            return Optional.empty();
          }
        }
      }
    }
    return unbalanced.stream().findFirst();
  }

  /** Warns when plain documents balance, and others of the same form don't. */
  private void partly(CompiledRuleBook compiled, ScopeEntry entry, FormMapping form, Node place) {
    TrialDocument first = new TrialDocument(book, entry, form, Map.of());
    boolean plain =
        SIZES.stream()
            .anyMatch(
                size ->
                    balances(
                        compiled, first, size, TrialDocument.Variant.PLAIN, new ArrayList<>()));
    if (plain) {
      waysOfInputVat().stream()
          .map(texts -> new TrialDocument(book, entry, form, texts))
          .anyMatch(documents -> isUnbalanced(compiled, documents, form, place));
    }
  }

  /** Texts that lead to each way in which the book finds input VAT, and first none. */
  private List<Map<String, String>> waysOfInputVat() {
    List<Map<String, String>> ways = new ArrayList<>(List.of(Map.of()));
    Set<LookupTable.InputVat> seen = new HashSet<>();
    for (Derived derived : book.derived().values()) {
      if (derived instanceof Derived.InputVatOf(LookupTable table)) {
        new TreeMap<>(table.rows())
            .forEach(
                (text, row) -> {
                  if (ways.size() < MOST_WAYS && seen.add(row.inputVat())) {
                    Map<String, String> texts = new LinkedHashMap<>();
                    row.inputVat().when().map(Choices::wanted).ifPresent(texts::putAll);
                    texts.put(table.key(), text);
                    ways.add(texts);
                  }
                });
      }
    }
    return ways;
  }

  /** Warns of the first document that does not balance; whether there is one. */
  private boolean isUnbalanced(
      CompiledRuleBook compiled, TrialDocument documents, FormMapping form, Node place) {
    for (TrialDocument.Variant variant : TrialDocument.Variant.values()) {
      for (int size : SIZES) {
        List<Reason> unbalanced = new ArrayList<>();
        balances(compiled, documents, size, variant, unbalanced);
        if (!unbalanced.isEmpty()) {
          findings.warn(
              place,
              RuleFinding.RULES_UNBALANCED_PARTLY,
              form.name(),
              variant.chinese(),
              unbalanced.getFirst().chinese(),
              variant.english(),
              unbalanced.getFirst().english());
          return true;
        }
      }
    }
    return false;
  }

  private static boolean balances(
      CompiledRuleBook compiled,
      TrialDocument documents,
      int size,
      TrialDocument.Variant variant,
      List<Reason> unbalanced) {
    Translation translation =
        compiled.translate(
            new RuleBook.Context(Tenant.verified("trial"), ZoneOffset.UTC, "trial"),
            documents.detail(size, variant),
            Optional.empty(),
            documents.directory());
    return switch (translation) {
      case Translation.Vouchers vouchers -> true;
      case Translation.Accrued accrued -> true;
      case Translation.Ignored ignored -> false;
      case Translation.Held held -> {
        held.reasons().stream()
            .filter(reason -> reason.code().equals(HoldReason.UNBALANCED.code()))
            .forEach(unbalanced::add);
        yield false;
      }
    };
  }
}
