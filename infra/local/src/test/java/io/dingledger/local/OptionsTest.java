package io.dingledger.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.Options.Parsed.Help;
import io.dingledger.local.Options.Parsed.Misuse;
import io.dingledger.local.Options.Parsed.Run;
import io.dingledger.local.Options.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @TempDir Path folder;

  @Test
  void withoutOptionsTheDemoRunsAndGoesOnServing() {
    assertEquals(
        new Run(
            new Options(
                Path.of(".dingledger"), false, Store.DYNAMODB, 8080, Optional.empty(), false)),
        parse(""));
  }

  @Test
  void everyOptionIsReadInBothSpellings() {
    assertEquals(
        new Run(new Options(Path.of("x y"), true, Store.MEMORY, 0, Optional.empty(), true)),
        Options.parse(
            List.of("--data", "x y", "--fresh", "--store=memory", "--port", "0", "--once")));
    assertEquals(
        new Run(
            new Options(Path.of("d"), false, Store.DYNAMODB, 65535, Optional.of(folder), false)),
        Options.parse(
            List.of("--data=d", "--store", "dynamodb", "--port=65535", "--tenants=" + folder)));
  }

  @Test
  void helpWinsAndNamesEveryOption() {
    assertInstanceOf(Help.class, parse("--port x --help"));
    for (String option :
        List.of("--data", "--fresh", "--store", "--port", "--tenants", "--once", "--help")) {
      assertTrue(Options.HELP.contains(option), option);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--verbose,OPTION-UNKNOWN",
    "demo,OPTION-UNKNOWN",
    "--fresh=yes,OPTION-UNKNOWN",
    "--once --once,OPTION-REPEATED",
    "--port,OPTION-VALUE-MISSING",
    "--data --fresh,OPTION-VALUE-MISSING",
    "--data=,OPTION-VALUE-MISSING",
    "--port 65536,OPTION-PORT-WRONG",
    "--port -1,OPTION-PORT-WRONG",
    "--port 99999999999,OPTION-PORT-WRONG",
    "--store redis,OPTION-STORE-WRONG",
    "--tenants /nowhere/at/all,OPTION-TENANTS-NOT-A-FOLDER",
    "--once --tenants .,OPTION-ONCE-WITH-TENANTS",
  })
  void aMistakeIsNamedInBothLanguages(String line, String code) {
    Misuse misuse = assertInstanceOf(Misuse.class, parse(line));
    assertEquals(code, misuse.reasons().getFirst().code());
    assertTrue(misuse.text().contains(misuse.reasons().getFirst().chinese()));
    assertTrue(misuse.text().contains(misuse.reasons().getFirst().english()));
    assertFalse(misuse.text().matches("(?s).*\\{\\d}.*"), misuse.text());
  }

  @Test
  void aPathThatIsNoneIsNamed() {
    Misuse misuse = assertInstanceOf(Misuse.class, Options.parse(List.of("--data", "a\u0000b")));
    assertEquals("OPTION-PATH-WRONG", misuse.reasons().getFirst().code());
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    assertEquals(2, assertInstanceOf(Misuse.class, parse("--port x --store y")).reasons().size());
  }

  @Test
  void freshEmptiesOnlyTheSystemsOwnFolders() throws IOException {
    DataFolder data = DataFolder.open(folder, false);
    for (Path each : List.of(data.dynamo(), data.queues(), data.ledger(), folder.resolve("mine"))) {
      Files.createDirectories(each.resolve("deep"));
      Files.writeString(each.resolve("deep/file"), "x");
    }
    DataFolder.open(folder, false);
    assertTrue(Files.exists(data.queues().resolve("deep/file")));
    DataFolder.open(folder, true);
    assertFalse(Files.exists(data.dynamo()));
    assertFalse(Files.exists(data.queues()));
    assertFalse(Files.exists(data.ledger()));
    assertTrue(Files.exists(folder.resolve("mine/deep/file")));
  }

  private static Options.Parsed parse(String line) {
    return Options.parse(
        line.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(line.split(" "))));
  }
}
