package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.RunningSystem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Takes a tenant's documents away as JSON lines, with their vouchers and timelines. */
final class ExportCommand implements Command {
  private static final Set<String> OPTIONS = Deployment.options("--to");

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String help() {
    return """
          export TENANT --to DIR  导出单据（含凭证、薪资项目和经过）为 JSON 行，一行一张；含个人信息
                                  writes the documents with their vouchers, pay items and timelines
                                  as JSON lines; they hold personal data
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given =
        Arguments.of(line, OPTIONS).counting(1, 1, "./dev tenant export TENANT --to DIR");
    Path folder = Arguments.path(given.needed("--to"));
    String tenant = given.plain().getFirst();
    try (RunningSystem system = Deployment.of(given)) {
      Files.createDirectories(folder);
      Path settings = folder.resolve("settings.json");
      Path documents = folder.resolve("documents.jsonl");
      write(settings, List.of(system.get("", tenant, "settings").toPrettyString()));
      write(documents, List.of());
      out.println("✔ " + documents + "  单据 documents: " + documents(system, tenant, documents));
      return FINE;
    } catch (IOException unwritable) {
      throw new UncheckedIOException("the folder " + folder + " can't be written to", unwritable);
    }
  }

  private static int documents(RunningSystem system, String tenant, Path file) throws IOException {
    int count = 0;
    String cursor = "";
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      do {
        JsonNode page = system.get("?limit=100" + cursor, tenant, "documents");
        for (JsonNode document : page.path("documents")) {
          writer.write(
              system.get("", tenant, "documents", document.path("id").asText()).toString());
          writer.newLine();
          count++;
        }
        cursor =
            page.has("cursor")
                ? "&cursor="
                    + URLEncoder.encode(page.path("cursor").asText(), StandardCharsets.UTF_8)
                : "";
      } while (!cursor.isEmpty());
    }
    return count;
  }

  /** Only its owner may read it. */
  private static void write(Path file, List<String> lines) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, lines);
  }
}
