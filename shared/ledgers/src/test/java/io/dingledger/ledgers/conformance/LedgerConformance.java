package io.dingledger.ledgers.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.MasterData.Entry;
import io.dingledger.ledgers.MasterData.Kind;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Refusal;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Dimension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole suite: a ledger that passes it can be posted to exactly once. A new ledger extends this
 * class and gives it a {@link LedgerUnderTest}. What stands here is about the connection; the
 * classes that it extends are about the vouchers.
 */
public abstract class LedgerConformance extends VoucherConformance {
  @Nested
  class WhenTheConnectionIsTried {
    @Test
    void aGoodOneIsGoodAndNothingIsBooked() {
      Checkup checkup = ledger.test();
      assertTrue(checkup.isGood(), checkup::toString);
      List<Point> points = checkup.findings().stream().map(Finding::point).toList();
      assertTrue(points.containsAll(List.of(Point.REACHABLE, Point.CREDENTIALS)), points::toString);
      assertEquals(points.stream().distinct().sorted().toList(), points);
      assertEquals(0, subject.requests(Request.SEND));
    }

    @Test
    void wrongCredentialsAreNamedAsThat() {
      boolean hasCredentials = subject.description().settings().stream().anyMatch(Setting::secret);
      assumeTrue(hasCredentials, "there are no credentials");
      assumeTrue(ledger.guard().canBeAsked(), "only what books something shows them");
      WatchedLedger watched = new WatchedLedger(subject.ledgerWithWrongCredentials().orElseThrow());
      Checkup checkup = watched.test();
      assertEquals(Optional.of(new Verdict.Good()), verdict(checkup, Point.REACHABLE));
      Verdict.Failed failed =
          assertInstanceOf(Verdict.Failed.class, verdict(checkup, Point.CREDENTIALS).orElseThrow());
      assertTrue(
          Set.of(FailureKind.CONFIG, FailureKind.TOKEN).contains(failed.failure().kind()),
          failed::toString);
      assertFalse(checkup.isGood());
      watched.hasNotSaid(subject.secrets());
    }

    @Test
    void anUnknownBookIsNeverCalledGood() {
      assumeTrue(subject.canRefuse(Refusal.UNKNOWN_BOOK), "a connection names no book");
      Checkup checkup = subject.ledgerOfAnUnknownBook().test();
      assertFalse(verdict(checkup, Point.BOOK).equals(Optional.of(new Verdict.Good())));
    }

    private static Optional<Verdict> verdict(Checkup checkup, Point point) {
      return checkup.findings().stream()
          .filter(finding -> finding.point() == point)
          .map(Finding::verdict)
          .findFirst();
    }
  }

  @Nested
  class WhenMasterDataIsRead {
    @ParameterizedTest
    @EnumSource
    void whatTheDescriptionOffersIsToldAndNothingElse(Kind kind) {
      if (!subject.description().abilities().tells().contains(kind)) {
        assertEquals(new MasterData.NotOffered(), ledger.read(kind));
        return;
      }
      List<String> codes = entries(kind).stream().map(Entry::code).toList();
      assertFalse(codes.isEmpty());
      assertTrue(codes.stream().noneMatch(String::isBlank), codes::toString);
      assertEquals(codes.stream().distinct().toList(), codes);
      if (kind == Kind.PERIOD) {
        assertTrue(codes.stream().allMatch(code -> code.matches("[0-9]{4}-[0-9]{2}")));
      }
    }

    @Test
    void theAccountsOfTheChartAreAmongThemAndUsable() {
      isUsable(Kind.ACCOUNT, subject.chart().expense(), true);
      isUsable(Kind.ACCOUNT, subject.chart().payable(), true);
      isUsable(Kind.ACCOUNT, subject.chart().unknown(), false);
    }

    @Test
    void theDimensionsOfTheChartAreAmongThemAndUsable() {
      areUsable(subject.chart().expenseDimensions(), true);
      areUsable(subject.chart().payableDimensions(), true);
    }

    @Test
    void aDepartmentThatIsNoLongerActiveIsNotUsable() {
      assumeTrue(subject.canRefuse(Refusal.INACTIVE_DEPARTMENT));
      areUsable(subject.chart().inactive(), false);
    }

    private void areUsable(Map<Dimension, String> dimensions, boolean expected) {
      dimensions.forEach(
          (dimension, code) -> isUsable(Kind.valueOf(dimension.name()), code, expected));
    }

    private void isUsable(Kind kind, String code, boolean expected) {
      if (subject.description().abilities().tells().contains(kind)) {
        boolean usable =
            entries(kind).stream().anyMatch(entry -> entry.code().equals(code) && entry.usable());
        assertEquals(expected, usable, kind + " " + code);
      }
    }

    private List<Entry> entries(Kind kind) {
      return assertInstanceOf(MasterData.Entries.class, ledger.read(kind)).entries();
    }
  }

  @Nested
  class WhenAFileIsHungOnAVoucher {
    @Test
    void itHangsThereOrTheDescriptionSaysThatItCannot() {
      LedgerReference voucher = posted(vouchers.of("claim", "545.00"));
      Attached.File file =
          new Attached.File(
              "explanation.txt",
              "text/plain; charset=utf-8",
              "为什么".getBytes(StandardCharsets.UTF_8));
      Attached expected =
          subject.description().abilities().attaches()
              ? new Attached.Done()
              : new Attached.NotOffered();
      assertEquals(expected, ledger.attach(voucher, file));
    }
  }
}
