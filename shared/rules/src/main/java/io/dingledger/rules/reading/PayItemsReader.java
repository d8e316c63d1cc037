package io.dingledger.rules.reading;

import io.dingledger.model.pay.PaySign;
import io.dingledger.model.pay.PayUnit;
import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.PayItemDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code payItems}. */
final class PayItemsReader {
  private final Context context;
  private final Findings findings;
  private final Map<String, String> nameByCode = new HashMap<>();

  PayItemsReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  /**
   * The pay items by name, in the order of the book. One that cannot be read wholly is kept, so
   * that what refers to it is not reported as well.
   */
  Map<String, PayItemDefinition> items(Section section) {
    Map<String, PayItemDefinition> items = new LinkedHashMap<>();
    section.each(
        (name, node) -> {
          Names.isSpelt(name, findings);
          Section.of(node, name.text(), findings)
              .ifPresent(inner -> items.put(name.text(), item(name.text(), inner)));
        });
    if (section.isEmpty()) {
      findings.add(section.node(), RuleBookFinding.EMPTY_VALUE, "payItems");
    }
    return items;
  }

  private PayItemDefinition item(String name, Section section) {
    Optional<Word> code = section.optionalText("code");
    PayUnit unit =
        section
            .requiredText("unit")
            .filter(word -> context.isChoice(word, PayUnit.words()))
            .flatMap(word -> PayUnit.of(word.text()))
            .orElse(PayUnit.HOUR);
    PaySign sign =
        section
            .requiredText("sign")
            .filter(word -> context.isChoice(word, PaySign.words()))
            .flatMap(word -> PaySign.of(word.text()))
            .orElse(PaySign.EARNING);
    section.close();
    code.ifPresent(word -> refuseRepeated(word, name));
    return new PayItemDefinition(name, code.map(Word::text).orElse(""), unit, sign);
  }

  private void refuseRepeated(Word code, String name) {
    String other = nameByCode.putIfAbsent(code.text(), name);
    if (other != null) {
      findings.add(code.node(), DataFinding.PAY_CODE_REPEATED, code.text(), other, name);
    }
  }
}
