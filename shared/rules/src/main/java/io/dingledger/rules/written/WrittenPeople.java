package io.dingledger.rules.written;

import io.dingledger.model.document.Directory;
import io.dingledger.rules.Finding;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a list of people, each described as written documents describe a person, under {@code
 * people}: the directory for documents that name people without describing them.
 */
public final class WrittenPeople {
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
    return switch (TextTree.read(text)) {
      case TextTree.Broken(Finding fault) -> new Read.Faulty(List.of(fault));
      case TextTree.Tree(Optional<Node> root) ->
          root.map(WrittenPeople::people)
              .orElseGet(() -> new Read.Known(new PeopleInline().directory()));
    };
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
}
