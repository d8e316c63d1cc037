package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.Closing;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.Usage;
import io.dingledger.rules.book.PeriodVouchers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** A rule book that makes one voucher of anything, unless the test says otherwise. */
final class ScriptedRuleBook implements RuleBook {
  private static final Money AMOUNT = Money.of("545.00", "CNY");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  final AtomicInteger translations = new AtomicInteger();
  final List<Directory> directories = new ArrayList<>();
  volatile Supplier<Optional<Reason>> scope = Optional::empty;
  volatile Function<EventSubject.Approval, Optional<Reason>> scopeOf = approval -> scope.get();
  final List<Optional<Reading>> suites = new CopyOnWriteArrayList<>();
  volatile Set<DocumentKind> kinds = Set.of();
  volatile Function<Reading, Translation> factTranslation =
      fact ->
          new Translation.Ignored(
              Optional.of(fact.document()), new Reason("RULE-DAY-NORMAL", "x", "x"));
  volatile Supplier<Translation> translation = () -> vouchers(1);

  /** A claim with this many vouchers. */
  static Translation vouchers(int many) {
    List<Voucher> vouchers = new ArrayList<>();
    for (int revision = 1; revision <= many; revision++) {
      vouchers.add(voucher(revision, 2));
    }
    return new Translation.Vouchers(claim(), vouchers);
  }

  volatile Function<ApprovalDetail, Translation> byDetail = detail -> translation.get();

  private static ExpenseClaim claim() {
    DocumentHeader header =
        new DocumentHeader(
            TranslateFixture.DOCUMENT,
            "202603310900000000001",
            "报销",
            ScriptedDingTalk.PERSON,
            ScriptedDingTalk.DEPARTMENT,
            DAY,
            List.of(),
            Map.of());
    return new ExpenseClaim(
        header,
        AMOUNT,
        List.of(
            new ExpenseClaim.Line(1, "差旅费", AMOUNT, Optional.empty(), "", Optional.of(DAY), "")));
  }

  private static Voucher voucher(int revision, int lines) {
    List<VoucherLine> all = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      all.add(line(line % 2 == 0 ? Side.DEBIT : Side.CREDIT));
    }
    VoucherKey key =
        VoucherKey.of(TranslateFixture.TENANT, TranslateFixture.DOCUMENT, Purpose.RECORD, revision);
    return new Voucher(key, TranslateFixture.DOCUMENT, Purpose.RECORD, DAY, "CNY", "报销", 1, all);
  }

  private static VoucherLine line(Side side) {
    return new VoucherLine(
        "报销",
        side == Side.DEBIT ? "6602.03" : "2241",
        Map.of(),
        side,
        AMOUNT,
        new Explanation("rule", "v-1", List.of(), "claim.total", "HALF_UP 2", AMOUNT));
  }

  @Override
  public Optional<Reason> outOfScope(EventSubject.Approval approval) {
    return scopeOf.apply(approval);
  }

  @Override
  public Optional<Reason> outOfScope(DocumentKind kind) {
    return kinds.contains(kind)
        ? Optional.empty()
        : Optional.of(new Reason("RULE-OUT-OF-SCOPE", "x", "x"));
  }

  @Override
  public Set<String> processCodes() {
    return Set.of("PROC-1");
  }

  @Override
  public Set<String> categories() {
    return Set.of();
  }

  @Override
  public Translation translate(
      Context context, ApprovalDetail detail, Optional<Reading> suite, Directory directory) {
    translations.incrementAndGet();
    usages.add(context.usage());
    suites.add(suite);
    synchronized (directories) {
      directories.add(directory);
    }
    return byDetail.apply(detail);
  }

  @Override
  public Translation translate(Context context, Reading fact) {
    translations.incrementAndGet();
    usages.add(context.usage());
    return factTranslation.apply(fact);
  }

  @Override
  public Translation translateWritten(
      Context context, DocumentKind kind, ApprovalDetail written, Directory directory) {
    throw new UnsupportedOperationException("no approval is written down in these tests");
  }

  @Override
  public Translation translateWritten(Context context, Reading typed, Directory directory) {
    throw new UnsupportedOperationException("no document is written down in these tests");
  }

  volatile Function<List<PayItem>, Closing> closing =
      items -> {
        throw new UnsupportedOperationException("this test closes no month");
      };

  @Override
  public Closing close(Context context, YearMonth month, List<PayItem> items) {
    usages.add(context.usage());
    return closing.apply(items);
  }

  volatile Set<DocumentKind> counting = Set.of();
  final List<Optional<Usage>> usages = new CopyOnWriteArrayList<>();

  @Override
  public boolean countsUsage(DocumentKind kind) {
    return counting.contains(kind);
  }

  volatile Optional<PeriodVouchers> period = Optional.empty();

  @Override
  public Optional<PeriodVouchers> period() {
    return period;
  }
}
