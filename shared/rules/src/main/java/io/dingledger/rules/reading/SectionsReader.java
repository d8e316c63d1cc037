package io.dingledger.rules.reading;

import io.dingledger.model.voucher.Dimension;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.DimensionSource;
import io.dingledger.rules.book.HoldRule;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PaySettings;
import io.dingledger.rules.book.People;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.calendar.WorkCalendar;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the sections of a rule book, in the order in which they depend on each other. */
final class SectionsReader {
  private static final List<String> OVERNIGHT = List.of("split", "hold");

  private final Findings findings;
  private final Context context;

  SectionsReader(Findings findings) {
    this.findings = findings;
    this.context = new Context(findings);
  }

  /** The book; usable only when there are no mistakes among the findings. */
  Book book(Section root) {
    RoundingMode rounding = new HeadReader(context).rounding(root);
    Outline outline = Outline.of(root);
    forms(root, outline.mapped());
    List<ScopeEntry> scope = new ScopeReader(context).scope(root.requiredItems("scope"));
    People people = new PeopleReader(findings).people(root.optionalItems("people"));
    Optional<WorkCalendar> calendar = calendar(root);
    payItems(root);
    boolean splitsOvernight = splitsOvernight(root);
    Map<Dimension, List<DimensionSource>> dimensions = accounts(root, outline);
    DataReader data = data(root, calendar);
    List<Placed.Hold> holds = new HoldsReader(context).holds(root.optionalItems("hold"));
    RulesReader rulesReader = new RulesReader(context);
    List<Placed.OneRule> placed = rulesReader.rules(ruleItems(root, outline.mapped()));
    VouchersReader.Vouchers vouchers = vouchers(root, outline, rulesReader);
    root.close();
    List<Rule> rules = data.minded(placed.stream().map(Placed.OneRule::rule).toList(), calendar);
    boolean readable = findings.isUsable();
    Book book =
        new Book(
            context.currency(),
            rounding,
            scope,
            people,
            context.accounts(),
            dimensions,
            context.derived(),
            RateFormulas.of(context.scale()),
            byKind(holds.stream().map(Placed.Hold::hold).toList(), HoldRule::kind),
            byKind(rules, Rule::kind),
            vouchers.summaries(),
            new PaySettings(calendar, splitsOvernight, context.payItems(), vouchers.period()));
    new Checks(context, placed, holds).run(book, root, rulesReader.madeItems());
    if (readable) {
      complete(root, rulesReader, rules, scope, outline.mapped());
    }
    return book;
  }

  private Map<Dimension, List<DimensionSource>> accounts(Section root, Outline outline) {
    AccountsReader accounts = new AccountsReader(context);
    Map<Dimension, List<DimensionSource>> dimensions =
        root.optionalSection("dimensions").map(accounts::dimensions).orElse(Map.of());
    part(root, "accounts", outline.posting())
        .ifPresent(section -> accounts.accounts(section, dimensions));
    return dimensions;
  }

  private VouchersReader.Vouchers vouchers(Section root, Outline outline, RulesReader rules) {
    boolean required = outline.posting() || rules.ruled().stream().anyMatch(Kind::isOfPay);
    return part(root, "vouchers", required)
        .map(new VouchersReader(context, rules.posting(), rules.ruled())::vouchers)
        .orElse(VouchersReader.Vouchers.NONE);
  }

  private void complete(
      Section root,
      RulesReader rulesReader,
      List<Rule> rules,
      List<ScopeEntry> scope,
      boolean mapped) {
    Completeness completeness = new Completeness(context, root);
    completeness.sides(rules, scope);
    completeness.scope(root.optionalItems("scope"), rulesReader.ruled());
    completeness.payItems(rulesReader.madeItems(), rulesReader.ruled());
    // Without any rule nothing is used; that the rules are missing has been said.
    if (!rules.isEmpty() || !mapped) {
      completeness.unused(rulesReader.accountsByName());
    }
  }

  private void forms(Section root, boolean mapped) {
    Optional<Section> forms = part(root, "forms", mapped);
    forms.ifPresent(new FormsReader(context)::forms);
    if (forms.isEmpty() && !mapped) {
      context.hasNoForms();
    }
  }

  private Optional<WorkCalendar> calendar(Section root) {
    Optional<Section> section = root.optionalSection("calendar");
    if (root.optional("calendar").isPresent()) {
      context.readsCalendar();
    }
    return section.flatMap(new CalendarReader(context)::calendar);
  }

  private void payItems(Section root) {
    root.optionalSection("payItems")
        .map(new PayItemsReader(context)::items)
        .ifPresent(items -> items.values().forEach(context::payItem));
  }

  private DataReader data(Section root, Optional<WorkCalendar> calendar) {
    return DataReader.read(
        context,
        root,
        calendar.map(WorkCalendar::hoursPerDay).orElse(CalendarReader.HOURS_PER_DAY));
  }

  private boolean splitsOvernight(Section root) {
    Optional<Section> section = root.optionalSection("attendance");
    Optional<Word> overnight = section.flatMap(inner -> inner.requiredText("overnight"));
    section.ifPresent(Section::close);
    return overnight
        .filter(word -> context.isChoice(word, OVERNIGHT))
        .filter(word -> word.text().equals(OVERNIGHT.getFirst()))
        .isPresent();
  }

  private static Optional<Section> part(Section root, String key, boolean required) {
    return required ? root.requiredSection(key) : root.optionalSection(key);
  }

  /** An empty list is a book without rules, which is reported as such. */
  private List<Node> ruleItems(Section root, boolean required) {
    return (required ? root.required("rules") : root.optional("rules"))
        .map(node -> Section.items(node, "rules", findings))
        .orElse(List.of());
  }

  private static <T> Map<Kind, List<T>> byKind(List<T> items, Function<T, Kind> kind) {
    return items.stream().collect(Collectors.groupingBy(kind));
  }
}
