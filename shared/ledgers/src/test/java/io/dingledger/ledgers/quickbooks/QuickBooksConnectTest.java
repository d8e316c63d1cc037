package io.dingledger.ledgers.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.http.FickleTokens;
import io.dingledger.ledgers.http.HandClock;
import io.dingledger.ledgers.quickbooks.QuickBooksConnect.Connected;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuickBooksConnectTest {
  private static final URI REDIRECT = URI.create("https://dingledger.example/connected?a=b");

  private final HandClock clock = new HandClock();
  private final QuickBooksUnderTest subject = new QuickBooksUnderTest(Map.of(), clock);
  private final QuickBooksConnect connect =
      new QuickBooksConnect(subject.connection(), subject.tools());
  private final Voucher voucher = new Vouchers(subject.chart()).of("claim", "545.00");

  @AfterEach
  void close() {
    subject.close();
  }

  private Failure refused(String code, String realm) {
    Answer<Connected> answer = connect.exchange(code, realm, REDIRECT);
    assertInstanceOf(Answer.Failed.class, answer);
    return ((Answer.Failed<Connected>) answer).failure();
  }

  @Test
  void theConsentPageIsAskedForOurAppAndScope() {
    URI page = connect.authorizeUrl(REDIRECT, connect.state("nonce"));
    assertEquals("appcenter.intuit.com", page.getHost());
    Map<String, String> fields = StandInServer.fields(page.getRawQuery());
    assertEquals(StandInTokenDesk.CLIENT, fields.get("client_id"));
    assertEquals("code", fields.get("response_type"));
    assertEquals("com.intuit.quickbooks.accounting", fields.get("scope"));
    assertEquals(REDIRECT.toString(), fields.get("redirect_uri"));
    assertTrue(connect.accepts(fields.get("state"), "nonce"));
    assertFalse(page.toString().contains(StandInTokenDesk.SECRET));
  }

  @Test
  void aStateIsForOneNonceOneTenantAndAWhile() {
    String state = connect.state("nonce");
    assertTrue(connect.accepts(state, "nonce"));
    assertFalse(connect.accepts(state, "another"));
    LedgerConnection mine = subject.connection();
    QuickBooksConnect other =
        new QuickBooksConnect(
            new LedgerConnection(
                Tenant.verified("other"),
                mine.type(),
                mine.settings(),
                mine.secrets(),
                Duration.ZERO),
            subject.tools());
    assertFalse(other.accepts(state, "nonce"));
    long ends = clock.instant().plus(QuickBooksConnect.STATE_LIVES).getEpochSecond();
    assertFalse(connect.accepts(state.replace("" + ends, "" + (ends + 60)), "nonce"));
    clock.pass(QuickBooksConnect.STATE_LIVES);
    assertFalse(connect.accepts(state, "nonce"));
  }

  @Test
  void aStateThatIsNoneIsNotAccepted() {
    for (String state : new String[] {"", ".", "1.2.3", "99999999999.", "x." + "0".repeat(64)}) {
      assertFalse(connect.accepts(state, "nonce"), state);
    }
  }

  @Test
  void afterTheConsentTheLedgerWorksWithoutAnyRefreshTokenInTheSettings() {
    Map<String, Secret> secrets = Map.of("clientSecret", Secret.of(StandInTokenDesk.SECRET));
    LedgerConnection plain = subject.connection(subject.standIn().settings(), secrets);
    String code = subject.standIn().desk().consented(REDIRECT.toString());
    Answer<Connected> connected =
        new QuickBooksConnect(plain, subject.tools())
            .exchange(code, QuickBooksStandIn.REALM, REDIRECT);
    assertEquals(
        new Answer.Got<>(new Connected(QuickBooksStandIn.REALM, Optional.empty())), connected);
    Ledger ledger = new QuickBooksType().open(plain, subject.tools());
    assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
    clock.pass(Duration.ofMinutes(61));
    assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
  }

  @Test
  void theCompanyMayBeUnknownUntilTheConsentTellsIt() {
    Map<String, String> settings = new HashMap<>(subject.standIn().settings());
    settings.remove("realmId");
    subject.standIn().desk().tellsHardEnd(Duration.ofDays(1000));
    String code = subject.standIn().desk().consented(REDIRECT.toString());
    Answer<Connected> connected =
        new QuickBooksConnect(subject.connection(settings), subject.tools())
            .exchange(code, QuickBooksStandIn.REALM, REDIRECT);
    assertEquals(
        new Answer.Got<>(
            new Connected(
                QuickBooksStandIn.REALM, Optional.of(clock.instant().plus(Duration.ofDays(1000))))),
        connected);
    assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
    assertEquals(1, subject.standIn().desk().requests(), "the token of the consent is used");
  }

  @Test
  void aNewConsentEndsAParkedConnectionAtOnce() {
    subject.ledger().ask(voucher);
    subject.standIn().desk().withdraw();
    assertInstanceOf(Asked.Failed.class, subject.ledger().ask(voucher));
    String code = subject.standIn().desk().consented(REDIRECT.toString());
    connect.exchange(code, QuickBooksStandIn.REALM, REDIRECT);
    assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
  }

  @Test
  void aCodeWorksOnceAndForItsRedirectAddressOnly() {
    assertEquals("LEDGER-RECONNECT", refused("made up", QuickBooksStandIn.REALM).code());
    String elsewhere = subject.standIn().desk().consented("https://elsewhere.example");
    assertEquals("LEDGER-RECONNECT", refused(elsewhere, QuickBooksStandIn.REALM).code());
  }

  @Test
  void tokensThatCannotBeKeptAreNoConnection() {
    LedgerTools usual = subject.tools();
    LedgerTools forgetful =
        new LedgerTools(FickleTokens.silent(), usual.exports(), usual.addresses(), clock);
    String code = subject.standIn().desk().consented(REDIRECT.toString());
    Answer<Connected> answer =
        new QuickBooksConnect(subject.connection(), forgetful)
            .exchange(code, QuickBooksStandIn.REALM, REDIRECT);
    assertInstanceOf(Answer.Failed.class, answer);
    Failure failure = ((Answer.Failed<Connected>) answer).failure();
    assertEquals("LEDGER-QUICKBOOKS-NOT-KEPT", failure.code());
    assertEquals(FailureKind.TRANSIENT, failure.kind());
    assertEquals(1, subject.standIn().desk().requests(), "a code works once");
  }

  @Test
  void anotherCompanyIsRefusedBeforeTheCodeIsUsed() {
    assertEquals("LEDGER-QUICKBOOKS-OTHER-COMPANY", refused("code", "999").code());
    assertEquals(0, subject.standIn().desk().requests());
  }

  @Test
  void withoutAnAppThereIsNothingToConnect() {
    LedgerConnection empty = subject.connection(Map.of(), Map.of());
    assertThrows(
        IllegalArgumentException.class, () -> new QuickBooksConnect(empty, subject.tools()));
  }
}
