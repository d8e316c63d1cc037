package io.dingledger.local.command;

import io.dingledger.local.OptionFault;
import io.dingledger.model.failure.Reason;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command's arguments and options; {@code --name value} and {@code --name=value} both work.
 *
 * @param plain what stands without a name, in order
 * @param options the values of options by name
 */
public record Arguments(List<String> plain, Map<String, String> options) {
  /**
   * Takes a command line apart.
   *
   * @param known the options that there are; each takes a value
   * @throws Refusal with everything that is wrong
   */
  public static Arguments of(List<String> line, Set<String> known) {
    List<String> plain = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    List<Reason> wrong = new ArrayList<>();
    for (int index = 0; index < line.size(); index++) {
      String[] parts = line.get(index).split("=", 2);
      if (!parts[0].startsWith("--")) {
        plain.add(line.get(index));
        continue;
      }
      if (!known.contains(parts[0])) {
        wrong.add(Reason.of(OptionFault.UNKNOWN, line.get(index)));
        continue;
      }
      boolean behind = parts.length == 1 && index + 1 < line.size();
      String value = parts.length == 2 ? parts[1] : "";
      if (behind && !line.get(index + 1).startsWith("--")) {
        value = line.get(++index);
      }
      if (value.isBlank()) {
        wrong.add(Reason.of(OptionFault.VALUE_MISSING, parts[0]));
      } else if (options.putIfAbsent(parts[0], value) != null) {
        wrong.add(Reason.of(OptionFault.REPEATED, parts[0]));
      }
    }
    if (!wrong.isEmpty()) {
      throw new Refusal(wrong);
    }
    return new Arguments(plain, options);
  }

  /**
   * Refuses another number of plain arguments.
   *
   * @param usage how to write it
   */
  public Arguments counting(int least, int most, String usage) {
    if (plain.size() < least || plain.size() > most) {
      throw new Refusal(CommandFault.ARGUMENTS_WRONG, plain.size(), usage);
    }
    return this;
  }

  /** The value of an option. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** The value of an option that must be there. */
  public String needed(String name) {
    return option(name).orElseThrow(() -> new Refusal(CommandFault.OPTION_MISSING, name));
  }

  /** A path. */
  public static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException wrong) {
      throw new Refusal(OptionFault.PATH_WRONG, text.replaceAll("\\p{Cntrl}", "?"));
    }
  }
}
