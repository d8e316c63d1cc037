package io.dingledger.rules.reading;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.book.ScopeEntry.Target;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.translation.CompiledRuleBook;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Translates invented documents with a book, to find rules whose vouchers never balance. It speaks
 * up only when the rules depend on numbers alone and no invented document of any size balances;
 * whatever it cannot invent is left to the check of each real voucher.
 */
final class Trial {
  private static final List<Integer> SIZES = List.of(1, 100, 10_000, 1_000_000);

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
      if (entry.target() instanceof Target.ByForm(FormMapping form)
          && dependsOnNumbersOnly(form.kind())) {
        neverBalances(withoutHolds, new TrialDocument(book, entry, form))
            .ifPresent(
                why ->
                    findings.add(
                        place,
                        RuleBookFinding.RULES_UNBALANCED,
                        form.name(),
                        why.chinese(),
                        why.english()));
      }
    }
  }

  private boolean dependsOnNumbersOnly(Kind kind) {
    List<Rule> rules = book.rules().getOrDefault(kind, List.of());
    Map<String, Type> types = new LinkedHashMap<>(kind.documentFields());
    types.putAll(kind.rowFields());
    Stream<Formula> formulas =
        rules.stream()
            .flatMap(
                rule ->
                    Stream.concat(
                        rule.when().stream(),
                        rule.lines().stream()
                            .flatMap(
                                line ->
                                    Stream.concat(
                                        line.when().stream(), Stream.of(line.amount())))));
    return formulas
        .flatMap(formula -> formula.fields().stream())
        .allMatch(path -> types.getOrDefault(path, Type.DECIMAL) == Type.DECIMAL);
  }

  private static Optional<Reason> neverBalances(
      CompiledRuleBook compiled, TrialDocument documents) {
    List<Reason> unbalanced = new ArrayList<>();
    for (int size : SIZES) {
      for (TrialDocument.Variant variant : TrialDocument.Variant.values()) {
        Translation translation =
            compiled.translate(
                new RuleBook.Context(Tenant.verified("trial"), ZoneOffset.UTC, "trial"),
                documents.detail(size, variant),
                Optional.empty(),
                documents.directory());
        switch (translation) {
          case Translation.Vouchers vouchers -> {
            return Optional.empty();
          }
          case Translation.Accrued accrued -> {
            return Optional.empty();
          }
          case Translation.Held held ->
              held.reasons().stream()
                  .filter(reason -> reason.code().equals(HoldReason.UNBALANCED.code()))
                  .forEach(unbalanced::add);
          case Translation.Ignored ignored -> {}
        }
      }
    }
    return unbalanced.stream().findFirst();
  }
}
