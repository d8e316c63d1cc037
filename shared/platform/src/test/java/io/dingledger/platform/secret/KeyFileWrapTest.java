package io.dingledger.platform.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.platform.support.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileWrapTest {
  @TempDir Path folder;

  @Test
  void a_missing_file_is_made_for_its_owner_only_and_nothing_is_left_beside_it() throws Exception {
    Path file = folder.resolve("key");
    KeyFileWrap.at(file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(KeyWrap.KEY_BYTES, Files.size(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void an_existing_file_is_kept() throws Exception {
    Path file = folder.resolve("key");
    KeyFileWrap.at(file);
    byte[] before = Files.readAllBytes(file);
    KeyFileWrap.at(file);
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void a_file_of_another_length_is_refused_and_kept() throws Exception {
    for (int length : new int[] {0, 31, 33}) {
      Path file = Files.write(folder.resolve("key-" + length), new byte[length]);
      KeysUnreachable unusable = assertThrows(KeysUnreachable.class, () -> KeyFileWrap.at(file));
      assertEquals("PLATFORM-KEY-FILE-UNUSABLE", unusable.reason().code());
      assertEquals(length, Files.size(file));
    }
  }

  @Test
  void a_file_that_can_not_be_made_is_named() {
    assertThrows(
        KeysUnreachable.class, () -> KeyFileWrap.at(folder.resolve("missing").resolve("key")));
  }

  @Test
  void all_who_make_it_at_once_use_the_same_key() throws Exception {
    Path file = folder.resolve("key");
    Callable<KeyFileWrap> maker = () -> KeyFileWrap.at(file);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<KeyFileWrap>> made = threads.invokeAll(Collections.nCopies(8, maker));
      KeyWrap.DataKey key = made.getFirst().get().dataKey(Samples.tenant("acme"));
      for (Future<KeyFileWrap> each : made) {
        assertArrayEquals(
            key.plain(), each.get().unwrap(Samples.tenant("acme"), key.wrapped()).plain());
      }
    }
  }

  @Test
  void a_data_key_is_bound_to_its_tenant() {
    KeyFileWrap wrap = KeyFileWrap.at(folder.resolve("key"));
    KeyWrap.DataKey key = wrap.dataKey(Samples.tenant("acme"));
    assertThrows(
        KeyWrap.WrapRefused.class, () -> wrap.unwrap(Samples.tenant("other"), key.wrapped()));
    assertEquals("***", key.toString());
  }
}
