package io.dingledger.runtime;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Makes a package's bytes depend on what is in it only, and not on when and where it was made. */
final class PackageFiles {
  private static final String JAR = ".jar";
  private static final LocalDateTime WHEN = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final long UNIX = 3L << 8;
  private static final long EXECUTABLE = 0100755L << 16;
  private static final long PLAIN = 0100644L << 16;
  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int CENTRAL_LENGTH = 46;
  private static final int END_LENGTH = 22;

  private PackageFiles() {}

  /** Writes a package anew: entries in order of their names, without folders, all of one time. */
  static void settle(Path file) throws IOException {
    Path settled = file.resolveSibling(file.getFileName() + ".settled");
    try (ZipFile zip = new ZipFile(file.toFile());
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(settled));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      for (ZipEntry entry : entries) {
        ZipEntry plain = new ZipEntry(entry.getName());
        plain.setTimeLocal(WHEN);
        out.putNextEntry(plain);
        try (InputStream content = zip.getInputStream(entry)) {
          if (entry.getName().endsWith(JAR)) {
            out.write(loosened(content));
          } else {
            content.transferTo(out);
          }
        }
        out.closeEntry();
      }
    }
    setModes(settled);
    Files.move(settled, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * A jar with the same entries in the same order, none of them compressed: the package around it
   * is, over all of them at once, which makes it a third smaller.
   */
  private static byte[] loosened(InputStream jar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(jar);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry plain = new ZipEntry(entry.getName());
        plain.setMethod(ZipEntry.STORED);
        plain.setSize(content.length);
        plain.setCrc(sum.getValue());
        plain.setTimeLocal(WHEN);
        out.putNextEntry(plain);
        out.write(content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Lambda starts {@code bootstrap} only when the zip says that it may be executed. The JDK's
   * writer has no word for that, so it is put into the zip's directory afterwards.
   *
   * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">external file
   *     attributes, 4.4.15</a>
   */
  private static void setModes(Path file) throws IOException {
    byte[] zip = Files.readAllBytes(file);
    int end = zip.length - END_LENGTH;
    int count = (int) number(zip, end + 10, 2);
    int at = (int) number(zip, end + 16, 4);
    for (int entry = 0; entry < count; entry++) {
      if (number(zip, at, 4) != CENTRAL_SIGNATURE) {
        throw new IOException(file + " has no directory where it should be");
      }
      int nameLength = (int) number(zip, at + 28, 2);
      String name = new String(zip, at + CENTRAL_LENGTH, nameLength, "UTF-8");
      long mode = name.equals(FunctionPackage.BOOTSTRAP) ? EXECUTABLE : PLAIN;
      put(zip, at + 4, 2, UNIX | number(zip, at + 4, 1));
      put(zip, at + 38, 4, mode);
      at +=
          CENTRAL_LENGTH
              + nameLength
              + (int) number(zip, at + 30, 2)
              + (int) number(zip, at + 32, 2);
    }
    Files.write(file, zip);
  }

  private static long number(byte[] bytes, int at, int length) {
    long number = 0;
    for (int index = length - 1; index >= 0; index--) {
      number = number << 8 | bytes[at + index] & 0xff;
    }
    return number;
  }

  private static void put(byte[] bytes, int at, int length, long number) {
    for (int index = 0; index < length; index++) {
      bytes[at + index] = (byte) (number >> 8 * index);
    }
  }
}
