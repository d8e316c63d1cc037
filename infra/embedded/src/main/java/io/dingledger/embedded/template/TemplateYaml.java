package io.dingledger.embedded.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads CloudFormation's YAML into plain maps, lists and scalars. The short forms of intrinsic
 * functions become their long forms: {@code !Ref Table} reads as {@code {Ref: Table}}, {@code !Sub}
 * as {@code {Fn::Sub: …}}.
 */
public final class TemplateYaml {
  private TemplateYaml() {}

  /**
   * Reads a file.
   *
   * @throws TemplateUnusable when it can't be read, is no YAML or holds no map
   */
  public static Map<?, ?> read(Path file) {
    try {
      Yaml yaml = new Yaml(new ShortForms(new LoaderOptions()));
      if (yaml.load(Files.readString(file, StandardCharsets.UTF_8)) instanceof Map<?, ?> content) {
        return content;
      }
      throw new TemplateUnusable(file + " holds no template");
    } catch (IOException | YAMLException unreadable) {
      throw new TemplateUnusable(file + " can't be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static final class ShortForms extends SafeConstructor {
    ShortForms(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put("!", new LongForm());
    }

    private final class LongForm extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String function = node.getTag().getValue().substring(1);
        Map<String, Object> call = new LinkedHashMap<>();
        switch (function) {
          case "Ref", "Condition" -> call.put(function, argument(node));
          case "GetAtt" -> call.put("Fn::GetAtt", attribute(argument(node)));
          default -> call.put("Fn::" + function, argument(node));
        }
        return call;
      }

      private Object argument(Node node) {
        return switch (node) {
          case ScalarNode scalar -> constructScalar(scalar);
          case SequenceNode sequence -> constructSequence(sequence);
          case MappingNode mapping -> constructMapping(mapping);
          default -> throw new TemplateUnusable("unknown kind of value " + node.getStartMark());
        };
      }

      private Object attribute(Object argument) {
        return argument instanceof String text ? List.of(text.split("\\.", 2)) : argument;
      }
    }
  }
}
