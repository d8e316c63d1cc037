package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.dingledger.rules.packs.Packs;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each pack can be used as it is, and its worked examples come out to the cent. */
class PackTest {
  @TestFactory
  Stream<DynamicTest> each_pack_is_valid_and_nothing_about_it_needs_thinking_over() {
    return Packs.names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertEquals(
                            List.of(),
                            assertInstanceOf(
                                    Checked.Valid.class,
                                    RuleBooks.check(Packs.book(name)),
                                    () -> Books.shown(Books.findings(Packs.book(name))))
                                .warnings())));
  }

  @TestFactory
  Stream<DynamicTest> each_pack_is_as_the_schema_says() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(WorkedExample.YAML.readTree(Books.resource("rule-book.schema.json")));
    return Packs.names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertEquals(
                            Set.of(),
                            schema.validate(WorkedExample.YAML.readTree(Packs.book(name))))));
  }

  @TestFactory
  Stream<DynamicTest> each_example_comes_out() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : Packs.names()) {
      WorkedExample.Sheet sheet = WorkedExample.read(Packs.examples(name));
      RuleBook book = Books.valid(Packs.book(name));
      for (WorkedExample example : sheet.examples()) {
        tests.add(
            DynamicTest.dynamicTest(
                name + ": " + example.name(),
                () -> assertEquals(example.expected(), example.outcome(book, sheet.people()))));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> each_pack_shows_at_least_three_things_that_are_out_of_the_ordinary()
      throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : Packs.names()) {
      List<WorkedExample> examples = WorkedExample.read(Packs.examples(name)).examples();
      tests.add(
          DynamicTest.dynamicTest(
              name,
              () -> {
                assertTrue(examples.size() >= 3, name);
                assertTrue(examples.stream().anyMatch(WorkedExample::isHeldOrIgnored), name);
              }));
    }
    return tests.stream();
  }

  @Test
  void every_file_of_the_folder_belongs_to_a_pack_and_is_declared_for_native_images()
      throws IOException {
    Path folder = Path.of("src/main/resources/io/dingledger/rules/packs");
    List<String> expected = new ArrayList<>();
    Packs.names()
        .forEach(name -> expected.addAll(List.of(name + ".yaml", name + ".examples.yaml")));
    List<String> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.map(file -> file.getFileName().toString()).sorted().toList();
    }
    assertEquals(expected.stream().sorted().toList(), files);
    List<String> calendars = List.of("calendar/CN.txt", "calendar/HK.txt");
    for (String file :
        Stream.concat(files.stream().map(each -> "packs/" + each), calendars.stream()).toList()) {
      assertTrue(isDeclared("io/dingledger/rules/" + file), file);
    }
    assertFalse(isDeclared("io/dingledger/rules/rule-book.schema.json"));
  }

  private static boolean isDeclared(String resource) throws IOException {
    JsonNode declared =
        WorkedExample.YAML.readTree(
            Books.resource(
                "/META-INF/native-image/io.dingledger/dingledger-rules/reachability-metadata.json"));
    List<PathMatcher> globs = new ArrayList<>();
    declared
        .path("resources")
        .forEach(
            each ->
                globs.add(
                    FileSystems.getDefault().getPathMatcher("glob:" + each.path("glob").asText())));
    return globs.stream().anyMatch(glob -> glob.matches(Path.of(resource)));
  }

  @Test
  void the_page_on_packs_names_each_of_them() throws IOException {
    Path inProject = Path.of("docs/packs.md");
    String page =
        Files.readString(Files.exists(inProject) ? inProject : Path.of("../../docs/packs.md"));
    assertEquals(
        Packs.names(),
        page.lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList());
  }

  @Test
  void a_pack_that_does_not_exist_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> Packs.book("../rule-book.schema"));
  }
}
