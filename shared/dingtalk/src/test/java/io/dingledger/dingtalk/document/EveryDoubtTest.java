package io.dingledger.dingtalk.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryDoubtTest {
  @Test
  void is_provoked_by_some_test() throws IOException {
    StringBuilder tests = new StringBuilder();
    try (Stream<Path> files =
        Files.walk(Path.of("src/test/java/io/dingledger/dingtalk/document"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        tests.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    List<String> unprovoked =
        Arrays.stream(DocumentDoubt.values())
            .map(DocumentDoubt::code)
            .filter(code -> !tests.toString().contains(code))
            .toList();
    assertEquals(List.of(), unprovoked);
  }

  @Test
  void says_what_and_cure_in_both_languages() {
    for (DocumentDoubt doubt : DocumentDoubt.values()) {
      assertTrue(doubt.code().matches("DOC(-[A-Z]+)+"), doubt.code());
      for (String chinese : new String[] {doubt.chinese(), doubt.chineseCure()}) {
        assertTrue(chinese.endsWith("。"), doubt.code());
      }
      for (String english : new String[] {doubt.english(), doubt.englishCure()}) {
        assertTrue(english.endsWith("."), doubt.code());
        assertFalse(english.codePoints().anyMatch(EveryDoubtTest::isChinese), doubt.code());
      }
    }
  }

  private static boolean isChinese(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
