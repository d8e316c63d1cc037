package io.dingledger.rules.written;

import io.dingledger.model.document.Directory;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.Finding;
import io.dingledger.rules.simulation.CaseDocument;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads documents in the written form that {@code docs/documents.md} describes, from YAML or JSON:
 * one document, a list of them, or a list under {@code documents} with the people whom they name
 * under {@code people}. Only the node tree of the text is used, so each fault keeps its place and
 * numbers stay exact.
 */
public final class WrittenDocuments {
  /** The longest text, in UTF-16 units. */
  public static final int LONGEST = TextTree.LONGEST;

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String LIST = "documents";
  private static final String PEOPLE = "people";

  private final String name;
  private final Optional<Sent> sent;
  private final ZoneId zone;
  private final Faults faults = new Faults();
  private final PeopleInline people;
  private final Set<String> ids = new HashSet<>();

  private WrittenDocuments(String name, Optional<Sent> sent, ZoneId zone) {
    this.name = name.isBlank() ? "document" : name;
    this.sent = sent;
    this.zone = zone;
    this.people =
        sent.map(how -> new PeopleInline(how.known())).orElseGet(() -> new PeopleInline());
  }

  /**
   * How a document that another system sent is read.
   *
   * @param prefix what stands before its identifier, so that it is nobody else's
   * @param known people who need not be described
   */
  public record Sent(String prefix, Directory known) {}

  /** The documents of a text without a name, with days in China's zone. */
  public static Written read(String text) {
    return read("document", text, SHANGHAI);
  }

  /**
   * The documents of a text, or everything that is wrong with it.
   *
   * @param name what people call the text, mostly a file's name; documents that state no {@code id}
   *     get theirs from it: {@code NAME}, or {@code NAME#2} for the second of several
   * @param text YAML or JSON
   * @param zone the zone in which the documents' days are days
   */
  public static Written read(String name, String text, ZoneId zone) {
    return read(new WrittenDocuments(name, Optional.empty(), zone), text);
  }

  /**
   * The document of a text that another system sent: exactly one, and it states its {@code id}.
   *
   * @param text YAML or JSON
   * @param zone the zone in which its days are days
   */
  public static Written readSent(String text, Sent how, ZoneId zone) {
    return read(new WrittenDocuments("", Optional.of(how), zone), text);
  }

  private static Written read(WrittenDocuments reader, String text) {
    return switch (TextTree.read(text)) {
      case TextTree.Broken(Finding fault) -> new Written.Faulty(List.of(fault));
      case TextTree.Tree(Optional<Node> root) when root.isEmpty() ->
          new Written.Faulty(List.of(new Finding(1, 1, Reason.of(WrittenFault.NO_DOCUMENT))));
      case TextTree.Tree(Optional<Node> root) -> reader.documents(root.get());
    };
  }

  private Written documents(Node root) {
    List<CaseDocument> read = new ArrayList<>();
    List<Node> nodes = nodes(root);
    if (nodes.isEmpty() && faults.isEmpty()) {
      faults.add(root, WrittenFault.NO_DOCUMENT);
    }
    if (sent.isPresent() && nodes.size() > 1) {
      faults.add(nodes.get(1), WrittenFault.SEVERAL);
    }
    for (int index = 0; index < nodes.size(); index++) {
      String called = nodes.size() == 1 ? name : name + "#" + (index + 1);
      document(nodes.get(index), called).ifPresent(read::add);
    }
    return faults.isEmpty() ? new Written.Documents(read) : new Written.Faulty(faults.sorted());
  }

  private List<Node> nodes(Node root) {
    if (root instanceof SequenceNode list) {
      return list.getValue();
    }
    if (root instanceof MappingNode && Part.of(root, LIST, faults).orElseThrow().has(LIST)) {
      Part whole = Part.of(root, LIST, faults).orElseThrow();
      whole.optionalParts(PEOPLE).forEach(people::person);
      List<Node> nodes = whole.items(LIST);
      whole.close();
      return nodes;
    }
    return List.of(root);
  }

  private Optional<CaseDocument> document(Node node, String called) {
    Faults own = new Faults();
    Optional<Part> part = Part.of(node, "document", own);
    Optional<WrittenKind> kind =
        part.map(found -> found.choice("kind", WrittenKind.BY_WORD)).filter(any -> own.isEmpty());
    Optional<CaseDocument> document =
        kind.flatMap(
            known -> {
              Envelope envelope =
                  Envelope.read(part.get(), identity(called), new PeopleInline(people), zone);
              return known.read(part.get(), envelope, called, own);
            });
    document
        .filter(made -> !ids.add(made.id().value()))
        .ifPresent(made -> part.get().fault("id", WrittenFault.ID_REPEATED, made.id().value()));
    faults.addAll(own);
    return document;
  }

  private Envelope.Identity identity(String called) {
    return sent.map(how -> new Envelope.Identity("", how.prefix(), true))
        .orElseGet(() -> new Envelope.Identity(called, "", false));
  }
}
