package io.dingledger.ledgers.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  private static Exchange.Answered answered(int status, String body, String... headers) {
    Map<String, List<String>> all = new HashMap<>();
    for (int at = 0; at < headers.length; at += 2) {
      all.put(headers[at], List.of(headers[at + 1]));
    }
    HttpHeaders made = HttpHeaders.of(all, (name, value) -> true);
    return new Exchange.Answered(status, made, body, Instant.parse("2026-03-31T08:00:00Z"));
  }

  private static Failure failure(Exchange exchange, Errand errand) {
    Answer<JsonNode> answer = Fault.read(exchange, errand);
    assertInstanceOf(Answer.Failed.class, answer);
    return ((Answer.Failed<JsonNode>) answer).failure();
  }

  private static String fault(String code, String type) {
    return QuickBooksStandIn.fault(code, "words", type);
  }

  @ParameterizedTest
  @CsvSource({
    "120, AuthorizationFault, 403, CONFIG, CONFIG",
    "3100, AuthorizationFault, 403, CONFIG, CONFIG",
    "3200, AuthenticationFault, 401, TOKEN, TOKEN",
    "500, ValidationFault, 400, DATA, CONFIG",
    "610, ValidationFault, 400, DATA, CONFIG",
    "2010, ValidationFault, 400, DATA, CONFIG",
    "2020, ValidationFault, 400, DATA, CONFIG",
    "2170, ValidationFault, 400, DATA, CONFIG",
    "2500, ValidationFault, 400, DATA, CONFIG",
    "5010, ValidationFault, 400, DATA, CONFIG",
    "6000, ValidationFault, 400, DATA, CONFIG",
    "6140, ValidationFault, 400, AMBIGUOUS, TRANSIENT",
    "6190, ValidationFault, 400, CONFIG, CONFIG",
    "6210, ValidationFault, 400, PERIOD_CLOSED, CONFIG",
    "6240, ValidationFault, 400, DATA, CONFIG",
    "6540, ValidationFault, 400, DATA, CONFIG",
    "429, Throttle, 429, THROTTLE, THROTTLE",
    "003001, Throttle, 429, THROTTLE, THROTTLE",
    "003001, Throttle, 503, THROTTLE, THROTTLE",
    "10000, SystemFault, 500, AMBIGUOUS, TRANSIENT",
    "10000, SystemFault, 200, AMBIGUOUS, TRANSIENT",
    "10000, SystemFault, 400, AMBIGUOUS, TRANSIENT",
    "6000, ValidationFault, 200, DATA, CONFIG",
    "6000, ValidationFault, 500, AMBIGUOUS, TRANSIENT",
    "777, ValidationFault, 400, DATA, CONFIG",
    "777, AuthenticationFault, 400, TOKEN, TOKEN",
    "777, AuthorizationFault, 400, CONFIG, CONFIG",
    "777, SomethingNew, 400, AMBIGUOUS, TRANSIENT",
    "777, '', 200, AMBIGUOUS, TRANSIENT"
  })
  void eachCodeIsClassed(
      String code, String type, int status, FailureKind sent, FailureKind asked) {
    Exchange exchange = answered(status, fault(code, type));
    assertEquals(sent, failure(exchange, Errand.SEND).kind(), "sent");
    assertEquals(asked, failure(exchange, Errand.ASK).kind(), "asked");
    assertEquals(code, failure(exchange, Errand.SEND).code());
  }

  @Test
  void theGatewaysLowerCaseIsUnderstood() {
    String body = QuickBooksStandIn.gatewayFault("3200", "Token expired");
    assertEquals(FailureKind.TOKEN, failure(answered(401, body), Errand.SEND).kind());
  }

  @ParameterizedTest
  @CsvSource({"401, TOKEN", "403, CONFIG", "404, CONFIG", "429, THROTTLE", "500, AMBIGUOUS"})
  void aStatusWithoutAFaultIsClassed(int status, FailureKind kind) {
    assertEquals(kind, failure(answered(status, ""), Errand.SEND).kind());
    assertEquals(kind, failure(answered(status, "<html/>"), Errand.SEND).kind());
  }

  @Test
  void aThrottleWaitsForAMinuteAtLeast() {
    String body = fault("003001", "Throttle");
    assertEquals(
        Optional.of(Duration.ofSeconds(60)),
        failure(answered(429, body, "Retry-After", "7"), Errand.ASK).retryAfter());
    assertEquals(
        Optional.of(Duration.ofSeconds(90)),
        failure(answered(429, body, "Retry-After", "90"), Errand.ASK).retryAfter());
    assertEquals(
        Optional.of(Duration.ofSeconds(60)), failure(answered(429, ""), Errand.ASK).retryAfter());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{}}", "<html/>"})
  void whatIsNoObjectIsNoAnswer(String body) {
    assertEquals(FailureKind.AMBIGUOUS, failure(answered(200, body), Errand.SEND).kind());
    assertEquals(FailureKind.TRANSIENT, failure(answered(200, body), Errand.ASK).kind());
  }

  @Test
  void noAnswerIsAmbiguousAfterSendingOnly() {
    Exchange none = new Exchange.NoAnswer(LedgerReason.NO_ANSWER, "time-out");
    assertEquals(FailureKind.AMBIGUOUS, failure(none, Errand.SEND).kind());
    assertEquals(FailureKind.TRANSIENT, failure(none, Errand.ASK).kind());
  }

  @Test
  void theTraceOfIntuitIsToldAndNothingThatIsNone() {
    String body = fault("6000", "ValidationFault");
    String told = failure(answered(400, body, "intuit_tid", "1-5f3c-0a"), Errand.SEND).detail();
    assertTrue(told.startsWith("intuit_tid=1-5f3c-0a; "), told);
    String odd = failure(answered(400, body, "intuit_tid", "a b<c>"), Errand.SEND).detail();
    assertFalse(odd.contains("intuit_tid"), odd);
  }

  @Test
  void amountsAndQuotedNamesAreNotRepeated() {
    String body =
        """
        {"Fault":{"Error":[{"Message":"A business validation error","Detail":\
        "Sum 1,234.50 of \\"Zhang San\\" and 'Li Si' differs","code":"6000","element":"Line"}],\
        "type":"ValidationFault"}}""";
    assertEquals(
        "A business validation error: Sum # of * and * differs [Line]",
        failure(answered(400, body), Errand.SEND).detail());
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasWhatWhyAndCureInBothLanguages(QuickBooksReason reason) {
    assertTrue(reason.code().matches("LEDGER-QUICKBOOKS(-[A-Z]+)+"));
    for (String text :
        List.of(reason.chinese(), reason.chineseCure(), reason.english(), reason.englishCure())) {
      assertFalse(text.isBlank());
    }
  }
}
