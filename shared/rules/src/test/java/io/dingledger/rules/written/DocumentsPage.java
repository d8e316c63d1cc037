package io.dingledger.rules.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page on documents, taken apart.
 *
 * @param sections by the first word of their headings
 */
record DocumentsPage(Map<String, Section> sections) {
  /** The section on what every document has. */
  static final String COMMON = "每份单据";

  /**
   * One section.
   *
   * @param fields what can be written, by path within the document
   * @param paths what rules can read, with the word of its type
   * @param examples its fenced documents
   */
  record Section(Map<String, Field> fields, Map<String, String> paths, List<String> examples) {}

  /** A field that can be written. */
  record Field(String type, boolean required, String meaning) {}

  /** Tests run in the module's folder, or in the project's from an editor. */
  static DocumentsPage read() throws IOException {
    Path inProject = Path.of("docs/documents.md");
    return of(Files.exists(inProject) ? inProject : Path.of("../../docs/documents.md"));
  }

  private static DocumentsPage of(Path file) throws IOException {
    Map<String, Section> sections = new LinkedHashMap<>();
    Section section = null;
    String table = "";
    StringBuilder example = null;
    for (String line : Files.readAllLines(file)) {
      if (example != null) {
        if (line.equals("```")) {
          section.examples().add(example.toString());
          example = null;
        } else {
          example.append(line).append('\n');
        }
      } else if (line.startsWith("```") && line.endsWith(" document")) {
        example = new StringBuilder();
      } else if (line.startsWith("## ")) {
        section = new Section(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        sections.put(line.split(" ")[1], section);
      } else if (line.startsWith("| 字段") || line.startsWith("| 路径")) {
        table = line.substring(2, 4);
      } else if (line.startsWith("| `") && section != null) {
        row(section, table, line);
      }
    }
    return new DocumentsPage(sections);
  }

  private static void row(Section section, String table, String line) {
    String[] cells = line.split("\\|");
    String name = cells[1].replace("`", "").strip();
    String type = cells[2].strip();
    if (table.equals("路径")) {
      section.paths().put(name, type);
    } else if (table.equals("字段")) {
      boolean required = cells[3].contains("required");
      section.fields().put(name, new Field(type, required, cells[4]));
    }
  }
}
