package io.dingledger.simulator.bug;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The format of a bug's file. Its head has {@code title:} and {@code why:}; lines that begin with
 * two blanks go on with what stands above. Then follow one or more changes:
 *
 * <pre>
 * file: functions/post/src/main/java/…/Post.java
 * old:
 * what stands there
 * new:
 * what shall stand there
 * end
 * </pre>
 *
 * <p>Further changes of the same file need no {@code file:} of their own. Texts are taken to the
 * letter, indentation included, without the last line's end; a text may be a part of a line.
 */
final class BugText {
  private static final String FILE = "file:";
  private static final String OLD = "old:";
  private static final String NEW = "new:";
  private static final String END = "end";

  private final String name;
  private final Iterator<String> lines;
  private final Map<String, String> head = new LinkedHashMap<>();
  private final List<Bug.Hunk> hunks = new ArrayList<>();
  private String above = "";
  private String file = "";

  private BugText(String name, String text) {
    this.name = name;
    this.lines = text.lines().iterator();
  }

  static Bug read(String name, String text) {
    BugText reading = new BugText(name, text);
    while (reading.lines.hasNext()) {
      reading.line(reading.lines.next());
    }
    if (reading.hunks.isEmpty()) {
      throw reading.refused("it changes nothing");
    }
    return new Bug(name, reading.said("title"), reading.said("why"), reading.hunks);
  }

  private void line(String line) {
    if (line.isBlank()) {
      return;
    }
    if (line.startsWith("  ") && !above.isEmpty()) {
      head.merge(above, line.strip(), (first, more) -> first + " " + more);
    } else if (line.startsWith(FILE)) {
      file = line.substring(FILE.length()).strip();
      above = "";
    } else if (line.equals(OLD)) {
      change();
    } else if (line.startsWith("title:") || line.startsWith("why:")) {
      above = line.substring(0, line.indexOf(':'));
      head.put(above, line.substring(above.length() + 1).strip());
    } else {
      throw refused("nobody knows what this means: " + line);
    }
  }

  private void change() {
    if (file.isEmpty()) {
      throw refused("a change names no file");
    }
    String old = upTo(NEW);
    if (old.isEmpty()) {
      throw refused("an old text is empty");
    }
    hunks.add(new Bug.Hunk(file, old, upTo(END)));
    above = "";
  }

  private String upTo(String last) {
    List<String> text = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals(last)) {
        return String.join("\n", text);
      }
      text.add(line);
    }
    throw refused("there is no line with " + last);
  }

  private String said(String what) {
    String text = head.getOrDefault(what, "");
    if (text.isEmpty()) {
      throw refused("it has no " + what + ":");
    }
    return text;
  }

  private BugRefused refused(String what) {
    return new BugRefused(BugFault.UNREADABLE, name, what);
  }
}
