package io.dingledger.local.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.command.Refusal;
import io.dingledger.local.torture.process.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TortureOptionsTest {
  @Test
  void withoutOptionsAThousandDocumentsForThreeMinutes() {
    Plan plan = TortureOptions.parse(List.of());
    assertEquals(1000, plan.documents());
    assertEquals(Duration.ofMinutes(3), plan.length());
    assertEquals(Set.of(Role.values()), plan.victims());
    assertEquals(Optional.empty(), plan.url());
  }

  @Test
  void optionsAreRead() {
    Plan plan =
        TortureOptions.parse(
            List.of(
                "--documents=7", "--kill", "post,ground", "--proxy", "--clock-jumps", "--seed=9"));
    assertEquals(7, plan.documents());
    assertEquals(Set.of(Role.POST, Role.GROUND), plan.victims());
    assertTrue(plan.proxy() && plan.clockJumps() && !plan.realTimes());
    assertEquals(9, plan.seed());
  }

  @Test
  void aSystemElsewhereFindsTheStandInsAtStatedPorts() {
    Plan plan = TortureOptions.parse(List.of("--url", "http://127.0.0.1:8080"));
    assertEquals(Optional.of(URI.create("http://127.0.0.1:8080")), plan.url());
    assertEquals(18_080, plan.ledgerPort());
  }

  @Test
  void aProxyOfSomebodyElsesMayStandBeforeTheLedger() {
    Plan plan =
        TortureOptions.parse(
            List.of("--ledger-port=9000", "--ledger-address=http://127.0.0.1:9001"));
    assertEquals(9000, plan.ledgerPort());
    assertEquals(Optional.of(URI.create("http://127.0.0.1:9001")), plan.ledgerAddress());
  }

  @ParameterizedTest
  @CsvSource({
    "--documents=0, TORTURE-NUMBER-WRONG",
    "--minutes=x, TORTURE-NUMBER-WRONG",
    "--kill=postman, TORTURE-VICTIM-UNKNOWN",
    "--url=ftp://example.com, TORTURE-URL-WRONG",
    "--url=http://example.com/callback, TORTURE-URL-WRONG",
    "'--url=http://example.com --real-times', TORTURE-NOT-WITH-URL",
    "'--url=http://example.com --kill=post', TORTURE-NOT-WITH-URL",
    "--speed=3, OPTION-UNKNOWN",
  })
  void mistakesAreRefusedWithTheirReasons(String line, String code) {
    List<String> arguments = List.of(line.split(" "));
    Refusal refusal = assertThrows(Refusal.class, () -> TortureOptions.parse(arguments));
    assertEquals(code, refusal.reasons().getFirst().code());
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertEquals(2, TortureMain.run(arguments, stream, stream));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains(code));
  }

  @Test
  void helpIsInBothLanguages() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertEquals(0, TortureMain.run(List.of("--help"), stream, stream));
    String text = said.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("--clock-jumps") && text.contains("数据文件夹"), text);
  }
}
