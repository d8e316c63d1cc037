package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.TENANT;

import io.dingledger.ledgers.hose.ScriptedHose;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.platform.store.DocumentStore.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A claim of 合思 whose voucher is posted, in the stores of a fixture. */
final class PostedClaim {
  static final DocumentId ID = new DocumentId("in:hose:ID-1");
  private static final VoucherKey KEY = VoucherKey.of(TENANT, ID, Purpose.RECORD, 1);

  private final PatrolFixture fixture;

  PostedClaim(PatrolFixture fixture) {
    this.fixture = fixture;
    InboundSettings inbound =
        new InboundSettings("key", List.of(), Optional.of(ScriptedHose.ACCOUNT));
    fixture.platform.tenants().put(fixture.settings(Optional.of(inbound)));
    stands("paid");
  }

  /** Its state in 合思, without a number. */
  void stands(String state) {
    fixture.hose.flows.put(
        "ID-1", "{\"id\":\"ID-1\",\"state\":\"" + state + "\",\"form\":{\"voucherNo\":\"\"}}");
  }

  void isShownWith(String number) {
    fixture.hose.flows.put(
        "ID-1", "{\"id\":\"ID-1\",\"state\":\"paid\",\"form\":{\"voucherNo\":\"" + number + "\"}}");
  }

  void isOnItsWay() {
    stored(Posting.ready(KEY, Purpose.RECORD, fixture.clock.instant()), DocumentState.POSTING);
  }

  void isPosted(String number) {
    Instant now = fixture.clock.instant();
    Posting posted =
        Posting.ready(KEY, Purpose.RECORD, now)
            .claimed(now, Duration.ofMinutes(5))
            .sending(now, now.plusSeconds(60))
            .posted(new LedgerReference("1", number));
    stored(posted, DocumentState.POSTED);
  }

  private void stored(Posting posting, DocumentState state) {
    Instant now = fixture.clock.instant();
    fixture.platform.writeBacks().expect(TENANT, ID, now);
    DocumentRecord record =
        DocumentRecord.announced(TENANT, ID, Optional.empty(), now)
            .changed()
            .state(state)
            .postings(List.of(posting))
            .build()
            .noting(now, "post", state.name(), "");
    fixture
        .platform
        .documents()
        .saveTranslated(
            record, new Source("{}", Optional.empty(), Optional.empty()), List.of(voucher()));
  }

  private static Voucher voucher() {
    return new Voucher(
        KEY,
        ID,
        Purpose.RECORD,
        LocalDate.of(2026, 3, 31),
        "CNY",
        "报销",
        1,
        List.of(line(Side.DEBIT), line(Side.CREDIT)));
  }

  private static VoucherLine line(Side side) {
    Money amount = Money.of("1.00", "CNY");
    return new VoucherLine(
        "报销",
        "1001",
        Map.of(),
        side,
        amount,
        new Explanation("rule", "v-1", List.of(), "1", "HALF_UP 2", amount));
  }
}
