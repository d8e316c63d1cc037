package io.dingledger.dingtalk.document;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Person;
import io.dingledger.model.document.PersonNamed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The people whom components name. */
final class People {
  private static final String CONTACT = "InnerContactField";

  private People() {}

  /** The originator, as a form would name them. */
  static PersonNamed named(Person person) {
    return new PersonNamed(person.userId(), person.name());
  }

  /** The user ids that a form names, each once, in the form's order. */
  static List<String> idsIn(Form form) {
    Set<String> ids = new LinkedHashSet<>();
    collect(form.components(), ids);
    return List.copyOf(ids);
  }

  private static void collect(List<Component> components, Set<String> into) {
    for (Component component : components) {
      if (isContact(component)) {
        component.references().forEach(person -> add(person.id(), into));
      } else if (component.extension().contains("\"emplId\"")) {
        collect(Sheet.json(component.extension()), into);
      }
      component.rows().forEach(row -> collect(row.cells(), into));
    }
  }

  private static void collect(JsonNode extension, Set<String> into) {
    add(scalar(field(extension, "emplId")), into);
    if (extension.isArray()) {
      extension.forEach(element -> add(scalar(field(element, "emplId")), into));
    }
  }

  private static void add(String id, Set<String> into) {
    if (!id.isBlank()) {
      into.add(id.strip());
    }
  }

  /** Cells state no type, but their id starts with it. */
  private static boolean isContact(Component component) {
    return component.type().equals(CONTACT)
        || component.type().isEmpty() && component.id().startsWith(CONTACT);
  }

  /**
   * The people of a field, with doubts about names without ids and names that do not fit. When no
   * component is known to be the field, but one names somebody else than the originator, that is a
   * doubt as well.
   */
  static List<PersonNamed> read(Sheet sheet, Field field, Findings findings) {
    var found = sheet.find(field);
    if (found.isEmpty()) {
      if (sheet.components().stream().anyMatch(known -> namesAnother(known, findings))) {
        findings.doubtOf(field, DocumentDoubt.PEOPLE_UNCLEAR);
      }
      return List.of();
    }
    return read(found.get(), field, findings);
  }

  private static boolean namesAnother(Component component, Findings findings) {
    return isContact(component)
        && component.references().stream()
            .anyMatch(person -> !person.id().equals(findings.header().originator().userId()));
  }

  private static List<PersonNamed> read(Component component, Field field, Findings findings) {
    List<String> shown = shownNames(component);
    List<PersonNamed> people =
        new ArrayList<>(
            component.references().stream()
                .map(person -> new PersonNamed(person.id(), person.label()))
                .distinct()
                .toList());
    if (people.isEmpty()) {
      shown.forEach(name -> people.add(new PersonNamed("", name)));
    }
    if (people.stream().anyMatch(person -> person.userId().isBlank())) {
      findings.doubtOf(field, DocumentDoubt.PERSON_WITHOUT_ID);
    }
    String names = people.stream().map(PersonNamed::name).collect(Collectors.joining(","));
    if (!shown.isEmpty() && !plain(names).equals(plain(String.join(",", shown)))) {
      findings.doubtOf(field, DocumentDoubt.PEOPLE_CONTRADICTORY);
    }
    return people;
  }

  /**
   * The people without the originator, who is not his own companion. Somebody else of the same name
   * is a doubt: more likely the id is wrong.
   */
  static List<PersonNamed> withoutOriginator(
      List<PersonNamed> people, Field field, Findings findings) {
    Person originator = findings.header().originator();
    List<PersonNamed> others =
        people.stream().filter(person -> !person.userId().equals(originator.userId())).toList();
    boolean namesake =
        others.stream()
            .anyMatch(
                person -> !person.name().isBlank() && person.name().equals(originator.name()));
    if (namesake) {
      findings.doubtOf(field, DocumentDoubt.PEOPLE_CONTRADICTORY);
    }
    return others;
  }

  private static List<String> shownNames(Component component) {
    String text = Sheet.text(component);
    JsonNode list = Sheet.json(text);
    if (list.isArray()) {
      List<String> names = new ArrayList<>();
      list.forEach(name -> names.add(JsonTexts.scalar(name)));
      return names;
    }
    return text.isEmpty() ? List.of() : List.of(text.split("\\s*[,，、]\\s*"));
  }

  private static String plain(String names) {
    return names.replaceAll("[\\s,，、]+", ",");
  }
}
