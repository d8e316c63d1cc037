package io.dingledger.rules.reading;

import io.dingledger.model.voucher.Dimension;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Account;
import io.dingledger.rules.book.DimensionSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code accounts} and {@code dimensions}. */
final class AccountsReader {
  private static final List<String> DIMENSIONS =
      Arrays.stream(Dimension.values()).map(AccountsReader::word).toList();

  private final Context context;
  private final Findings findings;

  AccountsReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  /** How rule books spell a dimension. */
  static String word(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  Map<Dimension, List<DimensionSource>> dimensions(Section section) {
    Map<Dimension, List<DimensionSource>> dimensions = new EnumMap<>(Dimension.class);
    section.each(
        (name, node) -> {
          if (context.isChoice(name, DIMENSIONS)) {
            dimensions.put(dimension(name.text()), sources(name.text(), node));
          }
        });
    return dimensions;
  }

  private static Dimension dimension(String word) {
    return Dimension.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private List<DimensionSource> sources(String name, Node node) {
    List<Node> nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    if (nodes.isEmpty()) {
      findings.add(node, RuleBookFinding.EMPTY_VALUE, name);
    }
    List<DimensionSource> sources = new ArrayList<>();
    nodes.forEach(
        each -> Section.of(each, name, findings).flatMap(this::source).ifPresent(sources::add));
    return sources;
  }

  private Optional<DimensionSource> source(Section section) {
    Optional<Word> from = section.requiredText("from").filter(this::isText);
    Optional<Map<String, String>> codes = section.optionalSection("map").map(this::codes);
    section.close();
    return from.map(path -> new DimensionSource(path.text(), codes));
  }

  private Map<String, String> codes(Section section) {
    Map<String, String> codes = new LinkedHashMap<>();
    section.each(
        (value, node) ->
            Section.text(node, value.text(), findings)
                .ifPresent(code -> codes.put(value.text(), code.text())));
    section.close();
    return codes;
  }

  /** Whether a path is a text of documents of any kind that the book has. */
  private boolean isText(Word path) {
    return context
        .kindWith(path.text())
        .map(kind -> context.isTextField(path, context.row(kind)))
        .orElse(true);
  }

  void accounts(Section section, Map<Dimension, List<DimensionSource>> known) {
    section.each(
        (name, node) ->
            Section.of(node, name.text(), findings)
                .ifPresent(
                    inner ->
                        context.accounts().put(name.text(), account(name.text(), inner, known))));
  }

  /** An account without a readable code is kept under its name, so that only one thing is said. */
  private Account account(
      String name, Section section, Map<Dimension, List<DimensionSource>> known) {
    String code = section.requiredText("code").map(Word::text).orElse("?");
    List<Dimension> required = new ArrayList<>();
    List<Word> words =
        section
            .optional("dimensions")
            .map(node -> section.texts("dimensions", node))
            .orElse(List.of());
    section.close();
    for (Word word : words) {
      if (context.isChoice(word, DIMENSIONS)) {
        Dimension dimension = dimension(word.text());
        required.add(dimension);
        context.use("dimensions", word.text());
        if (!known.containsKey(dimension)) {
          findings.add(word.node(), RuleBookFinding.DIMENSION_UNDEFINED, name, word.text());
        }
      }
    }
    return new Account(name, code, required.stream().distinct().toList());
  }
}
