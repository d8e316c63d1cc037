package io.dingledger.embedded.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function as it is deployed: an {@code AWS::Serverless::Function} with what {@code Globals} says
 * of all.
 *
 * @param logicalId its logical id
 * @param name its name, the logical id when the template leaves the name to AWS
 * @param codeUri its package, relative to the template
 * @param handler the handler's name; a native function does not read it
 * @param runtime Lambda's name of the runtime
 * @param memory in megabytes
 * @param timeout how long one invocation may take
 * @param environment its variables by name
 */
public record FunctionDefinition(
    String logicalId,
    String name,
    String codeUri,
    String handler,
    String runtime,
    int memory,
    Duration timeout,
    Map<String, Setting> environment) {
  private static final String TYPE = "AWS::Serverless::Function";
  private static final int USUAL_MEMORY = 128;
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(3);
  private static final String REF = "Ref";
  private static final String ATTRIBUTE = "Fn::GetAtt";
  private static final String CHOICE = "Fn::If";

  public FunctionDefinition {
    environment = Map.copyOf(environment);
  }

  /** The value of a variable of the environment. */
  public sealed interface Setting {
    /** A text that the template itself gives. */
    record Text(String value) implements Setting {}

    /**
     * What CloudFormation knows of a resource.
     *
     * @param logicalId the resource
     * @param attribute for example {@code Arn}; empty for what {@code Ref} gives
     */
    record Of(String logicalId, String attribute) implements Setting {}
  }

  /**
   * Reads the functions of a template, in its order.
   *
   * @param parameters values of parameters; those not named have their defaults
   * @throws TemplateUnusable as {@link Template#read}
   */
  public static List<FunctionDefinition> read(Path file, Map<String, String> parameters) {
    Map<?, ?> content = TemplateYaml.read(file);
    Reader reader = new Reader(content, new Intrinsics(content, parameters));
    List<FunctionDefinition> functions = new ArrayList<>();
    reader.resources.forEach(
        (id, resource) -> {
          if (resource instanceof Map<?, ?> definition && TYPE.equals(definition.get("Type"))) {
            functions.add(reader.function(String.valueOf(id), definition));
          }
        });
    return functions;
  }

  private static final class Reader {
    private final Intrinsics intrinsics;
    private final Map<?, ?> globals;
    private final Map<?, ?> resources;

    Reader(Map<?, ?> content, Intrinsics intrinsics) {
      this.intrinsics = intrinsics;
      this.globals = Intrinsics.section(Intrinsics.section(content, "Globals"), "Function");
      this.resources = Intrinsics.section(content, "Resources");
    }

    FunctionDefinition function(String id, Map<?, ?> definition) {
      Map<?, ?> own = Intrinsics.section(definition, "Properties");
      Map<Object, Object> known = new LinkedHashMap<>();
      for (String name :
          List.of("FunctionName", "CodeUri", "Handler", "Runtime", "MemorySize", "Timeout")) {
        Object value = own.containsKey(name) ? own.get(name) : globals.get(name);
        intrinsics.resolved(value).ifPresent(resolved -> known.put(name, resolved));
      }
      Properties properties = new Properties(id, known);
      Map<String, Setting> environment = new LinkedHashMap<>();
      addTo(environment, globals);
      addTo(environment, own);
      return new FunctionDefinition(
          id,
          properties.text("FunctionName").orElse(id),
          properties.requiredText("CodeUri"),
          properties.text("Handler").orElse(""),
          properties.requiredText("Runtime"),
          properties.number("MemorySize").orElse(USUAL_MEMORY),
          properties.seconds("Timeout", USUAL_TIMEOUT),
          environment);
    }

    private void addTo(Map<String, Setting> environment, Map<?, ?> function) {
      Map<?, ?> variables =
          Intrinsics.section(Intrinsics.section(function, "Environment"), "Variables");
      variables.forEach(
          (name, value) ->
              setting(value).ifPresent(each -> environment.put(String.valueOf(name), each)));
    }

    private Optional<Setting> setting(Object value) {
      if (value instanceof Map<?, ?> call && call.size() == 1) {
        Object function = call.keySet().iterator().next();
        Object argument = call.get(function);
        if (REF.equals(function) && resources.containsKey(argument)) {
          return Optional.of(new Setting.Of(String.valueOf(argument), ""));
        }
        if (ATTRIBUTE.equals(function) && argument instanceof List<?> parts && parts.size() == 2) {
          return Optional.of(
              new Setting.Of(String.valueOf(parts.getFirst()), String.valueOf(parts.getLast())));
        }
        if (CHOICE.equals(function) && argument instanceof List<?> parts && parts.size() == 3) {
          return setting(parts.get(intrinsics.holds(parts.getFirst()) ? 1 : 2));
        }
      }
      return intrinsics.resolved(value).map(text -> new Setting.Text(String.valueOf(text)));
    }
  }
}
