package io.dingledger.rules.reading;

import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.HoldRule;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code hold}. */
final class HoldsReader {
  private final Context context;
  private final Findings findings;
  private final PlaceReader places;

  HoldsReader(Context context) {
    this.context = context;
    this.findings = context.findings();
    this.places = new PlaceReader(context);
  }

  List<Placed.Hold> holds(List<Node> items) {
    List<Placed.Hold> holds = new ArrayList<>();
    items.forEach(
        item -> Section.of(item, "hold", findings).flatMap(this::hold).ifPresent(holds::add));
    return holds;
  }

  private Optional<Placed.Hold> hold(Section section) {
    Optional<Kind> kind = kind(section);
    boolean eachRow = places.eachRow(section, kind);
    Optional<Word> when = section.requiredExpression("when", Type.TRUTH);
    String[] reason = reason(section);
    section.close();
    if (kind.isEmpty() || when.isEmpty()) {
      return Optional.empty();
    }
    return context
        .formula(when.get(), places.vocabulary(kind, eachRow), Type.TRUTH)
        .map(formula -> new HoldRule(kind.get(), eachRow, formula, reason[0], reason[1]))
        .map(hold -> new Placed.Hold(hold, section.node(), when.get()));
  }

  /**
   * The kind is understood when the book has forms of only one, and none is missed where forms are
   * broken.
   */
  private Optional<Kind> kind(Section section) {
    boolean understood = context.formKinds().size() <= 1 && !context.isWithoutForms();
    if (section.optional("for").isEmpty() && understood) {
      return context.formKinds().stream().findFirst();
    }
    return section.requiredText("for").flatMap(places::kind);
  }

  /** Why, in Chinese and English; one text serves for both. */
  private String[] reason(Section section) {
    Optional<Node> node = section.optional("reason");
    if (node.isPresent() && !(node.get() instanceof ScalarNode)) {
      Optional<Section> both = Section.of(node.get(), "reason", findings);
      String chinese = both.flatMap(inner -> inner.requiredText("zh")).map(Word::text).orElse("");
      String english = both.flatMap(inner -> inner.requiredText("en")).map(Word::text).orElse("");
      both.ifPresent(Section::close);
      return new String[] {chinese, english};
    }
    boolean blank =
        node.isEmpty() || node.get() instanceof ScalarNode text && text.getValue().isBlank();
    if (blank) {
      findings.add(node.orElse(section.node()), RuleBookFinding.HOLD_WITHOUT_REASON);
      return new String[] {"", ""};
    }
    String text = section.optionalText("reason").map(Word::text).orElse("");
    return new String[] {text, text};
  }
}
