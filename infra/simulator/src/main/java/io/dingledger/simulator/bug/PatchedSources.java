package io.dingledger.simulator.bug;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sources that have to be compiled for a bug: those that it changes and, where it changes a
 * constant that others see, those that name its class, because the compiler writes constants into
 * the classes that use them.
 */
final class PatchedSources {
  private static final String CONSTANT = "static final ";
  private static final Set<String> HOUSES = Set.of("shared", "functions");

  private PatchedSources() {}

  /**
   * The text of each such file by its path.
   *
   * @throws BugRefused when a file is missing, or an old text does not stand there exactly once
   */
  static Map<Path, String> of(Path root, Bug bug) {
    Map<Path, String> changed = new LinkedHashMap<>();
    boolean constants = false;
    for (Bug.Hunk hunk : bug.hunks()) {
      Path file = root.resolve(hunk.file()).normalize();
      if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        throw new BugRefused(BugFault.NO_SOURCE, bug.name(), hunk.file());
      }
      changed.put(file, applied(bug, hunk, changed.computeIfAbsent(file, PatchedSources::text)));
      constants |= hunk.old().contains(CONSTANT) && !hunk.old().contains("private " + CONSTANT);
    }
    if (constants) {
      users(root, changed.keySet()).forEach(file -> changed.putIfAbsent(file, text(file)));
    }
    return changed;
  }

  private static String applied(Bug bug, Bug.Hunk hunk, String text) {
    int times = 0;
    for (int at = text.indexOf(hunk.old()); at >= 0; at = text.indexOf(hunk.old(), at + 1)) {
      times++;
    }
    if (times != 1) {
      String first = hunk.old().lines().findFirst().orElse("");
      throw new BugRefused(BugFault.TEXT_NOT_ONCE, bug.name(), hunk.file(), times, first.strip());
    }
    return text.replace(hunk.old(), hunk.next());
  }

  private static Set<Path> users(Path root, Set<Path> changed) {
    String names =
        changed.stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.joining("|"));
    Pattern used = Pattern.compile("\\b(" + names + ")\\b");
    return HOUSES.stream()
        .map(root::resolve)
        .flatMap(PatchedSources::sources)
        .filter(file -> used.matcher(text(file)).find())
        .collect(Collectors.toSet());
  }

  private static Stream<Path> sources(Path house) {
    Path main = Path.of("src", "main", "java");
    try (Stream<Path> files = Files.walk(house)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && file.toString().contains("" + main))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
