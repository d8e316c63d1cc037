package io.dingledger.ledgers.hose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Directory;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.Secret;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 合思 says in another form than expected goes to a person and is never guessed. */
class FlowClaimTest {
  private static final HoseSettings ACCOUNT =
      new HoseSettings(
          URI.create("https://hose.example.test"),
          "corp",
          "app",
          Secret.of("security"),
          Secret.of("sign-key"),
          HoseSettings.PAID,
          HoseSettings.Category.NAME,
          "",
          true);
  private static final String FLOW =
      """
      {"id": "ID-1", "form": {"submitterId": "corp:zhang",
       "expenseMoney": {"standard": "10.00", "standardStrCode": "CNY"},
       "details": [{"feeType": {"name": "差旅费"}, "feeTypeForm": {
         "amount": {"standard": "10.00", "standardStrCode": "CNY"},
         "invoiceForm": {"invoices": [{"taxAmount": "1.00"}]}}}]}}
      """;

  private static FlowClaim.Written written(String flow) {
    return FlowClaim.of(
        Flow.read(flow).orElseThrow(),
        ACCOUNT,
        LocalDate.of(2026, 3, 31),
        ZoneId.of("Asia/Shanghai"),
        new Directory(Map.of(), Map.of()));
  }

  @Test
  void aClaimIsWrittenDown() {
    String json = assertInstanceOf(FlowClaim.Written.Claim.class, written(FLOW)).json();
    assertTrue(json.contains("\"tax\":1.00"), json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"standard\": \"10.00\" | \"standard\": \"1e999999999\"",
        "\"standard\": \"10.00\" | \"standard\": \"1e-999999999\"",
        "\"invoices\": [{\"taxAmount\": \"1.00\"}] | \"invoices\": {\"taxAmount\": \"1.00\"}",
        "{\"standard\": \"10.00\", \"standardStrCode\": \"CNY\"} | 10.00"
      })
  void whatHasAnotherFormIsNotGuessed(String usual, String other) {
    String flow = FLOW.replace(usual, other);
    assertInstanceOf(FlowClaim.Written.Unreadable.class, written(flow), flow);
  }

  @ParameterizedTest
  @CsvSource({
    "1774800000000, true",
    "1774800000, false",
    "0, false",
    "1e999999999, false",
    "-1774800000000, false"
  })
  void secondsAreNotTakenForMilliseconds(String updateTime, boolean isMoment) {
    String flow = FLOW.replace("\"form\"", "\"updateTime\": \"" + updateTime + "\", \"form\"");
    assertEquals(isMoment, Flow.read(flow).orElseThrow().updatedAt().isPresent());
  }

  @Test
  void detailsThatAreNoListAreNotGuessed() {
    String flow = FLOW.strip().replace("\"details\": [", "\"details\": {\"0\": ");
    String closed = flow.substring(0, flow.length() - 3) + "}}}";
    assertInstanceOf(FlowClaim.Written.Unreadable.class, written(closed), closed);
  }
}
