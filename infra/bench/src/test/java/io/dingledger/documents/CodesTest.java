package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.dingledger.model.failure.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/codes.md} lists every code with its texts. It lies in this module because no other
 * one sees all the rest. Run with {@code -Ddingledger.codes=write} to write it anew.
 */
class CodesTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "codes.md");
  private static final String HEAD =
      """
      # 代码一览 · All codes

      Every code that a person can meet, what it means and what to do. `{0}`, `{1}` … stand for the
      particulars. This page is written by a test from the code (`CodesTest`).

      """;

  @Test
  void everyCodeIsExplainedInBothLanguagesAndIsUnique() {
    Set<String> seen = new HashSet<>();
    for (ReasonCode code : codes()) {
      assertTrue(code.code().matches("[A-Z]+(-[A-Z0-9]+)+"), code.code());
      assertTrue(seen.add(code.code()), code.code() + " is used twice");
      assertFalse(code.chinese().isBlank() || code.chineseCure().isBlank(), code.code());
      assertFalse(code.english().isBlank() || code.englishCure().isBlank(), code.code());
      assertTrue(code.chinese().codePoints().anyMatch(CodesTest::isChinese), code.code());
      assertFalse(code.english().codePoints().anyMatch(CodesTest::isChinese), code.code());
    }
    assertTrue(seen.size() > 80, "all enumerations were found");
    for (String module : new String[] {"TENANT-", "TORTURE-", "SIMULATE-", "BUG-"}) {
      assertTrue(seen.stream().anyMatch(code -> code.startsWith(module)), module);
    }
  }

  @Test
  void thePageIsTheCodes() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (ReasonCode code : codes()) {
      page.append("**`").append(code.code()).append("`**  \n");
      page.append(code.chinese()).append(code.chineseCure()).append("  \n");
      page.append(code.english()).append(' ').append(code.englishCure()).append("\n\n");
    }
    String text = page.toString().stripTrailing() + "\n";
    if ("write".equals(System.getProperty("dingledger.codes"))) {
      Files.writeString(PAGE, text);
    }
    assertEquals(text, Files.readString(PAGE));
  }

  private static boolean isChinese(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  private static List<ReasonCode> codes() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.dingledger")
            .stream()
            .filter(JavaClass::isEnum)
            .filter(type -> type.getRawInterfaces().stream().anyMatch(CodesTest::isReasonCode))
            .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
            .map(ReasonCode.class::cast)
            .sorted(Comparator.comparing(ReasonCode::code))
            .toList();
  }

  private static boolean isReasonCode(JavaClass type) {
    return type.getName().equals(ReasonCode.class.getName());
  }
}
