package io.dingledger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.bench.LedgerStart.Used;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process of its own posts two vouchers to each type of ledger. */
class LedgerStartTest {
  @Test
  void every_registered_type_is_measured() {
    assertEquals(
        Ledgers.descriptions().stream().map(LedgerDescription::type).toList(),
        Stream.of(StandIn.values()).map(StandIn::type).toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = StandIn.class,
      names = {"KINGDEE", "FILE"})
  void a_forked_process_posts_two_vouchers(StandIn standIn) throws IOException {
    List<Used> used = LedgerStart.forked(standIn);
    assertEquals(2, used.size());
    assertTrue(used.getFirst().micros() > used.getLast().micros());
    assertEquals(
        standIn == StandIn.FILE ? List.of(0, 0) : List.of(3, 2),
        used.stream().map(Used::requests).toList());
  }

  @Test
  void the_classes_of_each_folder_are_added_up(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("any.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("Ledger", "kingdee/A", "kingdee/B")) {
        out.putNextEntry(new JarEntry("io/dingledger/ledgers/" + name + ".class"));
        out.write(new byte[100]);
      }
    }
    Map<String, LedgerSizes.Size> folders = LedgerSizes.folders(jar);
    assertEquals(List.of(".", "kingdee"), List.copyOf(folders.keySet()));
    assertEquals(2, folders.get("kingdee").classes());
    assertEquals(200, folders.get("kingdee").plain());
    assertTrue(folders.get("kingdee").compressed() < 200);
  }
}
