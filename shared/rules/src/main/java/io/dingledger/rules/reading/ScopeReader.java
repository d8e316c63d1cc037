package io.dingledger.rules.reading;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.book.ScopeEntry.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code scope}; the forms were read before. */
final class ScopeReader {
  private static final List<String> KINDS =
      Stream.of(ScopeEntry.SUITES, ScopeEntry.FACTS)
          .flatMap(List::stream)
          .map(DocumentKind::word)
          .toList();

  private final Context context;
  private final Findings findings;
  private final Set<String> seen = new HashSet<>();

  ScopeReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  List<ScopeEntry> scope(List<Node> items) {
    List<ScopeEntry> scope = new ArrayList<>();
    for (Node item : items) {
      Optional<ScopeEntry> entry = Section.of(item, "scope", findings).flatMap(this::entry);
      if (entry.isEmpty()) {
        context.scopeIsUnclear();
      }
      entry.ifPresent(scope::add);
    }
    scope.stream()
        .flatMap(entry -> builtIn(entry).stream())
        .flatMap(kind -> Kind.of(kind).stream())
        .forEach(context::inScope);
    return scope;
  }

  private Optional<ScopeEntry> entry(Section section) {
    Optional<Node> form = section.optional("form");
    Optional<Node> kind = section.optional("kind");
    String processCode = section.optionalText("processCode").map(Word::text).orElse("");
    String category = section.optionalText("category").map(Word::text).orElse("");
    Optional<Target> target = Optional.empty();
    if (form.isPresent() == kind.isPresent()) {
      findings.add(section.node(), RuleBookFinding.SCOPE_TARGET);
    } else if (form.isPresent()) {
      target = section.optionalText("form").flatMap(this::known).map(Target.ByForm::new);
    } else {
      target = section.optionalText("kind").flatMap(this::builtIn);
    }
    refuseUnclear(section, target, processCode + " " + category);
    section.close();
    return target.map(known -> new ScopeEntry(known, processCode, category));
  }

  /** Approvals need a code or a category, other facts must not have one. */
  private void refuseUnclear(Section section, Optional<Target> target, String which) {
    Optional<DocumentKind> fact = target.flatMap(ScopeReader::fact);
    List<Node> given =
        Stream.of("processCode", "category")
            .flatMap(key -> section.optional(key).stream())
            .toList();
    if (fact.isPresent()) {
      String word = fact.get().word();
      given.forEach(node -> findings.add(node, RuleBookFinding.SCOPE_WITHOUT_APPROVAL, word));
      refuseRepeated(section, word);
    } else if (given.isEmpty() && (target.isPresent() || section.optional("kind").isEmpty())) {
      // A kind that is not known may be one that needs nothing more.
      findings.add(section.node(), RuleBookFinding.SCOPE_OPEN);
    } else if (!given.isEmpty()) {
      refuseRepeated(section, which);
    }
  }

  private static Optional<DocumentKind> builtIn(ScopeEntry entry) {
    return entry.target() instanceof Target.BuiltIn(DocumentKind kind)
        ? Optional.of(kind)
        : Optional.empty();
  }

  private static Optional<DocumentKind> fact(Target target) {
    return target instanceof Target.BuiltIn(DocumentKind kind) && ScopeEntry.FACTS.contains(kind)
        ? Optional.of(kind)
        : Optional.empty();
  }

  /** Codes hold no blank, so that the joined texts are the same only where both parts are. */
  private void refuseRepeated(Section section, String which) {
    if (!seen.add(which)) {
      findings.add(section.node(), RuleBookFinding.SCOPE_REPEATED, which.strip());
    }
  }

  private Optional<Target> builtIn(Word word) {
    return context.isChoice(word, KINDS)
        ? DocumentKind.of(word.text()).map(Target.BuiltIn::new)
        : Optional.empty();
  }

  private Optional<FormMapping> known(Word name) {
    context.use("forms", name.text());
    FormMapping form = context.forms().get(name.text());
    if (form == null) {
      findings.add(
          name.node(),
          RuleBookFinding.FORM_UNKNOWN,
          name.text(),
          Nearest.hint(name.text(), context.forms().keySet()));
    }
    return Optional.ofNullable(form);
  }
}
