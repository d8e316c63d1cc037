package io.dingledger.deployment;

import io.dingledger.embedded.template.TemplateYaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The deployment template as it is written: functions of CloudFormation are left as they stand. */
final class Shipped {
  static final Path ROOT = Path.of("..", "..");
  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9]+)(\\.[A-Za-z]+)?}");
  private static final Map<?, ?> CONTENT = TemplateYaml.read(ROOT.resolve("template.yaml"));

  private Shipped() {}

  /** A section of the template, such as {@code Parameters}. */
  static Map<?, ?> section(String name) {
    return map(CONTENT.get(name));
  }

  /** The whole template. */
  static Map<?, ?> content() {
    return CONTENT;
  }

  /** Logical id and properties of each resource of a type, in the order of the file. */
  static Map<String, Map<?, ?>> resources(String type) {
    Map<String, Map<?, ?>> found = new LinkedHashMap<>();
    section("Resources")
        .forEach(
            (id, resource) -> {
              if (type.equals(map(resource).get("Type"))) {
                found.put(String.valueOf(id), map(map(resource).get("Properties")));
              }
            });
    return found;
  }

  /** A resource with its type, condition and policies of deletion. */
  static Map<?, ?> resource(String id) {
    return map(section("Resources").get(id));
  }

  /** A map, or an empty one for anything else. */
  static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** A list, or an empty one for anything else. */
  static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** What {@code Ref} or {@code Fn::GetAtt} leads to, or the empty text. */
  static String target(Object value) {
    Map<?, ?> call = map(value);
    if (call.get("Ref") instanceof String name) {
      return name;
    }
    return list(call.get("Fn::GetAtt")).stream().findFirst().map(String::valueOf).orElse("");
  }

  /** All names that a value refers to: resources, parameters and conditions. */
  static Set<String> references(Object value) {
    Set<String> found = new HashSet<>();
    collect(value, found);
    return found;
  }

  private static void collect(Object value, Set<String> found) {
    switch (value) {
      case Map<?, ?> map -> {
        if (!target(map).isEmpty()) {
          found.add(target(map));
        }
        if (map.get("Condition") instanceof String condition) {
          found.add(condition);
        }
        list(map.get("Fn::If")).stream().limit(1).map(String::valueOf).forEach(found::add);
        list(map.get("DependsOn")).stream().map(String::valueOf).forEach(found::add);
        map.values().forEach(each -> collect(each, found));
      }
      case List<?> list -> list.forEach(each -> collect(each, found));
      case String text -> {
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
          found.add(place.group(1));
        }
      }
      case null, default -> {}
    }
  }

  /** The parameters that a value depends on, by itself or by conditions. */
  static Set<String> parameters(Object value) {
    Set<String> found = new HashSet<>();
    List<String> open = new ArrayList<>(references(value));
    while (!open.isEmpty()) {
      String name = open.removeLast();
      if (section("Parameters").containsKey(name)) {
        found.add(name);
      } else if (section("Conditions").containsKey(name)) {
        open.addAll(references(section("Conditions").get(name)));
      }
    }
    return found;
  }
}
