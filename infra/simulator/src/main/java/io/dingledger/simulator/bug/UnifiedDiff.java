package io.dingledger.simulator.bug;

import java.util.ArrayList;
import java.util.List;

/**
 * A bug as {@code git diff} prints it, so that an edit of the sources can be handed over as it is.
 * Line numbers are not looked at: what stands around a change must make it plain.
 */
final class UnifiedDiff {
  private static final String BEFORE = "--- ";
  private static final String AFTER = "+++ ";
  private static final String HUNK = "@@";

  private final String name;
  private final List<Bug.Hunk> hunks = new ArrayList<>();
  private final List<String> old = new ArrayList<>();
  private final List<String> next = new ArrayList<>();
  private String file = "";
  private boolean inside;

  private UnifiedDiff(String name) {
    this.name = name;
  }

  static Bug read(String name, String text) {
    UnifiedDiff reading = new UnifiedDiff(name);
    text.lines().forEach(reading::line);
    reading.close();
    if (reading.hunks.isEmpty()) {
      throw new BugRefused(BugFault.UNREADABLE, name, "it is no unified diff");
    }
    return new Bug(name, name, "a change from outside", reading.hunks);
  }

  private void line(String line) {
    if (line.startsWith(BEFORE) || line.startsWith("diff ")) {
      close();
    } else if (line.startsWith(AFTER) && !inside) {
      String path = line.substring(AFTER.length()).split("\t", 2)[0].strip();
      file = path.startsWith("b/") ? path.substring(2) : path;
    } else if (line.startsWith(HUNK)) {
      close();
      inside = true;
    } else if (inside) {
      changed(line);
    }
  }

  private void changed(String line) {
    String rest = line.isEmpty() ? "" : line.substring(1);
    switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '-' -> old.add(rest);
      case '+' -> next.add(rest);
      case ' ' -> {
        old.add(rest);
        next.add(rest);
      }
      case '\\' -> {}
      default -> throw new BugRefused(BugFault.UNREADABLE, name, "it is no unified diff");
    }
  }

  private void close() {
    if (inside) {
      hunks.add(new Bug.Hunk(file, String.join("\n", old), String.join("\n", next)));
    }
    old.clear();
    next.clear();
    inside = false;
  }
}
