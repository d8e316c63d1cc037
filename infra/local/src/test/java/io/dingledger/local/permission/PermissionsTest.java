package io.dingledger.local.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.permission.EmbeddedSecurity;
import io.dingledger.embedded.permission.Guard;
import io.dingledger.embedded.permission.Records;
import io.dingledger.embedded.permission.Unused;
import io.dingledger.embedded.permission.Verdict;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.DemoRun;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.Setup;
import io.dingledger.local.report.Outcome;
import io.dingledger.local.report.Progress;
import io.dingledger.local.report.Promise;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo month, played by functions that may do no more than the shipped roles allow, and what
 * the month does not need. Nothing is refused, and no permission is left that nothing needed.
 */
class PermissionsTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  @TempDir Path folder;

  @Test
  void theRolesAllowWhatTheFunctionsDoAndNothingElse() throws Exception {
    Guard guard = Guard.shipped();
    // Other tests of this process may have been refused on purpose.
    Set<Verdict> earlier = guard.verdicts();
    try (EmbeddedSecurity security = EmbeddedSecurity.start()) {
      Roles roles = new Roles(security);
      try (RareCalls rare = new RareCalls(TEMPLATE, roles)) {
        rare.run();
      }
      playMonth(roles);
    }
    List<Verdict> refused =
        guard.verdicts().stream()
            .filter(each -> !each.isAllowed() && !earlier.contains(each))
            .toList();
    assertEquals(List.of(), refused, "every call is allowed");
    Unused unused = Unused.of(guard);
    System.out.printf(
        "permissions: %d statements, %d requests decided, %d different, %d permissions, %d unused%n",
        unused.statements(),
        guard.evaluated(),
        guard.verdicts().size(),
        unused.permissions(),
        unused.never().size());
    Records.write(guard, Path.of("target", "permissions"));
    assertEquals(List.of(), unused.never(), "every permission is used");
    assertTrue(guard.evaluated() > 1000);
  }

  private void playMonth(Roles roles) throws Exception {
    try (LocalSystem system =
            new LocalSystem(
                Template.read(TEMPLATE),
                DataFolder.open(folder, false),
                Setup.of(Options.Store.DYNAMODB).with(roles));
        DemoRun demo = new DemoRun(system, folder.resolve("ledger"), silent())) {
      system.open(0);
      system.feed();
      List<Outcome> outcomes = demo.play();
      for (Promise promise : Promise.values()) {
        assertEquals(List.of(), promise.brokenBy(outcomes), promise.english());
      }
    }
  }

  private static Progress silent() {
    return new Progress(new PrintStream(OutputStream.nullOutputStream()), Clock.systemUTC());
  }
}
