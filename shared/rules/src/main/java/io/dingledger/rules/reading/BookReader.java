package io.dingledger.rules.reading;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.Checked;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.translation.CompiledRuleBook;
import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a rule book's text. Only YAML's node tree is used: nothing is constructed from tags, and
 * each finding keeps its place.
 */
public final class BookReader {
  /** The longest text, in UTF-16 units. */
  public static final int LONGEST = 4 * 1024 * 1024;

  private static final int DEEPEST = 20;

  private BookReader() {}

  /** Checks and compiles a rule book, or finds everything that is wrong with it. */
  public static Checked read(String yaml) {
    if (yaml.length() > LONGEST) {
      return broken(1, 1, Reason.of(RuleBookFinding.BOOK_TOO_LARGE, LONGEST));
    }
    Node root;
    try {
      root = new Yaml(limits()).compose(new StringReader(yaml));
    } catch (MarkedYAMLException broken) {
      return new Checked.Invalid(List.of(YamlProblem.found(broken, yaml)));
    } catch (YAMLException broken) {
      return broken(1, 1, Reason.of(RuleBookFinding.YAML_SYNTAX, broken.getMessage()));
    }
    if (root == null) {
      return broken(1, 1, Reason.of(RuleBookFinding.KEY_MISSING, "ruleBook"));
    }
    return read(root, new Findings(yaml));
  }

  private static Checked read(Node root, Findings findings) {
    var section = Section.of(root, "ruleBook", findings);
    if (section.isPresent()) {
      Book book = new SectionsReader(findings).book(section.get());
      if (findings.isUsable()) {
        CompiledRuleBook compiled = new CompiledRuleBook(book);
        new Trial(book, findings).run(section.get().keyNode("rules"));
        if (findings.isUsable()) {
          return new Checked.Valid(compiled, findings.sorted());
        }
      }
    }
    return new Checked.Invalid(findings.sorted());
  }

  private static LoaderOptions limits() {
    LoaderOptions limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(0);
    limits.setAllowRecursiveKeys(false);
    limits.setNestingDepthLimit(DEEPEST);
    limits.setCodePointLimit(LONGEST);
    return limits;
  }

  private static Checked broken(int line, int column, Reason reason) {
    return new Checked.Invalid(List.of(new Finding(line, column, reason)));
  }
}
