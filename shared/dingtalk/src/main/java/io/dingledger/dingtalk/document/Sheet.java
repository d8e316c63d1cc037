package io.dingledger.dingtalk.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Form.Reference;
import io.dingledger.model.document.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A list of components, a form's or a row's, in which fields are looked up. */
final class Sheet {
  private static final String RANGE = "DDDateRangeField";

  private final List<Component> components;
  private final Findings findings;
  private final String place;
  private final Set<Field> ambiguous = new HashSet<>();
  private final Map<String, Set<String>> spellings = new HashMap<>();

  /**
   * @param place what stands before the words of fields among the origins, for example {@code
   *     journeys[1].}
   */
  Sheet(List<Component> components, Findings findings, String place) {
    this.components = new ArrayList<>();
    components.forEach(this::add);
    this.findings = findings;
    this.place = place;
  }

  /** A range holds two fields: its name lists their labels, its value their values. */
  private void add(Component component) {
    JsonNode names = json(component.name());
    JsonNode values = json(component.value());
    boolean isRange = component.type().equals(RANGE) || component.type().isEmpty();
    if (!isRange || !names.isArray() || !values.isArray()) {
      components.add(component);
      return;
    }
    for (int index = 0; index < names.size(); index++) {
      String name = JsonTexts.scalar(names.get(index));
      String value = JsonTexts.scalar(values.path(index));
      components.add(
          new Component("", component.id(), name, component.type(), value, List.of(), List.of()));
    }
  }

  /** The JSON that a text holds; missing when it holds none. */
  static JsonNode json(String text) {
    return text.isEmpty() ? MissingNode.getInstance() : JsonTexts.unwrapped(TextNode.valueOf(text));
  }

  /** Whether nothing was filled in, in any of DingTalk's spellings. */
  static boolean isBlank(Component component) {
    return component.rows().isEmpty() && text(component).isEmpty();
  }

  /** The value without blanks around it; empty for every spelling of nothing. */
  static String text(Component component) {
    String text = component.value().strip();
    return text.equals("null") || text.equals("[]") ? "" : text;
  }

  List<Component> components() {
    return components;
  }

  /**
   * The field's component: by bizAlias, then by id, then by name; the first that finds anything
   * decides. Of several all but one must be blank. What DingTalk says besides the value must be
   * readable.
   */
  Optional<Component> find(Field field) {
    for (String alias : field.aliases()) {
      List<Component> fitting = fitting(known -> known.bizAlias().equalsIgnoreCase(alias));
      if (!fitting.isEmpty()) {
        return one(field, fitting, "by bizAlias " + fitting.getFirst().bizAlias());
      }
    }
    for (String alias : field.aliases()) {
      List<Component> fitting = fitting(known -> known.id().equalsIgnoreCase(alias));
      if (!fitting.isEmpty()) {
        return one(field, fitting, "by id " + fitting.getFirst().id());
      }
    }
    List<Component> named = fitting(known -> isNamed(known, field));
    return named.isEmpty()
        ? Optional.empty()
        : one(field, named, "by name " + named.getFirst().name());
  }

  private boolean isNamed(Component component, Field field) {
    return spellings.computeIfAbsent(component.name(), Labels::spellings).stream()
        .anyMatch(field.labels()::contains);
  }

  private List<Component> fitting(Predicate<Component> condition) {
    return components.stream().filter(condition).toList();
  }

  private Optional<Component> one(Field field, List<Component> fitting, String how) {
    List<Component> filled = fitting.stream().filter(known -> !isBlank(known)).toList();
    if (filled.size() > 1) {
      if (ambiguous.add(field)) {
        findings.doubtOf(field, DocumentDoubt.FIELD_AMBIGUOUS);
      }
      return Optional.empty();
    }
    Component found = filled.isEmpty() ? fitting.getFirst() : filled.getFirst();
    findings.origin(place + field.word(), how);
    requireReadableExtension(field, found);
    return Optional.of(found);
  }

  private void requireReadableExtension(Field field, Component component) {
    if (!component.extension().isBlank() && json(component.extension()).isMissingNode()) {
      findings.doubtOf(field, DocumentDoubt.EXTENSION_UNREADABLE);
    }
  }

  /** The field's component, filled in; a doubt when it is not. */
  Optional<Component> require(Field field) {
    Optional<Component> found = find(field).filter(component -> !isBlank(component));
    if (found.isEmpty()) {
      missing(field);
    }
    return found;
  }

  private void missing(Field field) {
    if (!ambiguous.contains(field)) {
      findings.doubtOf(field, DocumentDoubt.FIELD_MISSING);
    }
  }

  /** The field's text; empty when it has none. */
  String text(Field field) {
    return find(field).map(Sheet::text).orElse("");
  }

  /** The text of a field that explains and decides nothing: of several the first. */
  String note(Field field) {
    for (String alias : field.aliases()) {
      List<Component> fitting = fitting(known -> known.bizAlias().equalsIgnoreCase(alias));
      if (!fitting.isEmpty()) {
        findings.origin(place + field.word(), "by bizAlias " + fitting.getFirst().bizAlias());
        return text(fitting.getFirst());
      }
    }
    for (Component component : components) {
      if (isNamed(component, field)) {
        findings.origin(place + field.word(), "by name " + component.name());
        return text(component);
      }
    }
    return "";
  }

  /** The field's moment; a doubt when it is missing or none. */
  Optional<Moment> requireMoment(Field field) {
    return require(field).flatMap(component -> moment(field, component));
  }

  /** The field's moment when it has one; a doubt when it is none. */
  Optional<Moment> moment(Field field) {
    return find(field)
        .filter(component -> !isBlank(component))
        .flatMap(component -> moment(field, component));
  }

  private Optional<Moment> moment(Field field, Component component) {
    Optional<Moment> moment = WallTimes.moment(text(component));
    if (moment.isEmpty()) {
      findings.doubtOf(field, DocumentDoubt.TIME_UNREADABLE, text(component));
    }
    return moment;
  }

  /** From the start to the end; a doubt when either is missing, or they stand the wrong way. */
  Optional<Span> requireSpan(Field starts, Field ends) {
    Optional<Moment> from = requireMoment(starts);
    Optional<Moment> to = requireMoment(ends);
    return from.flatMap(start -> to.map(end -> new Span(start, end)))
        .filter(span -> span.isForward(findings));
  }

  /** The label of the only option of a component, or its text. */
  static String choice(Component component) {
    String text = text(component);
    return text.isEmpty() && component.references().size() == 1
        ? component.references().getFirst().label()
        : text;
  }

  /** The key of the only option of a component; empty when it states none. */
  static String key(Component component) {
    return component.references().size() == 1
        ? component.references().stream().map(Reference::id).findFirst().orElse("")
        : "";
  }
}
