package io.dingledger.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What each adapter adds to the size of a deployed package. */
final class LedgerSizes {
  private static final Pattern JAR = Pattern.compile("dingledger-ledgers-.*(?<!-tests)\\.jar");
  private static final Pattern FOLDER = Pattern.compile("io/dingledger/ledgers/(?:([^/]+)/)*[^/]+");

  /** Libraries that one folder alone needs, by the beginning of their files' names. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.of("file", List.of("fastexcel-", "opczip-"));

  private LedgerSizes() {}

  /**
   * What a folder has.
   *
   * @param classes how many
   * @param plain their bytes
   * @param compressed their bytes in the jar
   */
  record Size(int classes, long plain, long compressed) {
    Size plus(Size other) {
      return new Size(classes + other.classes, plain + other.plain, compressed + other.compressed);
    }
  }

  /** Prints a row for each folder of the built jar, as Markdown. */
  static void print() throws IOException {
    Path jar =
        onClassPath()
            .filter(path -> JAR.matcher(path.getFileName().toString()).matches())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("dingledger-ledgers is not a jar"));
    System.out.println(
        "| Folder | classes | bytes | bytes in the jar | libraries for it alone (bytes) |");
    System.out.println("|---|---|---|---|---|");
    for (Map.Entry<String, Size> folder : folders(jar).entrySet()) {
      Size size = folder.getValue();
      System.out.printf(
          "| `%s` | %d | %,d | %,d | %s |%n",
          folder.getKey(),
          size.classes(),
          size.plain(),
          size.compressed(),
          libraries(folder.getKey()));
    }
  }

  /** The size of each folder under {@code io.dingledger.ledgers}; the port's own is {@code .}. */
  static Map<String, Size> folders(Path jar) throws IOException {
    Map<String, Size> folders = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        Matcher place = FOLDER.matcher(entry.getName());
        if (!entry.isDirectory() && place.matches()) {
          folders.merge(
              place.group(1) == null ? "." : place.group(1),
              new Size(1, entry.getSize(), entry.getCompressedSize()),
              Size::plus);
        }
      }
    }
    return folders;
  }

  private static String libraries(String folder) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String library : LIBRARIES.getOrDefault(folder, List.of())) {
      Path jar =
          onClassPath()
              .filter(path -> path.getFileName().toString().startsWith(library))
              .filter(path -> !path.getFileName().toString().startsWith(library + "reader"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(library + " is missing"));
      all.append(all.isEmpty() ? "" : ", ")
          .append("%s %,d".formatted(jar.getFileName(), Files.size(jar)));
    }
    return all.toString();
  }

  private static Stream<Path> onClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of);
  }
}
