package io.dingledger.embedded.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Works out CloudFormation's intrinsic functions as far as names, numbers and references need them:
 * {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub}, {@code Fn::If}, {@code Fn::Join} and the
 * conditions. Parameters have their defaults. A reference to a resource stays a {@link Resource}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/">CloudFormation</a>
 */
class Intrinsics {
  /** A reference to a resource of the template, whole or to one of its attributes. */
  record Resource(String logicalId) {
    @Override
    public String toString() {
      return logicalId;
    }
  }

  private enum Absent {
    NO_VALUE
  }

  private static final Pattern PLACE = Pattern.compile("\\$\\{(!?)([^}]+)}");
  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::AccountId", "000000000000",
          "AWS::Partition", "aws",
          "AWS::Region", "eu-west-1",
          "AWS::StackName", "dingledger",
          "AWS::URLSuffix", "amazonaws.com");

  private final Map<String, Object> parameters = new HashMap<>(PSEUDO_PARAMETERS);
  private final Map<?, ?> conditions;
  private final Map<?, ?> resources;

  Intrinsics(Map<?, ?> template) {
    this(template, Map.of());
  }

  /** With other values of parameters than their defaults. */
  Intrinsics(Map<?, ?> template, Map<String, String> given) {
    conditions = section(template, "Conditions");
    resources = section(template, "Resources");
    section(template, "Parameters")
        .forEach(
            (name, definition) -> {
              Object value = definition instanceof Map<?, ?> map ? map.get("Default") : null;
              parameters.put(String.valueOf(name), value == null ? "" : value);
            });
    parameters.putAll(given);
  }

  /** A top-level section of the template, empty when it has none. */
  static Map<?, ?> section(Map<?, ?> template, String name) {
    return template.get(name) instanceof Map<?, ?> section ? section : Map.of();
  }

  /** The value with its functions worked out; empty for {@code AWS::NoValue} and nothing. */
  Optional<Object> resolved(Object value) {
    Object result = value(value);
    return result == Absent.NO_VALUE ? Optional.empty() : Optional.ofNullable(result);
  }

  /** Whether a condition of the template holds. */
  boolean holds(Object name) {
    if (!conditions.containsKey(name)) {
      throw new TemplateUnusable("condition " + name + " is not defined");
    }
    return isTrue(conditions.get(name));
  }

  private Object value(Object value) {
    return switch (value) {
      case Map<?, ?> map when map.size() == 1 -> call(map, map.keySet().iterator().next());
      case Map<?, ?> map -> members(map);
      case List<?> list -> elements(list);
      case null, default -> value;
    };
  }

  private Object members(Map<?, ?> map) {
    Map<Object, Object> result = new LinkedHashMap<>();
    map.forEach(
        (name, member) -> resolved(member).ifPresent(resolved -> result.put(name, resolved)));
    return result;
  }

  private List<Object> elements(List<?> list) {
    List<Object> result = new ArrayList<>();
    list.forEach(element -> resolved(element).ifPresent(result::add));
    return result;
  }

  private Object call(Map<?, ?> map, Object function) {
    Object argument = map.get(function);
    return switch (String.valueOf(function)) {
      case "Ref" -> reference(String.valueOf(argument));
      case "Fn::GetAtt" -> resource(attributeOwner(argument), attributeName(argument));
      case "Fn::Sub" -> substituted(argument);
      case "Fn::Join" -> joined(argument);
      case "Fn::If" -> chosen(argument);
      default -> {
        if (String.valueOf(function).startsWith("Fn::")) {
          throw new TemplateUnusable("the local system does not know " + function);
        }
        yield members(map);
      }
    };
  }

  /**
   * What a reference to a resource becomes.
   *
   * @param attribute empty for the resource itself
   */
  Object resource(String logicalId, String attribute) {
    return new Resource(logicalId);
  }

  private static String attributeName(Object argument) {
    return argument instanceof List<?> parts && parts.size() > 1 ? parts.get(1).toString() : "";
  }

  private Object reference(String name) {
    if (name.equals("AWS::NoValue")) {
      return Absent.NO_VALUE;
    }
    if (parameters.containsKey(name)) {
      return parameters.get(name);
    }
    if (resources.containsKey(name)) {
      return resource(name, "");
    }
    throw new TemplateUnusable("Ref to " + name + ", which the template does not define");
  }

  private String attributeOwner(Object argument) {
    Object owner = argument instanceof List<?> parts && !parts.isEmpty() ? parts.getFirst() : "";
    if (!resources.containsKey(owner)) {
      throw new TemplateUnusable("GetAtt of " + owner + ", which the template does not define");
    }
    return String.valueOf(owner);
  }

  private Object substituted(Object argument) {
    Object text = argument instanceof List<?> parts ? parts.getFirst() : argument;
    Map<?, ?> locals =
        argument instanceof List<?> parts && parts.size() > 1 && parts.get(1) instanceof Map<?, ?> m
            ? m
            : Map.of();
    return PLACE
        .matcher(String.valueOf(text))
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    place.group(1).isEmpty()
                        ? replacement(place.group(2).trim(), locals)
                        : "${" + place.group(2) + "}"));
  }

  private String replacement(String name, Map<?, ?> locals) {
    if (locals.containsKey(name)) {
      return String.valueOf(value(locals.get(name)));
    }
    if (name.contains(".") && resources.containsKey(name.split("\\.", 2)[0])) {
      String[] parts = name.split("\\.", 2);
      return String.valueOf(resource(parts[0], parts[1]));
    }
    return String.valueOf(reference(name.contains(".") ? name.split("\\.", 2)[0] : name));
  }

  private Object joined(Object argument) {
    List<?> parts = arguments(argument, 2, "Fn::Join");
    return elements(parts.get(1) instanceof List<?> list ? list : List.of()).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(String.valueOf(parts.get(0))));
  }

  private Object chosen(Object argument) {
    List<?> parts = arguments(argument, 3, "Fn::If");
    return value(parts.get(holds(parts.get(0)) ? 1 : 2));
  }

  private boolean isTrue(Object condition) {
    if (condition instanceof Map<?, ?> map && map.size() == 1) {
      Map.Entry<?, ?> call = map.entrySet().iterator().next();
      List<?> arguments = call.getValue() instanceof List<?> list ? list : List.of();
      return switch (String.valueOf(call.getKey())) {
        case "Condition" -> holds(call.getValue());
        case "Fn::Not" -> !isTrue(arguments.getFirst());
        case "Fn::And" -> arguments.stream().allMatch(this::isTrue);
        case "Fn::Or" -> arguments.stream().anyMatch(this::isTrue);
        case "Fn::Equals" -> areEqual(arguments(call.getValue(), 2, "Fn::Equals"));
        default -> throw new TemplateUnusable(call.getKey() + " is no condition");
      };
    }
    throw new TemplateUnusable("not a condition: " + condition);
  }

  private boolean areEqual(List<?> pair) {
    return String.valueOf(value(pair.get(0))).equals(String.valueOf(value(pair.get(1))));
  }

  private static List<?> arguments(Object argument, int count, String function) {
    if (argument instanceof List<?> list && list.size() == count) {
      return list;
    }
    throw new TemplateUnusable(function + " takes " + count + " arguments");
  }
}
