package io.dingledger.simulator.bug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BugTest {
  private static final String WHOLE =
      """
      title: It forgets
      why: Somebody was
        tired.

      file: a/A.java
      old:
        if (x) {
          return;
      new:
        if (!x) {
          return;
      end
      old:
      one
      new:
      end
      """;

  @TempDir Path folder;

  private Bug read(String name, String text) throws IOException {
    return Bug.read(Files.writeString(folder.resolve(name), text));
  }

  private String refusal(String name, String text) {
    BugRefused refused = assertThrows(BugRefused.class, () -> read(name, text));
    assertEquals(BugFault.UNREADABLE.code(), refused.reason().code());
    return refused.reason().english();
  }

  @Nested
  class InOurOwnFormat {
    @Test
    void hasATitleAReasonAndChanges() throws IOException {
      Bug bug = read("forgets.bug", WHOLE);
      assertEquals("forgets", bug.name());
      assertEquals("It forgets", bug.title());
      assertEquals("Somebody was tired.", bug.why());
      assertEquals(
          List.of(
              new Bug.Hunk("a/A.java", "  if (x) {\n    return;", "  if (!x) {\n    return;"),
              new Bug.Hunk("a/A.java", "one", "")),
          bug.hunks());
    }

    @Test
    void saysWhatItCannotRead() {
      assertTrue(refusal("a.bug", "title: a\nwhy: b\n").contains("it changes nothing"));
      assertTrue(refusal("a.bug", "tilte: a\n").contains("tilte: a"));
      assertTrue(refusal("a.bug", "old:\na\nnew:\nb\nend\n").contains("names no file"));
      assertTrue(refusal("a.bug", "file: a\nold:\nnew:\nb\nend\n").contains("is empty"));
      assertTrue(refusal("a.bug", "file: a\nold:\na\nnew:\nb\n").contains("no line with end"));
      String untold = WHOLE.replace("why:", "title:");
      assertTrue(refusal("a.bug", untold).contains("it has no why:"));
    }

    @Test
    void mustBeThere() {
      BugRefused refused =
          assertThrows(BugRefused.class, () -> Bug.read(folder.resolve("none.bug")));
      assertEquals(BugFault.UNREADABLE.code(), refused.reason().code());
    }
  }

  @Nested
  class AsADifference {
    @Test
    void isWhatGitPrints() throws IOException {
      Bug bug =
          read(
              "mine.diff",
              """
              diff --git a/a/A.java b/a/A.java
              index 1..2 100644
              --- a/a/A.java
              +++ b/a/A.java
              @@ -1,3 +1,3 @@ class A {
               before
              -old
              +new
               after
              @@ -9,2 +9,3 @@
               last
              +more
              diff --git a/b/B.java b/b/B.java
              --- a/b/B.java
              +++ b/b/B.java
              @@ -1 +1 @@
              -one
              +two
              """);
      assertEquals(
          List.of(
              new Bug.Hunk("a/A.java", "before\nold\nafter", "before\nnew\nafter"),
              new Bug.Hunk("a/A.java", "last", "last\nmore"),
              new Bug.Hunk("b/B.java", "one", "two")),
          bug.hunks());
    }

    @Test
    void mustBeOne() {
      assertTrue(refusal("mine.diff", "hello\n").contains("no unified diff"));
      assertTrue(refusal("mine.diff", "--- a\n+++ b\n@@ @@\n*x\n").contains("no unified diff"));
    }
  }
}
