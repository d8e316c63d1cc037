package io.dingledger.rules.reading;

import java.util.List;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a book is about, told by its keys alone before anything is read: which sections it needs
 * depends on it.
 *
 * @param mapped whether its scope names a form, or may do so
 * @param posting whether it makes lines, or may have to
 */
record Outline(boolean mapped, boolean posting) {
  static Outline of(Section root) {
    boolean mapped =
        items(root, "scope").isEmpty()
            || items(root, "scope").stream()
                .anyMatch(item -> !isMapping(item) || has(item, "form"));
    List<Node> rules = items(root, "rules");
    Predicate<Node> pays = item -> has(item, "payItem");
    boolean posting =
        rules.stream().anyMatch(item -> has(item, "lines"))
            || mapped && rules.stream().noneMatch(pays);
    return new Outline(mapped, posting);
  }

  private static List<Node> items(Section root, String key) {
    return root.optional(key)
        .filter(SequenceNode.class::isInstance)
        .map(node -> ((SequenceNode) node).getValue())
        .orElse(List.of());
  }

  private static boolean isMapping(Node node) {
    return node instanceof MappingNode;
  }

  private static boolean has(Node item, String key) {
    return item instanceof MappingNode mapping
        && mapping.getValue().stream()
            .map(NodeTuple::getKeyNode)
            .anyMatch(node -> node instanceof ScalarNode name && name.getValue().equals(key));
  }
}
