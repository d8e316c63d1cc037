package io.dingledger.rules.translation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What currencies are called in forms. Others are known by their ISO code only. */
final class CurrencyNames {
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "CNY", List.of("RMB", "人民币", "人民币元", "元", "¥", "￥"),
          "HKD", List.of("港币", "港元", "HK$"),
          "USD", List.of("美元", "美金", "US$"));

  private CurrencyNames() {}

  /** Whether a text is a name of a currency; {@code 人民币(CNY)} is one, too. */
  static boolean isCalled(String currency, String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    List<String> names = NAMES.getOrDefault(currency, List.of());
    if (upper.equals(currency) || names.contains(upper)) {
      return true;
    }
    return names.stream()
        .anyMatch(
            name ->
                upper.equals(name + "(" + currency + ")")
                    || upper.equals(name + "（" + currency + "）")
                    || upper.equals(currency + " " + name)
                    || upper.equals(name + " " + currency));
  }
}
