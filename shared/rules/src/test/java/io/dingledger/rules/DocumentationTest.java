package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.calendar.DayClass;
import io.dingledger.rules.expression.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reference, the schema and the checker say the same. */
class DocumentationTest {
  private static final String FENCE = "```";

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(new ObjectMapper().readTree(Books.resource("rule-book.schema.json")));
  }

  private static Set<ValidationMessage> violations(String yaml) throws IOException {
    JsonNode tree = new YAMLMapper().readTree(yaml);
    return schema().validate(tree);
  }

  /** Tests run in the module's folder, or in the project's from an editor. */
  private static String reference() throws IOException {
    Path inProject = Path.of("docs/rule-book.md");
    return Files.readString(
        Files.exists(inProject) ? inProject : Path.of("../../docs/rule-book.md"));
  }

  private static List<String> completeExamples() throws IOException {
    List<String> examples = new ArrayList<>();
    String[] parts = reference().split(FENCE);
    for (int index = 1; index < parts.length; index += 2) {
      if (parts[index].startsWith("yaml complete\n")) {
        examples.add(parts[index].substring("yaml complete\n".length()));
      }
    }
    return examples;
  }

  @TestFactory
  Stream<DynamicTest> each_complete_example_is_a_valid_book_for_checker_and_schema()
      throws IOException {
    List<String> books = new ArrayList<>(completeExamples());
    assertEquals(9, books.size());
    books.add(Books.small());
    Books.WORKED.forEach(name -> books.add(Books.workedText(name)));
    books.add(Books.workedText("pay"));
    books.add(Books.workedText("pay"));
    books.add(Books.resource(Books.PACK));
    return books.stream()
        .map(
            book ->
                DynamicTest.dynamicTest(
                    book.lines().filter(line -> line.startsWith("name")).findFirst().orElseThrow(),
                    () -> {
                      Books.valid(book);
                      assertEquals(Set.of(), violations(book));
                    }));
  }

  @Test
  void what_the_schema_refuses_is_refused_by_the_checker_too() throws IOException {
    for (String[] change :
        new String[][] {
          {"ruleBook: 1", "ruleBook: 2"},
          {"per: document", "per: month"},
          {"code: \"2241\"", "code: 2241"},
          {"note: { name: 备注 }", "note: {}"},
          {"    processCode: PROC-1\n", ""},
          {"inputVat: stated", "inputVat: all"},
          {"each: line", "each: row"},
          {"currency: CNY", "curency: CNY"},
          {"      - credit: 其他应付款\n", "      - credit: 其他应付款\n        debit: 差旅费\n"},
        }) {
      String broken = Books.small().replace(change[0], change[1]);
      assertFalse(violations(broken).isEmpty(), change[1]);
      assertFalse(Books.findings(broken).isEmpty(), change[1]);
    }
  }

  @Test
  void what_the_schema_refuses_in_other_kinds_is_refused_by_the_checker_too() throws IOException {
    for (String[] change :
        new String[][] {
          {"attendance", "{ kind: dailyResult }", "{ kind: dailyResult, category: c }"},
          {"attendance", "{ kind: leave, processCode: PROC-LEAVE }", "{ kind: leave }"},
          {"attendance", "kind: leave", "kind: payment"},
          {"attendance", "jobNumber: \"0042\"", "jobNumber: 42"},
          {"attendance", "jobNumber: \"0042\"", "jobNumber: \"0042\", userId: u1"},
          {"attendance", ", hiredOn: 2019-03-01, firstWorkedOn: 2012-07-15", ""},
          {"attendance", "{ kind: punch }", "{ form: punch, kind: punch }"},
          {"attendance", "{ kind: punch }", "{ form: punch, category: c }"},
          {"payment", "payee: { name: 收款方 }", "customer: { name: 收款方 }"},
          {"payment", "accounts:", "    table: { at: { name: 明细 }, fields: {} }\naccounts:"},
          {"purchase", "item: { name: 品名 }", "category: { name: 品名 }"},
          {"advance-and-clearing", "    advance: \"借款", "    advances: \"借款"},
          {"sale", "kind: sale", "kind: sales"},
        }) {
      String text = Books.workedText(change[0]);
      assertTrue(text.contains(change[1]), change[1]);
      String broken = text.replace(change[1], change[2]);
      assertFalse(violations(broken).isEmpty(), change[2]);
      assertFalse(Books.findings(broken).isEmpty(), change[2]);
    }
  }

  @Test
  void what_the_schema_refuses_of_calendars_and_rates_is_refused_by_the_checker_too()
      throws IOException {
    bothRefuse(
        new String[][] {
          {"base: CN", "base: US"},
          {"base: CN", "bases: CN"},
          {"date: 2026-12-31", "date: 31.12.2026"},
          {"date: 2026-12-31", "from: 2026-12-31"},
          {"class: restDay", "class: holiday"},
          {"departments: [\"BM09\"], ", ""},
          {"[monday, tuesday", "[monday, Tuesday"},
          {"holidays: true", "holidays: always"},
          {"overnight: split", "overnight: cut"},
          {"contract: 全日制", "contracts: 全日制"},
          {"per: month", "per: year"},
          {"everybody: true, ", ""},
          {"everybody: true", "everybody: false"},
          {"everybody: true", "everybody: true, userId: u1"},
          {"from: 2026-01-01, amount: 8700.00", "amount: 8700.00"},
          {"amount: 8700.00", "amount: -8700.00"},
          {"amount: 8700.00", "amount: \"8700.00\""},
          {"workday: 1.5", "workday: -1.5"},
          {"key: day.dayClass, ", ""},
        });
  }

  @Test
  void what_the_schema_refuses_of_tables_and_pay_items_is_refused_by_the_checker_too()
      throws IOException {
    bothRefuse(
        new String[][] {
          {"{ from: 4, rate: 1 }", "{ from: 4, above: 4, rate: 1 }"},
          {"{ from: 4, rate: 1 }", "{ from: \"4\", rate: 1 }"},
          {"{ from: 4, rate: 1 }", "{ from: 4, rate: [1] }"},
          {"hit: first", "hit: all"},
          {"hit: first", "hits: first"},
          {"quantity: 1, amount: 200.00", "quantity: 1, amount: true"},
          {"when: month.迟到.times == 0", "when: 1"},
          {"item: 全勤奖, quantity", "item: 1, quantity"},
          {"then: { perDay: 500.00 }", "than: { perDay: 500.00 }"},
          {"when: { abroad: true }", "if: { abroad: true }"},
          {"unit: minute", "unit: second"},
          {"sign: deduction", "sign: minus"},
          {"加班费: { code", "加班 费: { code"},
          {"each: journey", "each: day"},
          {"each: check", "each: line"},
          {"for: outsideWork", "for: punch"},
          {"item: 调休, quantity: day.hours", "item: 调休"},
          {"payItem: { item: 调休, quantity: day.hours }", "payItems: {}"},
          {"for: personMonth", "for: payPeriod"},
          {"closeOn: 5", "closeOn: 31"},
          {"sumBy: [department]", "sumBy: [project]"},
          {"  period: { sumBy: [department], closeOn: 5 }\n", ""},
        });
  }

  @Test
  void constants_need_no_quotes_for_the_schema_either() throws IOException {
    String text = Books.workedText("pay");
    for (String[] change :
        new String[][] {
          {"quantity: 1, amount: 200.00", "quantity: 1, factor: 2, rate: 50.00"},
          {"amount: group.amount", "amount: 100"},
          {"of: years(person.hiredOn, day.date)", "of: 5"},
          {"when: month.迟到.times == 0", "when: true"},
        }) {
      assertTrue(text.contains(change[0]), change[0]);
      assertEquals(Set.of(), violations(text.replace(change[0], change[1])), change[1]);
    }
  }

  private static void bothRefuse(String[][] changes) throws IOException {
    String text = Books.workedText("pay");
    for (String[] change : changes) {
      assertTrue(text.contains(change[0]), change[0]);
      String broken = text.replace(change[0], change[1]);
      assertFalse(violations(broken).isEmpty(), change[1]);
      assertFalse(Books.findings(broken).isEmpty(), change[1]);
    }
  }

  @Test
  void the_schema_has_exactly_the_words_of_the_language() throws IOException {
    JsonNode defs =
        new ObjectMapper().readTree(Books.resource("rule-book.schema.json")).path("$defs");
    assertEquals(Set.copyOf(Kind.words()), texts(defs.at("/kind/enum")));
    assertEquals(Set.copyOf(DayClass.words()), texts(defs.at("/dayClass/enum")));
    assertEquals(
        Stream.of(Kind.values())
            .flatMap(kind -> kind.rowWord().stream())
            .collect(Collectors.toSet()),
        texts(defs.at("/each/enum")));
  }

  @Test
  void the_schema_has_exactly_the_fields_of_each_kind() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Books.resource("rule-book.schema.json"));
    Map<String, JsonNode> forms = new HashMap<>();
    schema
        .at("/properties/forms/additionalProperties/oneOf")
        .forEach(form -> forms.put(form.at("/properties/kind/const").asText(), form));
    assertEquals(Set.copyOf(Kind.formWords()), forms.keySet());
    for (Kind kind : formKinds()) {
      JsonNode form = forms.get(kind.word());
      assertEquals(keys(kind.header(), false), names(form.at("/properties/fields/properties")));
      assertEquals(keys(kind.header(), true), texts(form.at("/properties/fields/required")));
      String table = form.at("/properties/table/$ref").asText().replace("#/$defs/", "");
      JsonNode row = schema.at("/$defs/" + table + "/properties/fields");
      assertEquals(keys(kind.row(), false), names(row.path("properties")), kind.word());
      assertEquals(keys(kind.row(), true), texts(row.path("required")), kind.word());
      boolean required = texts(form.path("required")).contains("table");
      assertEquals(kind.table() == Kind.Table.REQUIRED, required, kind.word());
      assertEquals(kind.table() == Kind.Table.ABSENT, table.isEmpty(), kind.word());
    }
  }

  private static List<Kind> formKinds() {
    return Stream.of(Kind.values()).filter(Kind::isForm).toList();
  }

  private static Set<String> keys(List<FormField> fields, boolean requiredOnly) {
    return fields.stream()
        .filter(field -> field.required() || !requiredOnly)
        .map(FormField::key)
        .collect(Collectors.toSet());
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Test
  void the_reference_names_every_field_and_function() throws IOException {
    String reference = reference();
    for (Kind kind : formKinds()) {
      kind.header()
          .forEach(field -> assertTrue(reference.contains("`" + field.key() + "`"), field.key()));
      kind.row()
          .forEach(field -> assertTrue(reference.contains("`" + field.key() + "`"), field.key()));
    }
    Stream.of(Kind.words(), kinds(ScopeEntry.SUITES), kinds(ScopeEntry.FACTS))
        .flatMap(List::stream)
        .forEach(word -> assertTrue(reference.contains("`" + word + "`"), word));
    for (Kind kind : Kind.values()) {
      String row = kind.rowWord().orElse("");
      assertTrue(row.isEmpty() || reference.contains("`" + row + "`"), row);
    }
    for (Function function : Function.values()) {
      assertTrue(reference.contains(function.word() + "("), function.word());
    }
  }

  private static List<String> kinds(List<DocumentKind> kinds) {
    return kinds.stream().map(DocumentKind::word).toList();
  }
}
