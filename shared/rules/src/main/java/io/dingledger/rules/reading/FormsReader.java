package io.dingledger.rules.reading;

import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Selector;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code forms}. */
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
    Optional<Kind> kind = section.requiredText("kind").flatMap(context::formKind);
    Optional<Section> header = section.requiredSection("fields");
    Optional<Section> table = table(kind, section);
    Optional<Selector> at =
        table.flatMap(inner -> inner.requiredSection("at")).map(inner -> selector("at", inner));
    Optional<Section> row = table.flatMap(inner -> inner.requiredSection("fields"));
    section.close();
    table.ifPresent(Section::close);
    if (kind.isEmpty() || header.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Selector> headerFields = fields(kind.get().header(), header.get());
    Map<String, Selector> rowFields =
        row.map(inner -> fields(kind.get().row(), inner)).orElse(Map.of());
    boolean complete = row.isPresent() && at.isPresent() || isWithoutTable(kind.get(), section);
    return complete
        ? Optional.of(new FormMapping(name, kind.get(), headerFields, at, rowFields))
        : Optional.empty();
  }

  /** The table; a kind that is not known is taken for one that may have a table. */
  private Optional<Section> table(Optional<Kind> kind, Section section) {
    return switch (kind.map(Kind::table).orElse(Kind.Table.OPTIONAL)) {
      case REQUIRED -> section.requiredSection("table");
      case OPTIONAL -> section.optionalSection("table");
      case ABSENT -> {
        section
            .optional("table")
            .ifPresent(
                node ->
                    findings.add(
                        section.keyNode("table"), RuleBookFinding.ROWS_ABSENT, kind.get().word()));
        yield Optional.empty();
      }
    };
  }

  private static boolean isWithoutTable(Kind kind, Section section) {
    return switch (kind.table()) {
      case REQUIRED -> false;
      case OPTIONAL -> section.optional("table").isEmpty();
      case ABSENT -> true;
    };
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

  private static String text(Optional<Word> word) {
    return word.map(Word::text).orElse("");
  }
}
