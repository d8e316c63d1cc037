package io.dingledger.local.tenants;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs commands as they stand in the documents, at a terminal where all secrets are known. */
public final class TenantWalk {
  private final Path folder;
  private final Path data;

  /** Files lie in a folder; the system runs over another. */
  public TenantWalk(Path folder, Path data) throws IOException {
    this.folder = folder;
    this.data = data;
    TenantCommands.company(folder, "example", "示例科技");
  }

  /** The exit code of a line that begins with {@code ./dev tenant}. */
  public int exit(String command) {
    List<String> line = new ArrayList<>(Arrays.asList(command.split(" ")).subList(2, 3));
    for (String word : command.split(" ")) {
      if (word.equals("company.yaml") || word.equals("leaving")) {
        line.add(folder.resolve(word).toString());
      } else if (!List.of("./dev", "tenant", line.getFirst()).contains(word)) {
        line.add(word);
      }
    }
    if (!line.getFirst().equals("check")) {
      line.addAll(List.of("--data", data.toString()));
    }
    SecretPrompt prompt = new SecretPrompt(Map.of(), TenantWalk::secret);
    ByteArrayInputStream typed =
        new ByteArrayInputStream("example\n".getBytes(StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return TenantMain.program(typed, prompt, name -> null).run(line, out, out);
  }

  private static Optional<String> secret(String place) {
    return Optional.of(
        switch (place) {
          case "dingtalk.aesKey" -> TenantCommands.AES_KEY;
          case "dingtalk.token" -> TenantCommands.TOKEN;
          default -> "a-secret";
        });
  }
}
