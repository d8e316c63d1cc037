package io.dingledger.local.permission;

import io.dingledger.embedded.permission.Call;
import io.dingledger.embedded.permission.EmbeddedSecurity;
import io.dingledger.embedded.permission.Guard;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.DemoRun;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.report.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  @TempDir Path folder;

  @Test
  void discover() throws Exception {
    java.nio.file.Files.writeString(Path.of("/tmp/iam7-cp.txt"), System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    try (EmbeddedSecurity security = EmbeddedSecurity.start();
        LocalSystem system =
            new LocalSystem(
                Template.read(TEMPLATE), DataFolder.open(folder, false), new Roles(security));
        DemoRun demo =
            new DemoRun(
                system,
                folder.resolve("ledger"),
                new Progress(new PrintStream(OutputStream.nullOutputStream()), Clock.systemUTC()))) {
      system.open(0);
      system.feed();
      var outcomes = demo.play();
      for (var promise : io.dingledger.local.report.Promise.values()) {
        promise
            .brokenBy(outcomes)
            .forEach(each -> System.out.println("NOT KEPT " + promise + " " + each));
      }
    } finally {
      TreeSet<String> lines = new TreeSet<>();
      Guard.shipped()
          .verdicts()
          .forEach(
              each ->
                  lines.add(
                      each.caller().role()
                          + (each.isAllowed() ? " " : " REFUSED ")
                          + each.call().action()
                          + " "
                          + each.call().resource().replaceAll(".*:", "")
                          + " "
                          + each.call().values(Call.LEADING_KEYS).stream()
                              .map(
                                  key ->
                                      key.replaceAll("^T#[^#]+", "T")
                                          .replaceAll("(#[A-Z])#.*", "$1#*")
                                          .replaceAll("^(.)#[0-9a-f]{64}", "$1#*"))
                              .distinct()
                              .sorted()
                              .collect(Collectors.joining(","))));
      java.nio.file.Files.write(Path.of("/tmp/iam7-matrix.txt"), lines);
      System.out.println("EVALUATED " + Guard.shipped().evaluated());
    }
  }
}
