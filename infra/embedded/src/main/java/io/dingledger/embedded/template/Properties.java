package io.dingledger.embedded.template;

import io.dingledger.embedded.template.Intrinsics.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of one resource, with typed access; each complaint names resource and property.
 *
 * @param owner whose they are, for messages
 * @param values the properties, intrinsic functions worked out
 */
record Properties(String owner, Map<?, ?> values) {
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::valueOf);
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> wrong(name, "is missing"));
  }

  Optional<Integer> number(String name) {
    try {
      return text(name).map(Integer::valueOf);
    } catch (NumberFormatException notANumber) {
      throw wrong(name, "is no whole number");
    }
  }

  Duration seconds(String name, Duration otherwise) {
    return number(name).map(Duration::ofSeconds).orElse(otherwise);
  }

  Optional<Properties> child(String name) {
    return switch (values.get(name)) {
      case null -> Optional.empty();
      case Map<?, ?> map -> Optional.of(new Properties(owner + "." + name, map));
      default -> throw wrong(name, "is no map");
    };
  }

  Properties requiredChild(String name) {
    return child(name).orElseThrow(() -> wrong(name, "is missing"));
  }

  /** The maps in a list, none when the property is absent. */
  List<Properties> children(String name) {
    return list(name).stream()
        .map(
            element ->
                element instanceof Map<?, ?> map
                    ? new Properties(owner + "." + name, map)
                    : refuse(name, "holds something that is no map"))
        .toList();
  }

  List<String> texts(String name) {
    return list(name).stream().map(String::valueOf).toList();
  }

  /** The logical id that a reference names. */
  String resource(String name) {
    return switch (values.get(name)) {
      case Resource(String logicalId) -> logicalId;
      case null -> throw wrong(name, "is missing");
      default -> throw wrong(name, "names no resource of this template");
    };
  }

  TemplateUnusable wrong(String name, String what) {
    return new TemplateUnusable(owner + "." + name + " " + what);
  }

  private Properties refuse(String name, String what) {
    throw wrong(name, what);
  }

  private List<?> list(String name) {
    return switch (values.get(name)) {
      case null -> List.of();
      case List<?> list -> list;
      default -> throw wrong(name, "is no list");
    };
  }
}
