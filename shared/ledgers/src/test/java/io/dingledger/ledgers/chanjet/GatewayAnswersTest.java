package io.dingledger.ledgers.chanjet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.money.Money;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway's codes mean to a question, and what they mean to a voucher that left. */
class GatewayAnswersTest {
  private final ScriptedPlatform platform = new ScriptedPlatform();
  private final Ledger ledger =
      Ledgers.open(
          new LedgerConnection(
              Tenant.verified("corp"),
              "chanjet-tplus",
              platform.settings(),
              Map.of(
                  "appSecret",
                  Secret.of(PlatformDoor.APP_SECRET),
                  "refreshToken",
                  Secret.of(PlatformDoor.FIRST_REFRESH_TOKEN)),
              Duration.ZERO),
          TestTools.tools());
  private final Voucher voucher =
      Vouchers.voucher(
          "claim",
          List.of(
              Vouchers.line("1", Map.of(), Side.DEBIT, Money.of("1", "CNY")),
              Vouchers.line("2", Map.of(), Side.CREDIT, Money.of("1", "CNY"))));

  @AfterEach
  void close() {
    platform.close();
  }

  private Failure asking() {
    return assertInstanceOf(Asked.Failed.class, ledger.ask(voucher)).failure();
  }

  private Failure sending() {
    Sent sent = ledger.send(voucher, new Asked.Absent(voucher.key()));
    return assertInstanceOf(Sent.Failed.class, sent).failure();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // status | body | code | asking | sending
        "401 | {\"code\":\"50112\"}      | 50112    | QUOTA     | QUOTA",
        "403 | {\"code\":\"50112\"}      | 50112    | CONFIG    | CONFIG",
        "401 | {\"code\":\"50000\"}      | 50000    | CONFIG    | TOKEN",
        "403 | {\"code\":\"50000\"}      | 50000    | CONFIG    | CONFIG",
        "404 | {\"code\":\"50000\"}      | 50000    | CONFIG    | CONFIG",
        "200 | {\"code\":\"50000\"}      | 50000    | CONFIG    | AMBIGUOUS",
        "500 | {\"code\":\"50000\"}      | HTTP-500 | TRANSIENT | AMBIGUOUS",
        "200 | {\"code\":\"14002\"}      | 14002    | THROTTLE  | THROTTLE",
        "429 | {\"code\":\"14002\"}      | 14002    | THROTTLE  | THROTTLE",
        "409 | {\"error\":\"protected\"} | HTTP-409 | THROTTLE  | THROTTLE",
        "409 | not JSON                  | HTTP-409 | THROTTLE  | THROTTLE",
        "401 | {\"code\":\"4001\"}       | 4001     | TOKEN     | TOKEN",
        "200 | {\"code\":\"4008\"}       | 4008     | TOKEN     | TOKEN",
        "401 | {\"message\":\"?\"}       | HTTP-401 | TOKEN     | TOKEN",
        "401 | not JSON                  | HTTP-401 | CONFIG    | CONFIG",
        "403 | not JSON                  | HTTP-403 | CONFIG    | CONFIG",
        "404 | not JSON                  | HTTP-404 | CONFIG    | CONFIG",
        "503 | not JSON                  | HTTP-503 | TRANSIENT | AMBIGUOUS",
        "408 | not JSON                  | HTTP-408 | TRANSIENT | AMBIGUOUS"
      })
  void everyCodeHasItsKind(int status, String body, String code, String ask, String send) {
    platform.answers(status, body);
    Failure asking = asking();
    Failure sending = sending();
    assertEquals(ask + " " + code, asking.kind() + " " + asking.code());
    assertEquals(send + " " + code, sending.kind() + " " + sending.code());
  }

  @Test
  void theWaitOfAThrottleIsPassedOn() {
    Reply reply = new Reply(409, "text/plain", "", Map.of("Retry-After", "30"));
    platform.answers(call -> reply);
    assertEquals(Optional.of(Duration.ofSeconds(30)), sending().retryAfter());
  }

  @Test
  void aSendingLeavesOnceWhateverTheAnswer() {
    platform.answers(401, "{\"code\":\"4004\"}");
    sending();
    assertEquals(1, platform.calls().size());
  }
}
