package io.dingledger.rules.reading;

import io.dingledger.rules.Finding;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Derived;
import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;

/** Books as they are read, before they are compiled. */
final class ReadBooks {
  /** What every book here begins with; overtime, leave and travel are in scope. */
  static final String HEAD =
      """
      ruleBook: 1
      name: 数据
      currency: CNY
      scope:
        - { kind: overtime, category: attendance.batchovertime }
        - { kind: leave, processCode: PROC-LEAVE }
        - { kind: travel, category: alitrip.business }
      calendar: { base: CN }
      """;

  private ReadBooks() {}

  /** What was read, and what is wrong with it; that entries are unused is not. */
  record Read(Book book, List<Finding> findings) {
    Read {
      findings =
          findings.stream()
              .filter(finding -> !finding.reason().code().equals("BOOK-UNUSED"))
              .toList();
    }

    List<String> codes() {
      return findings.stream().map(finding -> finding.reason().code()).toList();
    }

    Derived derived(String path) {
      return book.derived().get(path);
    }
  }

  /** Reads a book of which the head is given. */
  static Read withHead(String rest) {
    return read(HEAD + rest);
  }

  static Read read(String yaml) {
    Findings findings = new Findings(yaml);
    Node root = new Yaml().compose(new StringReader(yaml));
    Section section = Section.of(root, "ruleBook", findings).orElseThrow();
    Book book = new SectionsReader(findings).book(section);
    return new Read(book, findings.sorted());
  }
}
