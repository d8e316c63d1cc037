package io.dingledger.local.exports;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.RunningSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/** Takes a batch away as a file. */
final class GetCommand implements Command {
  private static final Set<String> OPTIONS =
      Deployment.options("--tenant", "--by", "--format", "--number-from", "--out");
  private static final String NAME = "filename*=UTF-8''";

  @Override
  public String name() {
    return "get";
  }

  @Override
  public String help() {
    return """
          get BATCH --tenant T --by P [--format F] [--number-from N] [--out DIR]
                                  取一个批次的文件并登记；再次取走时返回码为 1
                                  takes a batch's file and notes it; the exit code is 1 when it
                                  was taken before
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given =
        Arguments.of(line, OPTIONS)
            .counting(1, 1, "./dev exports get BATCH --tenant T --by P [--format F] [--out DIR]");
    String query =
        "?by="
            + encoded(given.needed("--by"))
            + given.option("--format").map(format -> "&format=" + encoded(format)).orElse("")
            + given.option("--number-from").map(from -> "&numberFrom=" + encoded(from)).orElse("");
    RunningSystem.Download file =
        Deployment.ask(
            given,
            system ->
                system.download(
                    query, given.needed("--tenant"), "exports", given.plain().getFirst(), "file"));
    Path path = Arguments.path(given.option("--out").orElse(".")).resolve(name(file));
    written(path, file.content());
    int copy = Integer.parseInt(file.header("X-DingLedger-Copy"));
    out.println(path + "  " + file.content().length + " bytes");
    if (copy == 1) {
      return FINE;
    }
    out.println(
        "第%d次导出：请确认前一个文件没有导入过。 · copy %d: make sure that the former one was not imported."
            .formatted(copy, copy));
    return FOUND;
  }

  /** The last part only: a name is never a way out of the folder. */
  private static Path name(RunningSystem.Download file) {
    String disposition = file.header("Content-Disposition");
    String encoded = disposition.substring(disposition.indexOf(NAME) + NAME.length());
    return Arguments.path(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).getFileName();
  }

  private static void written(Path path, byte[] content) {
    try {
      Files.write(path, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException impossible) {
      throw new Refusal(ExportFault.FILE_NOT_WRITTEN, path);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
