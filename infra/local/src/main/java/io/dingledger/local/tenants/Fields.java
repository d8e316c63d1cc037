package io.dingledger.local.tenants;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The fields of one map in a tenant's file. What is wrong becomes a finding and a harmless value,
 * so that all mistakes are found at once.
 */
final class Fields {
  private final String path;
  private final Node place;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Findings findings;
  private final SecretSource secrets;
  private boolean isMap;

  private Fields(String path, Node place, Findings findings, SecretSource secrets) {
    this.path = path;
    this.place = place;
    this.findings = findings;
    this.secrets = secrets;
  }

  /** The fields of the whole file; {@code known} are the names that it may have. */
  static Fields of(Node root, Set<String> known, Findings findings, SecretSource secrets) {
    Fields fields = new Fields("", root, findings, secrets);
    fields.fill(root, known);
    return fields;
  }

  /** What stands under a name of a map, whatever else the map has; empty when it is no map. */
  static Optional<Node> valueOf(Node node, String name) {
    return node instanceof MappingNode map
        ? map.getValue().stream()
            .filter(
                entry ->
                    entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
            .map(NodeTuple::getValueNode)
            .findFirst()
        : Optional.empty();
  }

  /** Whether a map has this name. */
  static boolean hasName(Node node, String name) {
    return valueOf(node, name).isPresent();
  }

  /** The fields of a map; {@code known} empty means that any name is good. */
  Fields child(String name, Set<String> known, boolean required) {
    Node node = values.get(name);
    Fields fields = new Fields(pathOf(name), node == null ? place : node, findings, secrets);
    if (node != null) {
      fields.fill(node, known);
    } else if (required && isMap) {
      findings.add(
          place,
          TenantFault.FIELD_MISSING,
          pathOf(name),
          String.join("、", known),
          String.join(", ", known));
    }
    return fields;
  }

  Set<String> names() {
    return values.keySet();
  }

  String required(String name, Rule rule) {
    return optional(name, rule).orElseGet(() -> missing(name, rule));
  }

  Optional<String> optional(String name, Rule rule) {
    return text(name).map(text -> checked(name, rule, text));
  }

  /** A secret, fetched from where the field points. */
  String secret(String name, Rule rule) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return elsewhere(name, rule, true).orElseGet(() -> missing(name, rule));
    }
    Optional<String> secret = secrets.resolve(text.get());
    if (secret.isEmpty()) {
      findings.add(values.get(name), TenantFault.SECRET_UNAVAILABLE, pathOf(name), text.get());
      return "";
    }
    return checked(name, rule, secret.get());
  }

  /** A text that is not secret itself but is kept like one: what a callback address ends with. */
  String kept(String name, Rule rule) {
    return optional(name, rule)
        .or(() -> elsewhere(name, rule, true))
        .orElseGet(() -> missing(name, rule));
  }

  /** A secret that the file leaves out, from where such ones are had. */
  Optional<String> elsewhere(String name, Rule rule, boolean isNeeded) {
    Optional<String> found = secrets.elsewhere().secret(pathOf(name), isNeeded);
    if (found.isPresent() && !Kept.is(found.get()) && !rule.accepts(found.get())) {
      findings.add(place, TenantFault.VALUE_WRONG, pathOf(name), rule.chinese(), rule.english());
    }
    return found;
  }

  /** A list of texts, empty when absent. */
  Set<String> texts(String name, Rule rule) {
    Set<String> texts = new LinkedHashSet<>();
    Node node = values.get(name);
    List<Node> elements = node instanceof SequenceNode list ? list.getValue() : List.of();
    if (node != null && elements.isEmpty()) {
      wrong(name, rule);
    }
    for (Node element : elements) {
      if (element instanceof ScalarNode scalar && rule.accepts(scalar.getValue())) {
        texts.add(scalar.getValue());
      } else {
        wrong(name, rule);
      }
    }
    return texts;
  }

  /** Where a field stands, or the map when it is absent. */
  Node placeOf(String name) {
    return values.getOrDefault(name, place);
  }

  private void fill(Node node, Set<String> known) {
    if (!(node instanceof MappingNode map)) {
      findings.add(node, TenantFault.NOT_A_MAP, path.isEmpty() ? "YAML" : path);
      return;
    }
    isMap = true;
    for (NodeTuple entry : map.getValue()) {
      String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
      if (!known.isEmpty() && !known.contains(name)) {
        findings.add(
            entry.getKeyNode(), TenantFault.FIELD_UNKNOWN, pathOf(name), String.join(", ", known));
      } else if (values.putIfAbsent(name, entry.getValueNode()) != null) {
        findings.add(entry.getKeyNode(), TenantFault.FIELD_REPEATED, pathOf(name));
      }
    }
  }

  private Optional<String> text(String name) {
    Node node = values.get(name);
    if (node == null || node.getTag().equals(Tag.NULL)) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    wrong(name, Rule.SETTING);
    return Optional.of("");
  }

  private String checked(String name, Rule rule, String text) {
    boolean complained = !(values.get(name) instanceof ScalarNode);
    if (!complained && !rule.accepts(text)) {
      wrong(name, rule);
    }
    return text;
  }

  /** Says so, unless the whole map was already found to be missing or none. */
  private String missing(String name, Rule rule) {
    if (isMap) {
      findings.add(place, TenantFault.FIELD_MISSING, pathOf(name), rule.chinese(), rule.english());
    }
    return "";
  }

  /** Says that a field's value is wrong. */
  void wrong(String name, Rule rule) {
    findings.add(
        values.get(name), TenantFault.VALUE_WRONG, pathOf(name), rule.chinese(), rule.english());
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
