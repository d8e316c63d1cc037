package io.dingledger.post;

import static io.dingledger.post.PostFixture.KEY;
import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Attached;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private final PostFixture fixture = new PostFixture();

  @BeforeEach
  void attaches() {
    fixture.terms = new LedgerSource.Terms("kingdee-cloud", "one", fixture.terms.limits(), true);
  }

  private static String text(Attached.File file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }

  @Nested
  class AttachedToAVoucher {
    @Test
    void onceItWasPosted() {
      fixture.post.deliver(WORK);
      fixture.post.deliver(WORK);
      assertEquals(1, fixture.ledger.files.size());
      assertEquals(KEY.value() + ".txt", fixture.ledger.files.getFirst().name());
      assertEquals(List.of("CLAIMED", "SENDING", "POSTED", "ATTACHED"), fixture.history());
    }

    @Test
    void byTheWorkerThatFoundItThere() {
      fixture.ledger.books.add(KEY);
      fixture.post.deliver(WORK);
      assertEquals(List.of("CLAIMED", "LINKED", "ATTACHED"), fixture.history());
    }

    @Test
    void notByOneThatWasOvertaken() {
      fixture.ledger.whileAsked =
          () -> {
            fixture.ledger.whileAsked = () -> {};
            fixture.clock.advance(PostSettings.DEFAULT.lease());
            fixture.post.deliver(WORK);
          };
      fixture.post.deliver(WORK);
      assertEquals(1, fixture.ledger.files.size());
    }

    @Test
    void notWhereTheConnectionDoesNotSaySo() {
      fixture.terms = new LedgerSource.Terms("kingdee-cloud", "one", fixture.terms.limits(), false);
      fixture.post.deliver(WORK);
      assertEquals(List.of(), fixture.ledger.files);
    }

    @Test
    void andAFailureIsNotedAndChangesNothing() {
      fixture.ledger.attached =
          new Attached.Failed(Failure.of(FailureKind.TRANSIENT, "kingdee-cloud", "X", "because"));
      fixture.post.deliver(WORK);
      assertEquals(DocumentState.POSTED, fixture.record().state());
      assertEquals("NOT-ATTACHED", fixture.history().getLast());
      assertTrue(fixture.record().dueAt().isEmpty());
      assertEquals(0, fixture.failures.size());
    }
  }

  @Nested
  class TheFile {
    @Test
    void saysOfEachLineWhyItIsAsItIs() {
      String text = text(ExplanationFile.of(voucher(2)));
      for (String part :
          List.of(
              "1. 差旅费",
              "2. 差旅费",
              "6602.03",
              "借方 · Debit 709.00 CNY",
              "原币 · foreign 100.00 USD × 7.09",
              "travel",
              "v-0123456789ab",
              "amount = 100.00（row 1, 金额）",
              "amount * rate = 709.00 CNY",
              "HALF_UP 2")) {
        assertTrue(text.contains(part), part + " in " + text);
      }
    }

    @Test
    void isNeverLargerThanALedgerTakesAndEndsWithAWholeLine() {
      Attached.File file = ExplanationFile.of(voucher(6000));
      assertTrue(file.content().length < 1_000_000, "bytes: " + file.content().length);
      String text = text(file);
      assertTrue(text.endsWith("the rest is left out）\n"), text.substring(text.length() - 80));
      assertTrue(!text.contains("\uFFFD"), "no character is cut in two");
    }
  }

  private static Voucher voucher(int lines) {
    List<VoucherLine> all = new ArrayList<>();
    Money amount = Money.of("709.00", "CNY");
    Explanation why =
        new Explanation(
            "travel",
            "v-0123456789ab",
            List.of(new Explanation.Input("amount", "100.00", "row 1, 金额")),
            "amount * rate",
            "HALF_UP 2",
            amount);
    Foreign dollars = new Foreign(Money.of("100.00", "USD"), new BigDecimal("7.09"));
    for (int number = 0; number < lines; number++) {
      all.add(
          new VoucherLine(
              "差旅费",
              number % 2 == 0 ? "6602.03" : "2241",
              Map.of(),
              number % 2 == 0 ? Side.DEBIT : Side.CREDIT,
              amount,
              Optional.of(dollars),
              why));
    }
    return new Voucher(
        KEY, PostFixture.DOCUMENT, Purpose.RECORD, LocalDate.of(2026, 3, 31), "CNY", "差旅费", 1, all);
  }
}
