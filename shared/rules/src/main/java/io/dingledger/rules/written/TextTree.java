package io.dingledger.rules.written;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.Finding;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The node tree of a YAML or JSON text. Nothing is constructed from tags. */
sealed interface TextTree {
  /** The longest text, in UTF-16 units. */
  int LONGEST = 4 * 1024 * 1024;

  /** A tree; empty when the text says nothing. */
  record Tree(Optional<Node> root) implements TextTree {}

  /** The text is too long, or neither YAML nor JSON. */
  record Broken(Finding fault) implements TextTree {}

  /** Reads a text. */
  static TextTree read(String text) {
    if (text.length() > LONGEST) {
      return broken(1, 1, Reason.of(WrittenFault.TOO_LARGE, LONGEST));
    }
    try {
      return new Tree(
          Optional.ofNullable(new Yaml(Syntax.limits()).compose(new StringReader(asYaml(text)))));
    } catch (MarkedYAMLException broken) {
      Mark mark = broken.getProblemMark();
      Reason reason = Reason.of(WrittenFault.SYNTAX, broken.getProblem());
      return mark == null
          ? broken(1, 1, reason)
          : broken(mark.getLine() + 1, mark.getColumn() + 1, reason);
    } catch (YAMLException broken) {
      return broken(1, 1, Reason.of(WrittenFault.SYNTAX, broken.getMessage()));
    }
  }

  private static TextTree broken(int line, int column, Reason reason) {
    return new Broken(new Finding(line, column, reason));
  }

  /**
   * JSON may be indented by tabs, which cannot stand within its texts, and may escape a slash; YAML
   * knows neither.
   */
  private static String asYaml(String text) {
    String start = text.stripLeading();
    boolean isJson = start.startsWith("{") || start.startsWith("[");
    return isJson ? Syntax.ESCAPED_SLASH.matcher(text.replace('\t', ' ')).replaceAll("$1/") : text;
  }

  /** What is read of YAML, and what of JSON is not YAML. */
  final class Syntax {
    private static final int DEEPEST = 20;
    private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\/");

    private Syntax() {}

    private static LoaderOptions limits() {
      LoaderOptions limits = new LoaderOptions();
      limits.setMaxAliasesForCollections(0);
      limits.setAllowRecursiveKeys(false);
      limits.setNestingDepthLimit(DEEPEST);
      limits.setCodePointLimit(LONGEST);
      return limits;
    }
  }
}
