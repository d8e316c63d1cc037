package io.dingledger.rules.reading;

import io.dingledger.rules.RuleBookFinding;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what stands alone: version, name, currency and rounding. */
final class HeadReader {
  private static final List<String> ROUNDINGS = List.of("HALF_UP", "HALF_EVEN", "DOWN", "UP");

  private final Context context;
  private final Findings findings;

  HeadReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  /** Reads all of it, and gives the rounding. */
  RoundingMode rounding(Section root) {
    version(root);
    root.requiredText("name");
    root.requiredText("currency").ifPresent(this::currency);
    return root.optionalText("rounding")
        .filter(word -> context.isChoice(word, ROUNDINGS))
        .map(word -> RoundingMode.valueOf(word.text()))
        .orElse(RoundingMode.HALF_UP);
  }

  private void version(Section root) {
    root.required("ruleBook")
        .filter(node -> !(node instanceof ScalarNode text && text.getValue().equals("1")))
        .ifPresent(
            node ->
                findings.add(
                    node,
                    RuleBookFinding.VERSION_UNSUPPORTED,
                    node instanceof ScalarNode text ? text.getValue() : "?"));
  }

  private void currency(Word word) {
    Set<String> known =
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());
    if (known.contains(word.text())) {
      context.currency(word.text());
    } else {
      findings.add(word.node(), RuleBookFinding.CURRENCY_UNKNOWN, word.text());
    }
  }
}
