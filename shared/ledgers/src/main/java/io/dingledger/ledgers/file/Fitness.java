package io.dingledger.ledgers.file;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.nio.charset.CharsetEncoder;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether a voucher can be written with these settings. What can't is refused before it is listed,
 * while a person can still do something about it, and not when a file is made.
 */
final class Fitness {
  private static final int DIGITS_IN_WORKBOOKS = 15;
  private static final int NOT_IN_XML = 0xFFFE;

  private final FileSettings settings;
  private final Layout layout;

  Fitness(FileSettings settings) {
    this.settings = settings;
    this.layout = Layout.of(settings);
  }

  /** Why a voucher comes at the wrong time. */
  Optional<Failure> untimely(Voucher voucher) {
    YearMonth month = YearMonth.from(voucher.date());
    if (settings.closedThrough().filter(last -> !month.isAfter(last)).isPresent()) {
      return Optional.of(FileReason.PERIOD_CLOSED.failure(FailureKind.PERIOD_CLOSED, month));
    }
    return settings
        .bookStart()
        .filter(month::isBefore)
        .map(first -> FileReason.BEFORE_START.failure(FailureKind.DATA, month, first));
  }

  /** Why a voucher has no place in a file of this format. */
  Optional<Failure> unfit(Voucher voucher) {
    return Stream.<Supplier<Optional<Failure>>>of(
            this::missing,
            () -> tooFine(voucher),
            () -> unmapped(voucher),
            () -> unwritable(voucher))
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Failure> missing() {
    return settings
        .missing()
        .map(
            key ->
                FileReason.SETTING_MISSING.failure(
                    FailureKind.CONFIG, key, settings.format().word()));
  }

  private static Optional<Failure> tooFine(Voucher voucher) {
    return currencies(voucher)
        .filter(currency -> Money.scaleOf(currency) > Entry.DECIMALS)
        .findFirst()
        .map(
            currency ->
                FileForm.FAILURES.of(
                    FailureKind.DATA, LedgerReason.TOO_FINE, Entry.DECIMALS, currency));
  }

  private Optional<Failure> unmapped(Voucher voucher) {
    if (!voucher.currency().equals(settings.bookCurrency())) {
      return Optional.of(
          FileReason.OTHER_CURRENCY.failure(
              FailureKind.DATA, voucher.currency(), settings.bookCurrency()));
    }
    Optional<Failure> currency =
        currencies(voucher)
            .filter(code -> settings.currency(code).isEmpty())
            .findFirst()
            .map(
                code ->
                    FileForm.FAILURES.of(FailureKind.DATA, LedgerReason.CURRENCY_UNMAPPED, code));
    return currency.or(
        () ->
            voucher.lines().stream()
                .flatMap(line -> line.dimensions().keySet().stream())
                .filter(dimension -> settings.field(dimension).isEmpty())
                .min(Dimension::compareTo)
                .map(
                    dimension ->
                        FileForm.FAILURES.of(
                            FailureKind.DATA, LedgerReason.DIMENSION_UNMAPPED, dimension)));
  }

  private static Stream<String> currencies(Voucher voucher) {
    return Stream.concat(
        Stream.of(voucher.currency()),
        voucher.lines().stream()
            .map(VoucherLine::foreign)
            .flatMap(Optional::stream)
            .map(foreign -> foreign.amount().currency()));
  }

  /** The very cells that would be written are looked at. */
  private Optional<Failure> unwritable(Voucher voucher) {
    return Entry.of(voucher, 1, Optional.of(1), 0).stream()
        .map(this::unwritable)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Failure> unwritable(Entry entry) {
    String account = entry.line().account();
    if (account.codePointCount(0, account.length()) > layout.longestAccount()) {
      return Optional.of(
          FileReason.ACCOUNT_TOO_LONG.failure(
              FailureKind.DATA, entry.index(), layout.longestAccount()));
    }
    List<Cell> row = layout.row(entry);
    Optional<String> separated = layout.unfit(entry, row);
    if (separated.isPresent()) {
      return Optional.of(
          FileReason.CODE_UNFIT.failure(FailureKind.DATA, entry.index(), separated.get()));
    }
    for (int column = 0; column < row.size(); column++) {
      Optional<Failure> failure = unwritable(row.get(column), entry, layout.columns().get(column));
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Optional<Failure> unwritable(Cell cell, Entry entry, String column) {
    return switch (cell) {
      case Cell.Text(String value) ->
          character(value)
              .map(
                  reason ->
                      reason.failure(FailureKind.DATA, entry.index(), column, encodingName()));
      case Cell.Decimal(BigDecimal value) ->
          settings.format().isWorkbook()
                  && value.stripTrailingZeros().precision() > DIGITS_IN_WORKBOOKS
              ? Optional.of(FileReason.NUMBER_TOO_LONG.failure(FailureKind.DATA, entry.index()))
              : Optional.empty();
      case Cell.Whole whole -> Optional.empty();
      case Cell.Day day -> Optional.empty();
      case Cell.Blank blank -> Optional.empty();
    };
  }

  private String encodingName() {
    return layout.encoding().map(Object::toString).orElse("XML");
  }

  /** The class of the first character that the file can't hold. */
  private Optional<FileReason> character(String text) {
    Optional<CharsetEncoder> encoder = layout.encoding().map(charset -> charset.newEncoder());
    return text.codePoints()
        .filter(
            codePoint ->
                isNeverWritten(codePoint)
                    || encoder
                        .filter(charset -> !charset.canEncode(Character.toString(codePoint)))
                        .isPresent())
        .mapToObj(Fitness::reason)
        .findFirst();
  }

  private static boolean isNeverWritten(int codePoint) {
    return Character.isISOControl(codePoint)
        || isHalf(codePoint)
        || (codePoint & NOT_IN_XML) == NOT_IN_XML;
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static FileReason reason(int codePoint) {
    if (isHalf(codePoint)) {
      return FileReason.CHARACTER_BROKEN;
    }
    if (isEmoji(codePoint)) {
      return FileReason.CHARACTER_EMOJI;
    }
    if (Character.isIdeographic(codePoint)) {
      return FileReason.CHARACTER_HANZI;
    }
    return isNeverWritten(codePoint) || Character.getType(codePoint) == Character.FORMAT
        ? FileReason.CHARACTER_CONTROL
        : FileReason.CHARACTER_OTHER;
  }

  /** With what joins emoji and chooses their form: zero-width joiner and variation selectors. */
  private static boolean isEmoji(int codePoint) {
    return Character.isEmoji(codePoint)
        || Character.isEmojiComponent(codePoint)
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F);
  }
}
