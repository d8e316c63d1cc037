package io.dingledger.rules.reading;

import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Template;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code vouchers}. */
final class VouchersReader {
  private static final String SUMMARY = "summary";

  private final Context context;
  private final Findings findings;

  VouchersReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  /** The voucher's summary by kind. */
  Map<Kind, Template> summaries(Section section) {
    section.requiredText("per").ifPresent(word -> context.isChoice(word, List.of("document")));
    section.requiredText("date").ifPresent(word -> context.isChoice(word, List.of("approved")));
    Optional<Node> summary = section.required(SUMMARY);
    section.close();
    Map<Kind, Template> templates = new EnumMap<>(Kind.class);
    summary.ifPresent(
        node -> {
          if (node instanceof ScalarNode) {
            Section.text(node, SUMMARY, findings).ifPresent(word -> forAll(word, templates));
          } else {
            Section.of(node, SUMMARY, findings).ifPresent(inner -> forEach(inner, templates));
          }
        });
    return templates;
  }

  private void forAll(Word word, Map<Kind, Template> templates) {
    context.kinds().forEach(kind -> put(kind, word, templates));
  }

  /** One for each kind of the book's forms, and for no other. */
  private void forEach(Section section, Map<Kind, Template> templates) {
    for (Kind kind : context.kinds()) {
      section.requiredText(kind.word()).ifPresent(word -> put(kind, word, templates));
    }
    section.each(
        (key, node) ->
            context
                .kind(key)
                .filter(context::isWithoutForm)
                .ifPresent(
                    kind ->
                        findings.add(key.node(), RuleBookFinding.KIND_WITHOUT_FORM, kind.word())));
  }

  private void put(Kind kind, Word word, Map<Kind, Template> templates) {
    context
        .template(word, context.document(kind))
        .ifPresent(template -> templates.put(kind, template));
  }
}
