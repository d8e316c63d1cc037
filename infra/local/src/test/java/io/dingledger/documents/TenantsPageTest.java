package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.tenants.TenantWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/tenants.md}, one after another as they stand there. */
class TenantsPageTest {
  private static final String FENCE = "```sh\n";

  @TempDir Path folder;

  @Test
  void everyCommandDoesWhatThePageSays() throws IOException {
    try (LocalSystem system =
        new LocalSystem(
            Template.read(Path.of("..", "..", "template.yaml")),
            DataFolder.open(folder.resolve("data"), false),
            Options.Store.MEMORY)) {
      system.open(0);
      TenantWalk walk = new TenantWalk(folder, folder.resolve("data"));
      List<Integer> exits = new ArrayList<>();
      for (String command : commands()) {
        exits.add(walk.exit(command));
      }
      // Only the second command ends with 1: nothing is done without --yes.
      assertEquals(List.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), exits);
      assertTrue(Files.exists(folder.resolve("leaving/documents.jsonl")));
      assertEquals(2, walk.exit("./dev tenant show example"), "it is gone");
    }
  }

  private static List<String> commands() throws IOException {
    String page = Files.readString(Path.of("../../docs/tenants.md"));
    int start = page.indexOf(FENCE) + FENCE.length();
    return page.substring(start, page.indexOf("```", start)).lines().toList();
  }
}
