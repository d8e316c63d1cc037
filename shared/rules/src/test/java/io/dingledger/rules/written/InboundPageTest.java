package io.dingledger.rules.written;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.dingledger.model.document.Directory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page for other systems and the schema say what the reader reads. */
class InboundPageTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNode SCHEMA_TREE = tree("docs/inbound.schema.json");
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA_TREE);

  private static String text(String file) {
    try {
      Path inProject = Path.of(file);
      return Files.readString(Files.exists(inProject) ? inProject : Path.of("../../" + file));
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private static JsonNode tree(String file) {
    return json(text(file));
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException notJson) {
      throw new AssertionError(notJson);
    }
  }

  private static Map<String, String> examples() {
    Map<String, String> examples = new LinkedHashMap<>();
    String rest = text("docs/inbound.md");
    for (int at = rest.indexOf("```json inbound\n");
        at >= 0;
        at = rest.indexOf("```json inbound\n")) {
      rest = rest.substring(at + "```json inbound\n".length());
      String example = rest.substring(0, rest.indexOf("```"));
      examples.put(json(example).path("kind").asText(), example);
    }
    return examples;
  }

  private static Written read(String text) {
    return WrittenDocuments.readSent(
        text,
        new WrittenDocuments.Sent("in:api:", new Directory(Map.of(), Map.of())),
        ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void thereIsAnExampleOfEachKind() {
    assertEquals(new TreeSet<>(WrittenKind.BY_WORD.keySet()), new TreeSet<>(examples().keySet()));
  }

  @TestFactory
  Stream<DynamicTest> each_example_is_read_and_fits_the_schema() {
    return examples().entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(),
                    () -> {
                      assertInstanceOf(Written.Documents.class, read(example.getValue()));
                      assertEquals(Set.of(), SCHEMA.validate(json(example.getValue())));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> the_schema_has_the_fields_of_the_page_on_documents() throws IOException {
    DocumentsPage page = DocumentsPage.read();
    Set<String> common = page.sections().get(DocumentsPage.COMMON).fields().keySet();
    return WrittenKind.BY_WORD.keySet().stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind,
                    () -> {
                      Set<String> expected =
                          new TreeSet<>(page.sections().get(kind).fields().keySet());
                      common.stream()
                          .filter(path -> !path.startsWith("person."))
                          .forEach(expected::add);
                      assertEquals(expected, paths(SCHEMA_TREE.path("$defs").path(kind), ""));
                    }));
  }

  private static Set<String> paths(JsonNode object, String prefix) {
    Set<String> paths = new TreeSet<>();
    object
        .path("properties")
        .properties()
        .forEach(
            field -> {
              String path = prefix + field.getKey();
              paths.add(path);
              if (field.getValue().path("items").has("properties")) {
                paths.addAll(paths(field.getValue().path("items"), path + "[]."));
              }
            });
    return paths;
  }

  @Test
  void the_schema_refuses_what_the_reader_refuses() {
    String good = examples().get("payment");
    List<String> bad = new ArrayList<>();
    bad.add(good.replace("\"id\": \"payment-1\",", ""));
    bad.add(good.replace("\"payment\"", "\"payments\""));
    bad.add(good.replace("2026-03-31", "31.3.2026"));
    bad.add(good.replace("11300.00", "\"1,130\""));
    bad.add(good.replace("\"payee\"", "\"payer\""));
    for (String text : bad) {
      assertInstanceOf(Written.Faulty.class, read(text), text);
      assertTrue(!SCHEMA.validate(json(text)).isEmpty(), text);
    }
  }
}
