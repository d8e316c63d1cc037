package io.dingledger.simulator.command;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.command.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The project's folder: its deployment template, whose numbers are simulated, and its commit. */
record Checkout(Path root) {
  private static final String TEMPLATE = "template.yaml";
  private static final String UNKNOWN = "unknown";

  /** The project that a folder is in. */
  static Checkout at(Path folder) {
    return Stream.iterate(folder.toAbsolutePath().normalize(), at -> at != null, Path::getParent)
        .filter(at -> Files.isRegularFile(at.resolve(TEMPLATE)))
        .findFirst()
        .map(Checkout::new)
        .orElseThrow(() -> new Refusal(SimulateFault.NO_CHECKOUT, folder.toAbsolutePath()));
  }

  Template template() {
    return Template.read(root.resolve(TEMPLATE));
  }

  /** The commit, with a word when sources differ from it; {@code unknown} without Git. */
  String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 && !said.isEmpty() ? said : UNKNOWN;
    } catch (IOException noGit) {
      return UNKNOWN;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }
}
