package io.dingledger.ledgers.kingdee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Fault;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Operation;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KingdeeSessionTest {
  private final KingdeeUnderTest subject = new KingdeeUnderTest("login-by-sign");
  private final SandboxKingdee sandbox = subject.sandbox();
  private final Voucher voucher = new Vouchers(subject.chart()).of("claim", "545.00");
  private final MovableClock clock = new MovableClock();

  @AfterEach
  void close() {
    subject.close();
  }

  private Ledger withSecret(String secret) {
    LedgerConnection connection =
        new LedgerConnection(
            Tenant.verified("corp"),
            "kingdee-cloud",
            KingdeeUnderTest.settings(sandbox.serverUrl(), "login-by-app-secret"),
            Map.of("appSecret", Secret.of(secret)),
            Duration.ZERO);
    return Ledgers.open(connection, TestTools.tools(clock));
  }

  private static Failure failure(Asked asked) {
    return assertInstanceOf(Asked.Failed.class, asked).failure();
  }

  @Test
  void oneSessionServesManyRequests() {
    subject.ledger().ask(voucher);
    subject.ledger().send(voucher, new Asked.Absent(voucher.key()));
    subject.ledger().ask(voucher);
    assertEquals(1, sandbox.requests(Operation.LOGIN));
  }

  @ParameterizedTest
  @CsvSource({
    "login-by-sign, 1, 2",
    "login-by-app-secret, 1, 2",
    "validate-user, 1, 2",
    "signed-headers, 0, 2"
  })
  void aVoucherCostsAQuestionAndASendingAndTheFirstOneALogInToo(
      String auth, int logIns, int requests) {
    try (KingdeeUnderTest fresh = new KingdeeUnderTest(auth)) {
      Vouchers vouchers = new Vouchers(fresh.chart());
      for (int number = 1; number <= 2; number++) {
        Voucher next = vouchers.of("claim " + number, "545.00");
        fresh.ledger().ask(next);
        fresh.ledger().send(next, new Asked.Absent(next.key()));
        assertEquals(logIns, fresh.sandbox().requests(Operation.LOGIN));
        int others =
            fresh.sandbox().requests(Operation.QUERY) + fresh.sandbox().requests(Operation.SAVE);
        assertEquals(number * requests, others);
      }
    }
  }

  @Test
  void manyThreadsLogInOnce() throws Exception {
    sandbox.switches().next(1, Operation.LOGIN, Fault.SLOW);
    List<Future<Asked>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < 8; thread++) {
        answers.add(threads.submit(() -> subject.ledger().ask(voucher)));
      }
    }
    for (Future<Asked> answer : answers) {
      assertInstanceOf(Asked.Absent.class, answer.get());
    }
    assertEquals(1, sandbox.requests(Operation.LOGIN));
  }

  @Test
  void aRefusedLogInIsNotRepeatedForAMinute() {
    Ledger ledger = withSecret("wrong");
    Failure first = failure(ledger.ask(voucher));
    assertEquals(FailureKind.CONFIG, first.kind());
    assertEquals("LEDGER-LOGIN-REFUSED", first.code());
    clock.now = clock.now.plusSeconds(59);
    assertEquals(first, failure(ledger.ask(voucher)));
    Sent sent = ledger.send(voucher, new Asked.Absent(voucher.key()));
    assertEquals(first, assertInstanceOf(Sent.Failed.class, sent).failure());
    assertEquals(1, sandbox.requests(Operation.LOGIN));
    clock.now = clock.now.plusSeconds(1);
    failure(ledger.ask(voucher));
    assertEquals(2, sandbox.requests(Operation.LOGIN));
  }

  @Test
  void aRefusalTellsNeitherUserNorSecret() {
    String told = failure(withSecret("wrong-secret").ask(voucher)).toString();
    assertFalse(told.contains("wrong-secret") || told.contains("demo"), told);
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER_ERROR_BEFORE, TRANSIENT",
    "DROP_BEFORE, TRANSIENT",
    "PAGE, TRANSIENT",
    "MALFORMED_AFTER, TRANSIENT",
    "EMPTY_AFTER, TRANSIENT",
    "DATABASE_FAILURE, TRANSIENT",
    "THROTTLE, THROTTLE"
  })
  void aLogInThatFailedOtherwiseIsRepeatedAtOnceAndNothingWasSent(Fault fault, FailureKind kind) {
    sandbox.switches().next(1, Operation.LOGIN, fault);
    Sent sent = subject.ledger().send(voucher, new Asked.Absent(voucher.key()));
    assertEquals(kind, assertInstanceOf(Sent.Failed.class, sent).failure().kind());
    assertEquals(0, sandbox.requests(Operation.SAVE));
    assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
  }

  @Test
  void aSessionThatIsLostTwiceIsATokenFailureWithoutAThirdTry() {
    subject.ledger().ask(voucher);
    sandbox.switches().next(3, Operation.QUERY, Fault.SESSION_LOST);
    assertEquals(FailureKind.TOKEN, failure(subject.ledger().ask(voucher)).kind());
    assertEquals(3, sandbox.requests(Operation.QUERY));
  }

  @Test
  void aPageInsteadOfRowsIsTakenForALostSession() {
    sandbox.switches().next(1, Operation.QUERY, Fault.PAGE);
    assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
    assertEquals(2, sandbox.requests(Operation.LOGIN));
  }

  @Test
  void aPageInsteadOfASavedVoucherIsAmbiguousAndEndsTheSession() {
    sandbox.switches().next(1, Operation.SAVE, Fault.PAGE);
    Sent sent = subject.ledger().send(voucher, new Asked.Absent(voucher.key()));
    Failure failure = assertInstanceOf(Sent.Failed.class, sent).failure();
    assertEquals(FailureKind.AMBIGUOUS, failure.kind());
    assertEquals("LEDGER-PAGE", failure.code());
    subject.ledger().ask(voucher);
    assertEquals(2, sandbox.requests(Operation.LOGIN));
  }

  @Test
  void aHugeAnswerIsNamedAsSuch() {
    sandbox.switches().next(1, Operation.QUERY, Fault.HUGE_AFTER);
    assertEquals("LEDGER-TOO-LARGE", failure(subject.ledger().ask(voucher)).code());
  }

  @Test
  void aMissingAnswerIsNamedAsSuch() {
    sandbox.switches().next(1, Operation.QUERY, Fault.DROP_BEFORE);
    assertEquals("LEDGER-NO-ANSWER", failure(subject.ledger().ask(voucher)).code());
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-03-31T08:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
