package io.dingledger.ledgers.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks replays the reply to an earlier request, even of a transaction deleted since. */
class QuickBooksReplayTest {
  private static final Instant BEGAN = Instant.parse("2026-03-31T08:00:00Z");
  private static final VoucherKey KEY =
      Vouchers.voucher(
              "claim",
              List.of(
                  Vouchers.line("1", Map.of(), Side.DEBIT, "1.00"),
                  Vouchers.line("2", Map.of(), Side.CREDIT, "1.00")))
          .key();

  private static Sent sent(String created) {
    String reply =
        "{\"JournalEntry\":{\"Id\":\"227\",\"DocNumber\":\"%s\",\"MetaData\":{\"CreateTime\":\"%s\"}}}";
    return BookedTransactions.sent(
        Json.tree(reply.formatted(KEY.value(), created)).orElseThrow(), KEY, BEGAN);
  }

  @Test
  void whatWasCreatedLongBeforeTheRequestIsAskedFor() {
    Sent.Failed failed = assertInstanceOf(Sent.Failed.class, sent("2026-03-31T00:30:00-07:00"));
    assertEquals(FailureKind.AMBIGUOUS, failed.failure().kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-31T01:00:01-07:00", "2026-03-31T07:58:00Z", "", "yesterday"})
  void whatWasCreatedByTheRequestOrDoesNotSayWhenIsPosted(String created) {
    assertInstanceOf(Sent.Posted.class, sent(created));
  }
}
