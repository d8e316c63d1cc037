package io.dingledger.rules.translation;

import io.dingledger.model.document.Form;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.Selector;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Finds a field's component by its selector and reads its text. */
final class FieldReader {
  private static final int DATE_LENGTH = 10;
  private static final int MOST_ATTACHMENTS = 9999;
  private static final int QUANTITY_DECIMALS = 6;
  private static final int LONGEST_RELATION = 200;
  private static final int LONGEST_SHOWN = 40;

  private static final Pattern SEPARATORS = Pattern.compile("[\\[\\]\",，\\s]+");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.=+/~-]+");

  private static final Found NONE = new Found.None();

  private final String currency;
  private final int scale;

  FieldReader(String currency) {
    this.currency = currency;
    this.scale = Money.scaleOf(currency);
  }

  /** A component that was found, and how. */
  sealed interface Found {
    /** Exactly one. */
    record One(Form.Component component, String how) implements Found {}

    /** None. */
    record None() implements Found {}

    /** Several. */
    record Several() implements Found {}
  }

  /** Looks by bizAlias, then by id, then by name; the first that finds anything decides. */
  static Found find(List<Form.Component> components, Selector selector) {
    Found found = find(components, selector.bizAlias(), Way.BIZ_ALIAS);
    if (found == NONE) {
      found = find(components, selector.id(), Way.ID);
    }
    return found == NONE ? find(components, selector.name(), Way.NAME) : found;
  }

  private enum Way {
    BIZ_ALIAS("by bizAlias "),
    ID("by id "),
    NAME("by name ");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    String of(Form.Component component) {
      return switch (this) {
        case BIZ_ALIAS -> component.bizAlias();
        case ID -> component.id();
        case NAME -> component.name();
      };
    }
  }

  private static Found find(List<Form.Component> components, String wanted, Way way) {
    if (wanted.isEmpty()) {
      return NONE;
    }
    Form.Component fitting = null;
    for (Form.Component component : components) {
      if (wanted.equals(way.of(component))) {
        if (fitting != null) {
          return new Found.Several();
        }
        fitting = component;
      }
    }
    return fitting == null ? NONE : new Found.One(fitting, way.words + wanted);
  }

  /** What the component that was looked for says about a field. */
  Fact read(Found found, FormField field, String label, Where where) {
    return switch (found) {
      case Found.Several several -> unusable(HoldReason.FIELD_AMBIGUOUS, where, label);
      case Found.None none -> blank(field, where, label);
      case Found.One(Form.Component component, String how) -> {
        String origin = where.english() + ", " + label + " (" + how + ")";
        yield isFilled(field, component)
            ? value(component, field, where, label, origin)
            : blank(field, where, label);
      }
    };
  }

  /** What is assumed when nothing is said; days and quantities cannot be assumed. */
  Fact blank(FormField field, Where where, String label) {
    if (field.required()) {
      return unusable(HoldReason.FIELD_MISSING, where, label);
    }
    String origin = where.english() + ", " + label + " (blank)";
    return switch (field.content()) {
      case AMOUNT -> new Fact.Given(new Value.Decimal(BigDecimal.ZERO), origin, false);
      case COUNT -> new Fact.Given(new Value.Decimal(BigDecimal.ONE), origin, false);
      case TEXT, RELATION -> new Fact.Given(new Value.Text(""), origin, false);
      case CURRENCY -> new Fact.Given(new Value.Text(currency), origin, false);
      case DATE, QUANTITY ->
          new Fact.Unusable(() -> unusable(HoldReason.FIELD_MISSING, where, label).reason(), false);
    };
  }

  /** DingTalk writes nothing, {@code null} or an empty list for what was not filled in. */
  static boolean isBlank(Form.Component component) {
    String text = component.value().strip();
    return text.isEmpty() || text.equals("null") || text.equals("[]");
  }

  /** Whether a component says anything about a field. */
  static boolean isFilled(FormField field, Form.Component component) {
    boolean relates =
        field.content() == FormField.Content.RELATION && !component.references().isEmpty();
    return relates || !isBlank(component);
  }

  private Fact value(
      Form.Component component, FormField field, Where where, String label, String origin) {
    String text = component.value().strip();
    return switch (field.content()) {
      case AMOUNT -> amount(text, where, label, origin);
      case QUANTITY -> quantity(text, where, label, origin);
      case COUNT -> count(text, where, label, origin);
      case TEXT -> new Fact.Given(new Value.Text(text), origin, true);
      case DATE -> date(text, where, label, origin);
      case CURRENCY -> currency(text, where, label, origin);
      case RELATION -> relation(component, where, label, origin);
    };
  }

  private Fact amount(String text, Where where, String label, String origin) {
    return switch (AmountText.read(text)) {
      case AmountText.Unreadable unreadable ->
          unusable(HoldReason.AMOUNT_UNREADABLE, where, label, shown(text));
      case AmountText.Amount(BigDecimal number) when number.scale() > scale ->
          unusable(HoldReason.AMOUNT_TOO_FINE, where, label, shown(text), scale);
      case AmountText.Amount(BigDecimal number) ->
          new Fact.Given(new Value.Decimal(number.setScale(scale)), origin, true);
    };
  }

  private static Fact quantity(String text, Where where, String label, String origin) {
    return switch (AmountText.read(text)) {
      case AmountText.Amount(BigDecimal number)
          when number.scale() <= QUANTITY_DECIMALS && number.signum() >= 0 ->
          new Fact.Given(new Value.Decimal(number), origin, true);
      case AmountText.Read other ->
          unusable(HoldReason.QUANTITY_UNREADABLE, where, label, shown(text));
    };
  }

  /** DingTalk gives the instances that were chosen; the text alone may be one's id or its title. */
  private static Fact relation(Form.Component component, Where where, String label, String origin) {
    List<String> ids =
        component.references().stream()
            .map(Form.Reference::id)
            .filter(id -> !id.isBlank())
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      ids = idsIn(component.value());
    }
    return switch (ids.size()) {
      case 0 -> unusable(HoldReason.RELATION_UNREADABLE, where, label, shown(component.value()));
      case 1 -> new Fact.Given(new Value.Text(ids.getFirst()), origin, true);
      default -> unusable(HoldReason.RELATION_SEVERAL, where, label, ids.size());
    };
  }

  /** Ids as DingTalk lists them in a text: one, several between commas, or a list of texts. */
  private static List<String> idsIn(String text) {
    List<String> ids =
        SEPARATORS.splitAsStream(text).filter(part -> !part.isEmpty()).distinct().toList();
    boolean readable =
        ids.stream().allMatch(id -> id.length() <= LONGEST_RELATION && ID.matcher(id).matches());
    return readable ? ids : List.of();
  }

  private static Fact count(String text, Where where, String label, String origin) {
    boolean digits =
        text.length() <= 4 && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    return digits && Integer.parseInt(text) <= MOST_ATTACHMENTS
        ? new Fact.Given(new Value.Decimal(new BigDecimal(text)), origin, true)
        : unusable(HoldReason.COUNT_UNREADABLE, where, label, shown(text));
  }

  /** A day, or a day with a time of day, which is not looked at. */
  private static Fact date(String text, Where where, String label, String origin) {
    boolean dayOnly = text.length() == DATE_LENGTH;
    boolean withTime = text.length() > DATE_LENGTH && " T".indexOf(text.charAt(DATE_LENGTH)) >= 0;
    if ((dayOnly || withTime) && looksLikeDay(text)) {
      try {
        LocalDate day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        return new Fact.Given(new Value.Day(day), origin, true);
      } catch (DateTimeException notADate) {
        // Held below, as anything else that is no date.
      }
    }
    return unusable(HoldReason.DATE_UNREADABLE, where, label, shown(text));
  }

  /** Whether {@code 0000-00-00} stands at the beginning, with any plain digits. */
  private static boolean looksLikeDay(String text) {
    for (int at = 0; at < DATE_LENGTH; at++) {
      char sign = text.charAt(at);
      boolean fits = at == 4 || at == 7 ? sign == '-' : sign >= '0' && sign <= '9';
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int digits(String text, int from, int until) {
    return Integer.parseInt(text, from, until, 10);
  }

  private Fact currency(String text, Where where, String label, String origin) {
    return CurrencyNames.isCalled(currency, text)
        ? new Fact.Given(new Value.Text(currency), origin, true)
        : unusable(HoldReason.CURRENCY_FOREIGN, where, label, shown(text), currency);
  }

  static Fact.Unusable unusable(HoldReason reason, Where where, String label, Object... more) {
    Object[] arguments = new Object[3 + more.length];
    arguments[0] = where.chinese();
    arguments[1] = label;
    arguments[2] = where.english();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return new Fact.Unusable(Reason.of(reason, arguments), true);
  }

  static String shown(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }
}
