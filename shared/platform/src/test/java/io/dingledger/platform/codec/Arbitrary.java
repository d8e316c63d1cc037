package io.dingledger.platform.codec;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.pay.PayUnit;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.progress.Turn;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.model.work.TranslateWork;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Values of every shape, the same ones for the same seed. */
final class Arbitrary {
  private static final String[] CURRENCIES = {"CNY", "JPY", "USD", "KWD", "HKD"};
  private static final String[] PIECES = {
    "a", "差旅费", "\"", "\\", "\n", "\u0000", "é", "😀", "\uD800", "{", "1", " ", "\uFFFF", "</"
  };

  private final Random random;

  Arbitrary(long seed) {
    random = new Random(seed);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, random.nextInt(6))
        .forEach(n -> text.append(PIECES[random.nextInt(PIECES.length)]));
    return text.toString();
  }

  Tenant tenant() {
    return Tenant.verified("t" + random.nextInt(9) + (random.nextBoolean() ? "#甲" : ""));
  }

  DocumentId document() {
    return new DocumentId("d" + text());
  }

  Instant instant() {
    return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
  }

  int count() {
    return random.nextInt(100_000);
  }

  LocalDate date() {
    return LocalDate.ofEpochDay(random.nextInt(40_000));
  }

  YearMonth month() {
    return YearMonth.from(date());
  }

  BigDecimal decimal() {
    return new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(30) - 3);
  }

  PayItemId payItemId() {
    return PayItemId.of(tenant(), document(), text(), text(), random.nextInt(9));
  }

  PayItem payItem() {
    Money amount = money();
    return new PayItem(
        payItemId(),
        document(),
        person(),
        department(),
        text(),
        text(),
        pick(PayUnit.values()),
        pick(PaySign.values()),
        date(),
        decimal(),
        decimal(),
        decimal(),
        amount,
        explanation(amount),
        maybe(this::payItemId));
  }

  Money money() {
    return money(pick(CURRENCIES));
  }

  VoucherKey key() {
    return VoucherKey.of(tenant(), document(), pick(Purpose.values()), random.nextInt(5));
  }

  EventSubject.Approval approval() {
    return new EventSubject.Approval(
        text(),
        text(),
        text(),
        text(),
        pick(EventSubject.Phase.values()),
        maybe(() -> pick(EventSubject.Result.values())),
        text(),
        text(),
        maybe(this::instant));
  }

  SourceEvent event() {
    return new SourceEvent(tenant(), text(), text(), instant(), subject(), text());
  }

  EventSubject subject() {
    return switch (random.nextInt(7)) {
      case 0 -> approval();
      case 1 -> new EventSubject.Attendance(several(this::day), several(this::punch));
      case 2 -> new EventSubject.PeopleChanged(several(this::text));
      case 3 -> new EventSubject.DepartmentsChanged(several(this::text));
      case 4 -> new EventSubject.FormChanged(text(), text());
      case 5 -> new EventSubject.Unreadable(reason());
      default -> new EventSubject.OutOfScope(reason());
    };
  }

  EventSubject.PersonDay day() {
    return new EventSubject.PersonDay(text(), date());
  }

  Signer signer() {
    return Signer.of("s" + random.nextInt(1000)).orElseThrow();
  }

  TranslateWork work() {
    return switch (random.nextInt(6)) {
      case 0 -> new TranslateWork.Happened(event());
      case 2 -> new TranslateWork.ClosePeriod(tenant(), month(), text());
      case 3 -> new TranslateWork.Retranslate(tenant(), document(), signer());
      case 1 -> new TranslateWork.Again(tenant(), document());
      case 4 -> new TranslateWork.Received(tenant(), document(), text(), text(), instant());
      default -> new TranslateWork.DayRead(tenant(), day(), text(), instant());
    };
  }

  Person person() {
    return new Person(
        text(),
        text(),
        text(),
        several(this::text),
        maybe(this::date),
        maybe(this::date),
        random.nextBoolean());
  }

  Department department() {
    return new Department(text(), text(), text(), text(), several(this::text));
  }

  private EventSubject.PunchSeen punch() {
    return new EventSubject.PunchSeen(
        text(), text(), instant(), text(), random.nextBoolean(), random.nextBoolean());
  }

  Failure failure() {
    return new Failure(
        pick(FailureKind.values()),
        text(),
        text(),
        text(),
        maybe(() -> Duration.ofSeconds(random.nextInt(9999), random.nextInt(1_000_000_000))));
  }

  Wait waiting() {
    return new Wait(
        random.nextInt(99),
        random.nextInt(99),
        maybe(this::instant),
        maybe(this::text),
        maybe(this::failure),
        maybe(() -> new Turn(instant(), random.nextInt(99))));
  }

  Posting posting() {
    return new Posting(
        key(),
        pick(Purpose.values()),
        pick(PostingState.values()),
        random.nextLong(),
        maybe(this::instant),
        maybe(this::instant),
        maybe(this::instant),
        maybe(this::instant),
        random.nextInt(9),
        maybe(() -> new LedgerReference(text(), text())),
        waiting());
  }

  Reason reason() {
    return new Reason(text(), text(), text());
  }

  TimelineEntry entry() {
    return new TimelineEntry(instant(), text(), text(), text());
  }

  DocumentRecord record() {
    return new DocumentRecord(
        tenant(),
        document(),
        random.nextLong(),
        pick(DocumentState.values()),
        text(),
        text(),
        text(),
        maybe(this::date),
        maybe(this::money),
        maybe(this::approval),
        several(this::text),
        waiting(),
        several(this::posting),
        several(this::month).stream().distinct().sorted().toList(),
        several(this::reason),
        several(this::entry),
        maybe(this::document),
        text(),
        instant(),
        instant());
  }

  Voucher voucher() {
    String currency = pick(CURRENCIES);
    List<VoucherLine> lines = new ArrayList<>();
    for (int pair = 0; pair <= random.nextInt(4); pair++) {
      Money amount = money(currency);
      lines.add(line(Side.DEBIT, amount));
      lines.add(line(Side.CREDIT, amount));
    }
    return new Voucher(
        key(),
        document(),
        pick(Purpose.values()),
        date(),
        currency,
        text(),
        random.nextInt(9),
        lines);
  }

  private VoucherLine line(Side side, Money amount) {
    Map<Dimension, String> dimensions = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      maybe(this::text).ifPresent(code -> dimensions.put(dimension, code));
    }
    return new VoucherLine(text(), text(), dimensions, side, amount, explanation(amount));
  }

  private Explanation explanation(Money amount) {
    return new Explanation(
        text(),
        text(),
        several(() -> new Explanation.Input(text(), text(), text())),
        text(),
        text(),
        amount);
  }

  /** Up to 30 digits, never zero. */
  private Money money(String currency) {
    BigInteger units = new BigInteger(1 + random.nextInt(99), random).add(BigInteger.ONE);
    BigDecimal amount = new BigDecimal(units, Money.scaleOf(currency));
    return new Money(random.nextBoolean() ? amount : amount.negate(), currency);
  }

  <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> several(Supplier<T> value) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(n -> value.get()).toList();
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
