package io.dingledger.rules.written;

import io.dingledger.model.document.Directory;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.Finding;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a list of people, each described as written documents describe a person, under {@code
 * people}: the directory for documents that name people without describing them.
 */
public final class WrittenPeople {
  private static final int DEEPEST = 20;

  private WrittenPeople() {}

  /** What reading gave. */
  public sealed interface Read {
    /** Everybody, with their departments. */
    record Known(Directory directory) implements Read {}

    /** Every fault at once, from top to bottom. */
    record Faulty(List<Finding> faults) implements Read {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** The people of a YAML or JSON text. */
  public static Read read(String text) {
    if (text.length() > WrittenDocuments.LONGEST) {
      return faulty(1, 1, Reason.of(WrittenFault.TOO_LARGE, WrittenDocuments.LONGEST));
    }
    LoaderOptions limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(0);
    limits.setAllowRecursiveKeys(false);
    limits.setNestingDepthLimit(DEEPEST);
    limits.setCodePointLimit(WrittenDocuments.LONGEST);
    try {
      Node root = new Yaml(limits).compose(new StringReader(text));
      return root == null ? new Read.Known(new PeopleInline().directory()) : people(root);
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine();
      int column = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getColumn();
      return faulty(line + 1, column + 1, Reason.of(WrittenFault.SYNTAX, broken.getProblem()));
    } catch (YAMLException broken) {
      return faulty(1, 1, Reason.of(WrittenFault.SYNTAX, broken.getMessage()));
    }
  }

  private static Read people(Node root) {
    Faults faults = new Faults();
    PeopleInline people = new PeopleInline();
    Optional<Part> whole = Part.of(root, "people", faults);
    whole.ifPresent(
        part -> {
          part.optionalParts("people").forEach(people::person);
          part.close();
        });
    return faults.isEmpty() ? new Read.Known(people.directory()) : new Read.Faulty(faults.sorted());
  }

  private static Read faulty(int line, int column, Reason reason) {
    return new Read.Faulty(List.of(new Finding(line, column, reason)));
  }
}
