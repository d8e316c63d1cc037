package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.tenant.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one form of settings has that another has not; of secrets only that they differ. */
final class SettingsChanges {
  private static final Set<String> NOT_SHOWN = Set.of("active", "standsSince", "suspended");

  private final ArrayNode changes = JsonNodeFactory.instance.arrayNode();
  private final List<String> names = new ArrayList<>();

  private SettingsChanges() {}

  /**
   * What would change.
   *
   * @param before what there is; empty for nothing
   */
  static SettingsChanges of(Optional<Opened> before, Opened after) {
    SettingsChanges changes = new SettingsChanges();
    changes.texts(
        before.map(Opened::blank).map(SettingsChanges::texts).orElse(Map.of()),
        texts(after.blank()));
    changes.secrets(before.map(Opened::secrets).orElse(Map.of()), after.secrets());
    return changes;
  }

  /**
   * For the answer: each with {@code name}, and {@code from} and {@code to} unless it is secret.
   */
  ArrayNode json() {
    return changes;
  }

  /** The names of what changes, for the diary. */
  String names() {
    return String.join(", ", names);
  }

  private void texts(Map<String, String> before, Map<String, String> after) {
    Set<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String name : all) {
      if (!Objects.equals(before.get(name), after.get(name))) {
        ObjectNode change = changes.addObject().put("name", name);
        names.add(name);
        if (before.containsKey(name)) {
          change.put("from", before.get(name));
        }
        if (after.containsKey(name)) {
          change.put("to", after.get(name));
        }
      }
    }
  }

  private void secrets(Map<String, Secret> before, Map<String, Secret> after) {
    Set<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String name : all) {
      Secret old = before.get(name);
      Secret next = after.get(name);
      if (!Objects.equals(old, next)) {
        names.add(SecretNames.place(name));
        changes
            .addObject()
            .put("name", SecretNames.place(name))
            .put("secret", old == null ? "added" : next == null ? "removed" : "changed");
      }
    }
  }

  /** Every text of a tree by its path; where a secret was, there is nothing. */
  private static Map<String, String> texts(ObjectNode json) {
    Map<String, String> texts = new TreeMap<>();
    json.properties()
        .forEach(
            field -> {
              if (!NOT_SHOWN.contains(field.getKey())) {
                walk(field.getKey(), field.getValue(), texts);
              }
            });
    texts.values().removeIf(String::isEmpty);
    return texts;
  }

  private static void walk(String path, JsonNode node, Map<String, String> texts) {
    if (node.isObject()) {
      node.properties().forEach(each -> walk(path + "." + each.getKey(), each.getValue(), texts));
    } else if (node.isArray()) {
      List<String> elements = new ArrayList<>();
      node.forEach(each -> elements.add(each.asText()));
      elements.removeIf(String::isEmpty);
      texts.put(path, String.join(", ", elements));
    } else {
      texts.put(path, node.asText());
    }
  }
}
