package io.dingledger.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The package of a function: the zip that is handed to Lambda.
 *
 * @param function whose it is, for messages
 * @param file the zip
 * @param kind whether a native program or classes are in it
 * @param processor the processor that a native program was compiled for, empty for classes
 */
public record FunctionPackage(
    String function, Path file, Kind kind, Optional<Processor> processor) {
  /** The name that Lambda starts a native function by. */
  static final String BOOTSTRAP = "bootstrap";

  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
  private static final int ELF_HEADER = 20;
  private static final int MACHINE = 18;

  /** What is in a package. */
  public enum Kind {
    NATIVE,
    JVM;

    /** As it is written on command lines and in tables. */
    public String word() {
      return this == NATIVE ? "native" : "jvm";
    }
  }

  /**
   * A processor, by Lambda's names.
   *
   * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html">{@code
   *     e_machine} in the header of a program</a>
   */
  public enum Processor {
    X86_64("x86_64", 62),
    ARM64("arm64", 183);

    private final String word;
    private final int machine;

    Processor(String word, int machine) {
      this.word = word;
      this.machine = machine;
    }

    /** Lambda's name of it. */
    public String word() {
      return word;
    }

    /** This machine's; empty for one that Lambda has not got. */
    public static Optional<Processor> here() {
      return switch (System.getProperty("os.arch", "")) {
        case "amd64", "x86_64" -> Optional.of(X86_64);
        case "aarch64", "arm64" -> Optional.of(ARM64);
        default -> Optional.empty();
      };
    }
  }

  /**
   * Looks at a package.
   *
   * @throws PackageUnusable when it is not there or no zip
   */
  public static FunctionPackage of(String function, Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry bootstrap = zip.getEntry(BOOTSTRAP);
      return bootstrap == null
          ? new FunctionPackage(function, file, Kind.JVM, Optional.empty())
          : new FunctionPackage(function, file, Kind.NATIVE, processor(zip, bootstrap));
    } catch (IOException unreadable) {
      throw new PackageUnusable(RuntimeFault.PACKAGE_MISSING, function, file);
    }
  }

  /**
   * The same package, which is of this kind and can run here.
   *
   * @throws PackageUnusable when it is of another kind or for another processor
   */
  public FunctionPackage thatRunsHere(Optional<Kind> wanted) {
    if (wanted.isPresent() && wanted.get() != kind) {
      throw new PackageUnusable(
          RuntimeFault.PACKAGE_OTHER_KIND, function, kind.word(), wanted.get().word());
    }
    Optional<Processor> here = Processor.here();
    if (kind == Kind.NATIVE && !processor.equals(here)) {
      throw new PackageUnusable(
          RuntimeFault.PACKAGE_OTHER_PROCESSOR,
          function,
          processor.map(Processor::word).orElse("?"),
          here.map(Processor::word).orElse(System.getProperty("os.arch", "?")));
    }
    return this;
  }

  /** In bytes. */
  public long size() {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new PackageUnusable(RuntimeFault.PACKAGE_MISSING, function, file);
    }
  }

  /** Takes it apart into an empty folder, as Lambda does into its task root. */
  void unpackInto(Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException(entry.getName() + " leads out of the package");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, target);
        }
      }
      Path bootstrap = folder.resolve(BOOTSTRAP);
      if (Files.exists(bootstrap)) {
        Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private static Optional<Processor> processor(ZipFile zip, ZipEntry bootstrap) throws IOException {
    try (InputStream content = zip.getInputStream(bootstrap)) {
      byte[] header = content.readNBytes(ELF_HEADER);
      if (header.length < ELF_HEADER || !Arrays.equals(header, 0, ELF.length, ELF, 0, ELF.length)) {
        return Optional.empty();
      }
      int machine = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getShort(MACHINE);
      return Arrays.stream(Processor.values()).filter(each -> each.machine == machine).findFirst();
    }
  }
}
