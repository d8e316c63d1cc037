package io.dingledger.simulator.bug;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The seeded bugs that belong to the project, and where they and the sources are. */
public final class Bugs {
  private static final Path FOLDER = Path.of("infra", "simulator", "src", "main", "bugs");

  private Bugs() {}

  /**
   * The root of the repository that a folder is in.
   *
   * @throws BugRefused when it is in none
   */
  public static Path root(Path folder) {
    Path from = folder.toAbsolutePath().normalize();
    for (Path each = from; each != null; each = each.getParent()) {
      if (Files.isDirectory(each.resolve(FOLDER))) {
        return each;
      }
    }
    throw new BugRefused(BugFault.NO_CHECKOUT, from);
  }

  /**
   * All bugs, by name.
   *
   * @param root the root of the repository
   * @throws BugRefused when one of them can't be read
   */
  public static List<Bug> all(Path root) {
    try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
      return files
          .filter(file -> file.toString().endsWith(Bug.ENDING))
          .sorted()
          .map(Bug::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * A bug by its name among {@link #all}, or by the path of its file.
   *
   * @throws BugRefused when there is neither
   */
  public static Bug named(Path root, String nameOrFile) {
    Path ours = root.resolve(FOLDER).resolve(nameOrFile + Bug.ENDING);
    return Bug.read(Files.exists(ours) ? ours : Path.of(nameOrFile));
  }
}
