package io.dingledger.rules.written;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.rules.Finding;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.written.DocumentsPage.Field;
import io.dingledger.rules.written.DocumentsPage.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page on documents says what rules can read and what can be written, no more and no less. */
class DocumentsPageTest {
  private static final Pattern MISSING = Pattern.compile("The field “(.*)” is missing.*");
  private static final Pattern KNOWN =
      Pattern.compile("Unknown field .*; known: (.*)\\. Correct.*");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final List<String> ENVELOPE =
      List.of("kind", "id", "person", "date", "businessId", "title");

  private final Map<String, Section> page;

  DocumentsPageTest() throws IOException {
    this.page = DocumentsPage.read().sections();
  }

  private static String word(Type type) {
    return switch (type) {
      case DECIMAL -> "number";
      case TEXT -> "text";
      case TRUTH -> "truth";
      case DATE -> "date";
      case DURATION -> "duration";
    };
  }

  /** The kinds that can be written, as the reader itself names them. */
  private static List<String> written() {
    String text = Texts.faults("kind: none of them\n").getFirst().reason().english();
    String words = text.substring(text.indexOf("allowed: ") + 9, text.indexOf(". Choose"));
    return List.of(words.split(", "));
  }

  @TestFactory
  Stream<DynamicTest> the_paths_of_each_kind_are_exactly_those_that_rules_can_read() {
    Map<String, String> common = page.get(DocumentsPage.COMMON).paths();
    return Arrays.stream(Kind.values())
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.word(),
                    () -> {
                      Map<String, String> readable = new TreeMap<>();
                      kind.documentFields().forEach((path, type) -> readable.put(path, word(type)));
                      kind.rowFields().forEach((path, type) -> readable.put(path, word(type)));
                      Map<String, String> told = new TreeMap<>(page.get(kind.word()).paths());
                      common.forEach(
                          (path, type) -> {
                            if (isOf(path, kind)) {
                              told.put(path, type);
                            }
                          });
                      assertEquals(readable, told);
                    }));
  }

  private static boolean isOf(String path, Kind kind) {
    return path.startsWith("person.") ? kind != Kind.PAY_PERIOD : !kind.isOfPay();
  }

  @TestFactory
  Stream<DynamicTest> the_fields_of_each_kind_are_exactly_those_that_can_be_written() {
    return written().stream()
        .map(
            word ->
                DynamicTest.dynamicTest(
                    word,
                    () -> {
                      Map<String, Field> told = page.get(word).fields();
                      assertEquals(names(told, "", false), known("{ kind: " + word + ", zzz: 1 }"));
                      String empty = "{ kind: " + word + " }";
                      assertEquals(names(told, "", true), sorted(missing(empty)));
                      for (String list : lists(told)) {
                        String row = "{ kind: " + word + ", " + list + ": [{ zzz: 1 }] }";
                        assertEquals(names(told, list + "[].", false), known(row));
                        List<String> inRow = missing(row);
                        missing(empty).stream()
                            .filter(key -> !key.equals(list))
                            .forEach(inRow::remove);
                        assertEquals(names(told, list + "[].", true), sorted(inRow));
                      }
                    }));
  }

  private static TreeSet<String> names(
      Map<String, Field> fields, String prefix, boolean requiredOnly) {
    TreeSet<String> names = new TreeSet<>();
    fields.forEach(
        (path, field) -> {
          boolean inRow = path.contains("[]");
          if (path.startsWith(prefix)
              && inRow == !prefix.isEmpty()
              && (field.required() || !requiredOnly)) {
            names.add(path.substring(prefix.length()));
          }
        });
    if (prefix.isEmpty()) {
      names.addAll(requiredOnly ? List.of("person", "date") : ENVELOPE);
    }
    return names;
  }

  private static List<String> lists(Map<String, Field> fields) {
    return fields.keySet().stream()
        .filter(path -> path.contains("[]"))
        .map(path -> path.substring(0, path.indexOf("[]")))
        .distinct()
        .toList();
  }

  private static TreeSet<String> known(String text) {
    List<String> known = told(text, KNOWN);
    assertEquals(1, known.size(), text);
    return new TreeSet<>(List.of(known.getFirst().split(", ")));
  }

  private static TreeSet<String> sorted(List<String> names) {
    return new TreeSet<>(names);
  }

  private static List<String> missing(String text) {
    return told(text, MISSING);
  }

  private static List<String> told(String text, Pattern pattern) {
    List<String> told = new ArrayList<>();
    for (Finding fault : Texts.faults(text)) {
      Matcher matcher = pattern.matcher(fault.reason().english());
      if (matcher.matches()) {
        told.add(matcher.group(1));
      }
    }
    return told;
  }

  @TestFactory
  Stream<DynamicTest> a_document_with_every_field_in_the_type_that_the_page_says_can_be_read() {
    return written().stream()
        .map(
            word ->
                DynamicTest.dynamicTest(
                    word,
                    () -> {
                      String text = "{ kind: " + word + ", id: A, person: u1, date: 2026-03-31";
                      text += fields(page.get(word).fields(), "") + " }";
                      assertEquals(1, Texts.documents(text).size());
                    }));
  }

  private static String fields(Map<String, Field> fields, String prefix) {
    StringBuilder text = new StringBuilder();
    fields.forEach(
        (path, field) -> {
          String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "[]";
          if (!name.contains("[]")) {
            text.append(", ").append(name).append(": ");
            text.append(
                field.type().equals("list")
                    ? "[{ " + fields(fields, name + "[].").substring(2) + " }]"
                    : sample(field, name));
          }
        });
    return text.toString();
  }

  private static String sample(Field field, String name) {
    Matcher choices = QUOTED.matcher(field.meaning());
    return switch (field.type()) {
      case "number", "amount" -> "1.50";
      case "count" -> "2";
      case "truth" -> "true";
      case "date", "moment" -> "2026-03-31";
      case "minute" -> "2026-03-31 09:00";
      case "person" -> "u2";
      case "persons" -> "[u2, { userId: u3, name: 王五 }]";
      case "text" ->
          name.equals("currency") ? "CNY" : choices.find() ? choices.group(1) : "\"007\"";
      default -> throw new AssertionError(name + " is of no known type: " + field.type());
    };
  }

  @TestFactory
  Stream<DynamicTest> each_example_can_be_read_and_is_of_the_kind_that_it_stands_under() {
    List<DynamicTest> tests = new ArrayList<>();
    page.forEach(
        (heading, section) ->
            section
                .examples()
                .forEach(
                    example ->
                        tests.add(
                            DynamicTest.dynamicTest(
                                heading,
                                () -> {
                                  assertFalse(Texts.documents(example).isEmpty());
                                  boolean ofKind = example.startsWith("kind: " + heading + "\n");
                                  assertTrue(ofKind || heading.equals(DocumentsPage.COMMON));
                                }))));
    return tests.stream();
  }

  @Test
  void every_kind_that_can_be_written_has_an_example_and_every_fault_is_documented_as_such() {
    for (String word : written()) {
      assertFalse(page.get(word).examples().isEmpty(), word);
    }
    assertInstanceOf(Section.class, page.get(DocumentsPage.COMMON));
    assertTrue(
        Arrays.stream(WrittenFault.values())
            .allMatch(fault -> fault.code().startsWith("DOC-WRITTEN-")));
  }

  @Test
  void what_every_document_and_person_has_is_exactly_what_can_be_written() {
    Map<String, Field> told = page.get(DocumentsPage.COMMON).fields();
    TreeSet<String> envelope = new TreeSet<>();
    TreeSet<String> person = new TreeSet<>();
    TreeSet<String> department = new TreeSet<>();
    for (String path : told.keySet()) {
      if (path.startsWith("person.department.")) {
        department.add(path.substring("person.department.".length()));
      } else if (path.startsWith("person.")) {
        person.add(path.substring("person.".length()));
      } else {
        envelope.add(path);
      }
    }
    person.add("department");
    assertEquals(new TreeSet<>(ENVELOPE), envelope);
    String named = "{ kind: payment, person: { userId: u1, name: 张三, zzz: 1 } }";
    assertEquals(person, known(named));
    String placed = "{ kind: payment, person: { userId: u1, department: { code: A, zzz: 1 } } }";
    assertEquals(department, known(placed));
  }
}
