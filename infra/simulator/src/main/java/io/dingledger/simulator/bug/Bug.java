package io.dingledger.simulator.bug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A seeded bug: what is wrong with it, and how it changes the sources.
 *
 * @param name the file's name without its ending
 * @param title what is wrong, in a few words
 * @param why why somebody would write it so
 * @param hunks the changes, in the order in which they are made
 */
public record Bug(String name, String title, String why, List<Hunk> hunks) {
  static final String ENDING = ".bug";

  public Bug {
    hunks = List.copyOf(hunks);
  }

  /**
   * One change of one file.
   *
   * @param file from the root of the repository, with {@code /}
   * @param old what stands there, exactly once
   * @param next what shall stand there
   */
  public record Hunk(String file, String old, String next) {}

  /**
   * Reads a bug from a file of our own format or, when its name ends otherwise, from a unified diff
   * as {@code git diff} prints it.
   *
   * @throws BugRefused when it can't be read
   */
  public static Bug read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException unreadable) {
      throw new BugRefused(BugFault.UNREADABLE, file, "there is no such text");
    }
    String whole = file.getFileName().toString();
    int dot = whole.lastIndexOf('.');
    String name = dot > 0 ? whole.substring(0, dot) : whole;
    return whole.endsWith(ENDING) ? BugText.read(name, text) : UnifiedDiff.read(name, text);
  }
}
