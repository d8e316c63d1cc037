package io.dingledger.ledgers.quickbooks;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.quickbooks.Names.Named;
import io.dingledger.ledgers.quickbooks.QuickBooksSettings.Lookup;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds accounts and dimensions in QuickBooks, whose lines refer to ids, and refuses before sending
 * what QuickBooks would refuse or keep otherwise than it is meant.
 */
final class LineResolver {
  private static final int DECIMALS = 2;

  private final QuickBooksSettings settings;
  private final Names names;

  LineResolver(QuickBooksSettings settings, Names names) {
    this.settings = settings;
    this.names = names;
  }

  /** The voucher's lines, in order; or why they cannot be sent. */
  Answer<List<ResolvedLine>> lines(Voucher voucher) {
    Optional<Failure> unfit = unfit(voucher);
    if (unfit.isPresent()) {
      return new Answer.Failed<>(unfit.get());
    }
    List<ResolvedLine> lines = new ArrayList<>();
    for (VoucherLine line : voucher.lines()) {
      switch (line(line)) {
        case Answer.Failed<ResolvedLine>(Failure failure) -> {
          return new Answer.Failed<>(failure);
        }
        case Answer.Got<ResolvedLine>(ResolvedLine resolved) -> lines.add(resolved);
      }
    }
    return new Answer.Got<>(List.copyOf(lines));
  }

  /** A journal entry is in one currency: foreign parts of lines would be lost. */
  private Optional<Failure> unfit(Voucher voucher) {
    boolean tooFine =
        voucher.lines().stream()
            .anyMatch(line -> line.amount().amount().stripTrailingZeros().scale() > DECIMALS);
    if (tooFine) {
      return Optional.of(refused(LedgerReason.TOO_FINE, DECIMALS, voucher.currency()));
    }
    Optional<String> foreign =
        voucher.lines().stream()
            .flatMap(line -> line.foreign().stream())
            .map(part -> part.amount().currency())
            .findFirst();
    if (foreign.isPresent()) {
      return Optional.of(refused(LedgerReason.FOREIGN_UNSUPPORTED, foreign.get()));
    }
    return voucher.currency().equals(settings.currency())
        ? Optional.empty()
        : Optional.of(refused(LedgerReason.CURRENCY_UNMAPPED, voucher.currency()));
  }

  private Answer<ResolvedLine> line(VoucherLine line) {
    return switch (names.find(settings.accounts(), line.account())) {
      case Answer.Failed<Named>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Named>(Named account) -> placed(line, account);
    };
  }

  private Answer<ResolvedLine> placed(VoucherLine line, Named account) {
    Map<NameKind, Named> places = new EnumMap<>(NameKind.class);
    for (Map.Entry<Dimension, String> each : new TreeMap<>(line.dimensions()).entrySet()) {
      Lookup lookup = settings.dimensions().get(each.getKey());
      if (lookup == null) {
        continue;
      }
      switch (names.find(lookup, each.getValue())) {
        case Answer.Failed<Named>(Failure failure) -> {
          return new Answer.Failed<>(failure);
        }
        case Answer.Got<Named>(Named named) -> {
          Named before = places.put(lookup.kind(), named);
          if (before != null && !before.id().equals(named.id())) {
            return onePlace(lookup.kind().words());
          }
        }
      }
    }
    return checked(new ResolvedLine(line, account, places));
  }

  private static Answer<ResolvedLine> checked(ResolvedLine line) {
    if (line.places().keySet().stream().filter(NameKind::isPersonal).count() > 1) {
      return onePlace("名称 Name");
    }
    return line.lacking()
        .<Answer<ResolvedLine>>map(
            kind ->
                new Answer.Failed<>(
                    QuickBooksForm.failure(
                        FailureKind.DATA,
                        QuickBooksReason.ENTITY_NEEDED,
                        line.line().account(),
                        kind.words())))
        .orElseGet(() -> new Answer.Got<>(line));
  }

  private static Answer<ResolvedLine> onePlace(String place) {
    return new Answer.Failed<>(
        QuickBooksForm.failure(FailureKind.DATA, QuickBooksReason.ONE_PLACE, place));
  }

  private static Failure refused(LedgerReason reason, Object... arguments) {
    return QuickBooksForm.FAILURES.of(FailureKind.DATA, reason, arguments);
  }
}
