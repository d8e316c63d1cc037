package io.dingledger.rules.reading;

import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PeriodVouchers;
import io.dingledger.rules.book.PeriodVouchers.SumBy;
import io.dingledger.rules.book.Words;
import io.dingledger.rules.expression.Template;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code vouchers}. */
final class VouchersReader {
  private static final String SUMMARY = "summary";
  private static final String PERIOD = "period";
  private static final List<String> SUM_BY = Arrays.stream(SumBy.values()).map(Words::of).toList();
  private static final int LAST_DAY_OF_EVERY_MONTH = 28;

  private final Context context;
  private final Findings findings;
  private final Set<Kind> posting;
  private final Set<Kind> ruled;

  /**
   * Reads what these kinds need.
   *
   * @param posting the kinds whose documents become lines
   * @param ruled the kinds that have rules
   */
  VouchersReader(Context context, Set<Kind> posting, Set<Kind> ruled) {
    this.context = context;
    this.findings = context.findings();
    this.posting = posting;
    this.ruled = ruled;
  }

  /**
   * What was read.
   *
   * @param summaries the voucher's summary by kind
   * @param period how months are closed
   */
  record Vouchers(Map<Kind, Template> summaries, Optional<PeriodVouchers> period) {
    static final Vouchers NONE = new Vouchers(Map.of(), Optional.empty());
  }

  Vouchers vouchers(Section section) {
    boolean perDocument = ruled.isEmpty() || posting.stream().anyMatch(kind -> !kind.isOfPay());
    word(section, "per", perDocument)
        .ifPresent(word -> context.isChoice(word, List.of("document")));
    word(section, "date", perDocument)
        .ifPresent(word -> context.isChoice(word, List.of("approved")));
    Set<Kind> kinds = summarised();
    Optional<Node> summary =
        kinds.isEmpty() ? section.optional(SUMMARY) : section.required(SUMMARY);
    Optional<PeriodVouchers> period = period(section);
    section.close();
    Map<Kind, Template> templates = new EnumMap<>(Kind.class);
    summary.ifPresent(
        node -> {
          if (node instanceof ScalarNode) {
            Section.text(node, SUMMARY, findings)
                .ifPresent(word -> kinds.forEach(kind -> put(kind, word, templates)));
          } else {
            Section.of(node, SUMMARY, findings).ifPresent(inner -> forEach(inner, templates));
          }
        });
    return new Vouchers(templates, period);
  }

  private static Optional<Word> word(Section section, String key, boolean required) {
    return required ? section.requiredText(key) : section.optionalText(key);
  }

  /** Kinds of forms that have no rules yet need a summary, too; that they miss rules is said. */
  private Set<Kind> summarised() {
    Set<Kind> kinds = new LinkedHashSet<>(context.formKinds());
    kinds.removeIf(kind -> ruled.contains(kind) && !posting.contains(kind));
    posting.stream()
        .filter(kind -> !kind.isForm() && kind != Kind.PERSON_MONTH)
        .forEach(kinds::add);
    return kinds;
  }

  /** One for each kind of the book's documents that become vouchers, and for no other. */
  private void forEach(Section section, Map<Kind, Template> templates) {
    Set<Kind> kinds = summarised();
    for (Kind kind : kinds) {
      section.requiredText(kind.word()).ifPresent(word -> put(kind, word, templates));
    }
    section.each(
        (key, node) -> {
          if (context.isChoice(key, Kind.words())) {
            Kind kind = Kind.named(key.text()).orElseThrow();
            if (context.isWithoutForm(kind)) {
              findings.add(key.node(), RuleBookFinding.KIND_WITHOUT_FORM, kind.word());
            } else if (!kinds.contains(kind) && !kind.isForm()) {
              findings.add(key.node(), RuleBookFinding.UNUSED, "vouchers.summary", kind.word());
            }
          }
        });
  }

  private void put(Kind kind, Word word, Map<Kind, Template> templates) {
    context
        .template(word, context.document(kind))
        .ifPresent(template -> templates.put(kind, template));
  }

  private Optional<PeriodVouchers> period(Section section) {
    boolean closes = ruled.stream().anyMatch(Kind::isOfPay);
    Optional<Node> node = closes ? section.required(PERIOD) : section.optional(PERIOD);
    if (node.isPresent() && !closes) {
      findings.add(section.keyNode(PERIOD), RuleBookFinding.UNUSED, "vouchers", PERIOD);
    }
    return node.flatMap(value -> Section.of(value, PERIOD, findings)).map(this::periodOf);
  }

  private PeriodVouchers periodOf(Section section) {
    Set<SumBy> sumBy = EnumSet.of(SumBy.DEPARTMENT);
    section
        .optional("sumBy")
        .ifPresent(
            node -> {
              List<Word> words = section.texts("sumBy", node);
              sumBy.clear();
              // What cannot be read may be any of them, so that nothing else is missed.
              sumBy.addAll(EnumSet.allOf(SumBy.class));
              if (words.stream().allMatch(word -> context.isChoice(word, SUM_BY))) {
                sumBy.removeIf(
                    by -> words.stream().noneMatch(word -> word.text().equals(Words.of(by))));
              }
            });
    int closeOn = section.optional("closeOn").map(this::closeOn).orElse(0);
    section.close();
    return new PeriodVouchers(sumBy, closeOn);
  }

  private int closeOn(Node node) {
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (text.matches("[1-9]\\d?") && Integer.parseInt(text) <= LAST_DAY_OF_EVERY_MONTH) {
      return Integer.parseInt(text);
    }
    Section.wrongShape(findings, node, "closeOn", "1 到 28 之间的整数", "a whole number from 1 to 28");
    return 0;
  }
}
