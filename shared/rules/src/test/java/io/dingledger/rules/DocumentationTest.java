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
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    assertEquals(2, books.size());
    books.add(Books.small());
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
  void the_reference_names_every_field_and_function() throws IOException {
    String reference = reference();
    for (Kind kind : Kind.values()) {
      kind.header()
          .forEach(field -> assertTrue(reference.contains("`" + field.key() + "`"), field.key()));
      kind.row()
          .forEach(field -> assertTrue(reference.contains("`" + field.key() + "`"), field.key()));
    }
    for (Function function : Function.values()) {
      assertTrue(reference.contains(function.word() + "("), function.word());
    }
  }
}
