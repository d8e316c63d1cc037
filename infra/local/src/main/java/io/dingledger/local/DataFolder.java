package io.dingledger.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Where the local system keeps its data. Only the folders that it makes itself are ever emptied, so
 * that {@code --fresh} with the wrong folder does no harm.
 *
 * @param root the folder that the command line names
 */
public record DataFolder(Path root) {
  private static final List<String> OWN = List.of("dynamodb", "queues", "ledger");

  /**
   * Makes the folder if need be, and empties it if asked to.
   *
   * @throws UncheckedIOException when that can't be done
   */
  public static DataFolder open(Path root, boolean fresh) {
    try {
      Files.createDirectories(root);
      DataFolder folder = new DataFolder(root);
      for (String name : OWN) {
        Path own = root.resolve(name);
        if (fresh && Files.exists(own)) {
          Files.walkFileTree(own, new Deleting());
        }
      }
      return folder;
    } catch (IOException impossible) {
      throw new UncheckedIOException("the data folder " + root + " can't be used", impossible);
    }
  }

  /** For the embedded database. */
  public Path dynamo() {
    return root.resolve("dynamodb");
  }

  /** For the embedded queues. */
  public Path queues() {
    return root.resolve("queues");
  }

  /** For the sandbox ledger. */
  public Path ledger() {
    return root.resolve("ledger");
  }

  /** For the key that seals the tenants' secrets. Never emptied: sealed secrets need it. */
  public Path masterKey() {
    return root.resolve("master.key");
  }

  /** For the secret that requests carry which change something. */
  public Path operatorToken() {
    return root.resolve("operator.token");
  }

  /** Where commands find the address of the front door that is open over this folder. */
  public Path frontDoor() {
    return root.resolve("front-door.url");
  }

  /** For the log. */
  public Path log() {
    return root.resolve("dingledger.log");
  }

  /**
   * Tells commands where the front door over this folder is open.
   *
   * @throws UncheckedIOException when the folder can't be written to
   */
  void isOpenAt(URI base) {
    try {
      Files.writeString(frontDoor(), base.toString());
    } catch (IOException unwritable) {
      throw new UncheckedIOException("the data folder " + root + " can't be used", unwritable);
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
