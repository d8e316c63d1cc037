package io.dingledger.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.runtime.FunctionPackage.Kind;
import io.dingledger.runtime.FunctionPackage.Processor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the last step of packaging does, and what it says. */
class PackageMainTest {
  private static final LocalDateTime ONE_DAY = LocalDateTime.of(2026, 3, 1, 10, 0);
  private static final LocalDateTime ANOTHER = LocalDateTime.of(2026, 9, 9, 9, 9);
  private static final int X86 = 62;
  private static final int ARM = 183;
  private static final int NEITHER = 8;

  @TempDir Path folder;

  private Path zip(String name, LocalDateTime when, String... names) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String each : names) {
      entries.put(each, Zips.text("content of " + each));
    }
    return Zips.zip(folder.resolve(name), when, entries);
  }

  private String said(long limit, int exit) throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    assertEquals(exit, PackageMain.run(folder, limit, out));
    return printed.toString(StandardCharsets.UTF_8);
  }

  private void allPackaged() throws IOException {
    for (String function : PackageMain.FUNCTIONS) {
      Path file = PackageMain.file(folder, function);
      Zips.zip(file, ONE_DAY, Map.of("a.class", Zips.text("a"), "bootstrap", Zips.program(ARM)));
    }
  }

  @Test
  void aPackageIsTheSameWheneverItWasMade() throws IOException {
    Path inner = zip("inner.jar", ONE_DAY, "x.class", "y.class");
    Path other = zip("other.jar", ANOTHER, "x.class", "y.class");
    Path first =
        Zips.zip(
            folder.resolve("first.zip"),
            ONE_DAY,
            new LinkedHashMap<>(
                Map.of("b.class", Zips.text("b"), "lib/i.jar", Files.readAllBytes(inner))));
    Map<String, byte[]> turned = new LinkedHashMap<>();
    turned.put("lib/i.jar", Files.readAllBytes(other));
    turned.put("b.class", Zips.text("b"));
    Path second = Zips.zip(folder.resolve("second.zip"), ANOTHER, turned);
    PackageFiles.settle(first);
    PackageFiles.settle(second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    byte[] once = Files.readAllBytes(first);
    PackageFiles.settle(first);
    assertArrayEquals(once, Files.readAllBytes(first));
  }

  @Test
  void everythingIsStillInIt() throws IOException {
    Path file = zip("all.zip", ONE_DAY, "z.txt", "a.txt", "m/n.txt");
    PackageFiles.settle(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(3, zip.size());
      byte[] content = zip.getInputStream(zip.getEntry("m/n.txt")).readAllBytes();
      assertEquals("content of m/n.txt", new String(content, StandardCharsets.UTF_8));
    }
  }

  @Test
  void theProgramMayBeExecutedAndNothingElse() throws IOException {
    Path file = zip("modes.zip", ONE_DAY, "bootstrap", "readme.txt");
    PackageFiles.settle(file);
    try (var zip =
        java.nio.file.FileSystems.newFileSystem(
            java.net.URI.create("jar:" + file.toUri()),
            Map.of("enablePosixFileAttributes", true))) {
      assertTrue(
          Files.getPosixFilePermissions(zip.getPath("/bootstrap"))
              .contains(PosixFilePermission.OTHERS_EXECUTE));
      assertEquals(
          java.util.Set.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.GROUP_READ,
              PosixFilePermission.OTHERS_READ),
          Files.getPosixFilePermissions(zip.getPath("/readme.txt")));
    }
  }

  @Test
  void theTableTellsKindProcessorAndSize() throws IOException {
    allPackaged();
    String said = said(PackageMain.LIMIT, 0);
    assertTrue(said.lines().anyMatch(line -> line.matches("intake +native +arm64 +\\d+")), said);
  }

  @Test
  void aPackageBeyondTheLimitIsRefused() throws IOException {
    allPackaged();
    assertTrue(said(100, 1).contains("DEV-PACKAGE-TOO-LARGE"));
  }

  @Test
  void aMissingPackageIsNamed() throws IOException {
    allPackaged();
    Files.delete(PackageMain.file(folder, "retry"));
    String said = said(PackageMain.LIMIT, 1);
    assertTrue(said.contains("PACKAGE-MISSING") && said.contains("retry"), said);
  }

  @Test
  void anotherKindOrProcessorIsRefused() throws IOException {
    Path nativeZip = folder.resolve("native.zip");
    for (int machine : new int[] {X86, ARM, NEITHER}) {
      Zips.zip(nativeZip, ONE_DAY, Map.of("bootstrap", Zips.program(machine)));
      FunctionPackage found = FunctionPackage.of("intake", nativeZip);
      if (found.processor().isEmpty() || !found.processor().equals(Processor.here())) {
        PackageUnusable why =
            assertThrows(PackageUnusable.class, () -> found.thatRunsHere(Optional.empty()));
        assertEquals("PACKAGE-OTHER-PROCESSOR", why.reason().code());
      } else {
        assertEquals(found, found.thatRunsHere(Optional.of(Kind.NATIVE)));
      }
      PackageUnusable why =
          assertThrows(PackageUnusable.class, () -> found.thatRunsHere(Optional.of(Kind.JVM)));
      assertEquals("PACKAGE-OTHER-KIND", why.reason().code());
    }
  }
}
