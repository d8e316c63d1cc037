package io.dingledger.rules.written;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.document.SourceDocument;
import io.dingledger.rules.Finding;
import io.dingledger.rules.simulation.CaseDocument;
import java.util.List;

/** Written documents for tests. */
final class Texts {
  private Texts() {}

  /** A document of a kind of 张三 in 财务部, approved on 2026-03-31, with more lines of YAML. */
  static String of(String kind, String... more) {
    return "kind: "
        + kind
        + "\nid: D-1\ndate: 2026-03-31\nperson: { userId: u1, name: 张三, jobNumber: \"0042\","
        + " department: { id: \"123\", code: BM01, name: 财务部 } }\n"
        + String.join("\n", more)
        + "\n";
  }

  static List<CaseDocument> documents(String text) {
    return switch (WrittenDocuments.read(text)) {
      case Written.Documents(List<CaseDocument> documents) -> documents;
      case Written.Faulty(List<Finding> faults) -> throw new AssertionError(faults);
    };
  }

  static CaseDocument only(String text) {
    List<CaseDocument> documents = documents(text);
    assertEquals(1, documents.size());
    return documents.getFirst();
  }

  /** The typed document of a suite or a fact. */
  static SourceDocument typed(String text) {
    return switch (only(text)) {
      case CaseDocument.Suite suite -> suite.reading().document();
      case CaseDocument.Fact fact -> fact.reading().document();
      case CaseDocument other -> throw new AssertionError(other);
    };
  }

  static List<Finding> faults(String text) {
    return assertInstanceOf(Written.Faulty.class, WrittenDocuments.read(text)).faults();
  }
}
