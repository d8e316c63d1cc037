package io.dingledger.rules.reading;

import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.book.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code forms} and {@code scope}. */
final class FormsReader {
  private final Context context;
  private final Findings findings;

  FormsReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  void forms(Section forms) {
    forms.each(
        (name, node) ->
            Section.of(node, name.text(), findings)
                .flatMap(section -> form(name.text(), section))
                .ifPresent(form -> context.forms().put(form.name(), form)));
  }

  private Optional<FormMapping> form(String name, Section section) {
    Optional<Kind> kind = section.requiredText("kind").flatMap(context::kind);
    Optional<Section> header = section.requiredSection("fields");
    Optional<Section> table = section.requiredSection("table");
    Optional<Selector> at =
        table.flatMap(inner -> inner.requiredSection("at")).map(inner -> selector("at", inner));
    Optional<Section> row = table.flatMap(inner -> inner.requiredSection("fields"));
    section.close();
    table.ifPresent(Section::close);
    if (kind.isEmpty() || header.isEmpty() || row.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Selector> headerFields = fields(kind.get().header(), header.get());
    Map<String, Selector> rowFields = fields(kind.get().row(), row.get());
    return at.map(selector -> new FormMapping(name, kind.get(), headerFields, selector, rowFields));
  }

  private Map<String, Selector> fields(List<FormField> known, Section section) {
    Map<String, Selector> selectors = new LinkedHashMap<>();
    Map<String, String> taken = new HashMap<>();
    for (FormField field : known) {
      Optional<Node> node =
          field.required() ? section.required(field.key()) : section.optional(field.key());
      node.flatMap(value -> Section.of(value, field.key(), findings))
          .ifPresent(
              inner -> {
                Selector selector = selector(field.key(), inner);
                selectors.put(field.key(), selector);
                refuseShared(field.key(), selector, inner.node(), taken);
              });
    }
    section.close();
    return selectors;
  }

  private void refuseShared(String key, Selector selector, Node node, Map<String, String> taken) {
    for (String way : List.of("bizAlias " + selector.bizAlias(), "id " + selector.id())) {
      String other = way.endsWith(" ") ? null : taken.putIfAbsent(way, key);
      if (other != null) {
        findings.add(node, RuleBookFinding.SELECTOR_REPEATED, way, other, key);
      }
    }
  }

  private Selector selector(String name, Section section) {
    Optional<Word> bizAlias = section.optionalText("bizAlias");
    Optional<Word> id = section.optionalText("id");
    Optional<Word> label = section.optionalText("name");
    if (section.optional("bizAlias").isEmpty()
        && section.optional("id").isEmpty()
        && section.optional("name").isEmpty()) {
      findings.add(section.node(), RuleBookFinding.SELECTOR_EMPTY, name);
    }
    section.close();
    return new Selector(text(bizAlias), text(id), text(label));
  }

  List<ScopeEntry> scope(List<Node> items) {
    List<ScopeEntry> scope = new ArrayList<>();
    Map<String, Node> seen = new HashMap<>();
    for (Node item : items) {
      Section.of(item, "scope", findings)
          .flatMap(section -> scopeEntry(section, seen))
          .ifPresent(scope::add);
    }
    return scope;
  }

  private Optional<ScopeEntry> scopeEntry(Section section, Map<String, Node> seen) {
    Optional<Word> form = section.requiredText("form");
    String processCode = text(section.optionalText("processCode"));
    String category = text(section.optionalText("category"));
    boolean open =
        section.optional("processCode").isEmpty() && section.optional("category").isEmpty();
    section.close();
    if (open) {
      findings.add(section.node(), RuleBookFinding.SCOPE_OPEN);
    } else if (seen.putIfAbsent(processCode + " " + category, section.node()) != null) {
      String name = (processCode + " " + category).strip();
      findings.add(section.node(), RuleBookFinding.SCOPE_REPEATED, name);
    }
    return form.flatMap(this::known).map(mapping -> new ScopeEntry(mapping, processCode, category));
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

  private static String text(Optional<Word> word) {
    return word.map(Word::text).orElse("");
  }
}
