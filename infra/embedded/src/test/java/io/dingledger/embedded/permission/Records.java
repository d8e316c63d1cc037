package io.dingledger.embedded.permission;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Calls, verdicts and policies as files that another evaluation can read. */
public final class Records {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Records() {}

  /** A document as JSON without spaces. */
  static String text(Object document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Writes the policies and all different calls so far. */
  public static void write(Guard guard, Path folder) throws IOException {
    write(guard.policies(), guard.verdicts(), "calls", folder);
  }

  /**
   * Writes the policies and some verdicts.
   *
   * @param name of the file with the verdicts, without its ending
   */
  public static void write(
      Policies policies, Collection<Verdict> verdicts, String name, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("policies.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(policies.documents()));
    List<String> lines = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      ObjectNode line = JSON.createObjectNode();
      line.put("role", verdict.caller().role());
      line.put("action", verdict.call().action());
      line.put("resource", verdict.call().resource());
      line.set("context", JSON.valueToTree(verdict.call().context()));
      line.put("allowed", verdict.isAllowed());
      lines.add(line.toString());
    }
    Files.write(folder.resolve(name + ".jsonl"), lines.stream().sorted().toList());
  }
}
