package io.dingledger.local.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.Handlers;
import io.dingledger.model.failure.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./dev native-test} refuses, and that its checks can fail. */
class NativeTestMainTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  @TempDir Path folder;

  private String said(int exit, String... line) throws IOException {
    Files.copy(
        TEMPLATE,
        folder.resolve("template.yaml"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    assertEquals(exit, NativeTestMain.run(List.of(line), folder, folder, out));
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void helpNamesEveryOption() throws IOException {
    String help = said(0, "--help");
    for (String option : List.of("--kind", "--only", "--endpoint", "--starts", "--events")) {
      assertTrue(help.contains(option), option);
    }
  }

  @Test
  void absentPackagesAreNamedWithTheirCure() throws IOException {
    String said = said(2);
    assertTrue(said.contains("PACKAGE-MISSING  ") && said.contains("./dev package"), said);
  }

  @Test
  void aValueThatCannotBeIsRefused() throws IOException {
    for (String[] line :
        List.of(
            new String[] {"--kind", "wasm"},
            new String[] {"--only", "half"},
            new String[] {"--starts", "0"},
            new String[] {"--endpoint", "moto"})) {
      assertTrue(said(2, line).contains("NATIVE-TEST-VALUE-WRONG"), line[1]);
    }
    assertTrue(said(2, "--colour", "red").contains("OPTION"), "an unknown option");
  }

  @Test
  void functionsThatOnlyPretendAreFoundOut() {
    Handlers pretenders =
        new Handlers() {
          @Override
          public RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> intake() {
            return (event, context) ->
                APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody("success").build();
          }

          @Override
          public RequestHandler<SQSEvent, SQSBatchResponse> handler(String function) {
            return (batch, context) -> new SQSBatchResponse(List.of());
          }
        };
    try (SmokeTest test = new SmokeTest(Template.read(TEMPLATE), folder, Optional.empty())) {
      List<Check> checks = test.play(pretenders);
      List<String> failed =
          checks.stream().filter(each -> !each.isFine()).map(Check::function).distinct().toList();
      assertEquals(
          List.of("IntakeFunction", "TranslateFunction", "RetryFunction", "PatrolFunction"),
          failed);
      Set<String> codes =
          checks.stream()
              .flatMap(each -> each.fault().stream())
              .map(Reason::code)
              .collect(Collectors.toSet());
      assertEquals(Set.of(NativeTestFault.CHECK_FAILED.code()), codes);
    }
  }

  @Test
  void aMonthWithABrokenPromiseOrAVoucherOfUnknownOriginIsTold() {
    assertEquals(Optional.empty(), new Chain.Result(0, true).fault());
    for (Chain.Result broken : List.of(new Chain.Result(0, false), new Chain.Result(3, true))) {
      Reason told = broken.fault().orElseThrow();
      assertEquals(NativeTestFault.PROMISE_BROKEN.code(), told.code());
      assertTrue(told.chinese().contains(String.valueOf(broken.unaccounted())), told.chinese());
      assertTrue(told.english().contains(String.valueOf(broken.unaccounted())), told.english());
    }
  }
}
