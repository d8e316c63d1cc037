package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.Restorations;
import io.dingledger.platform.store.Restored;
import io.dingledger.platform.support.PayItemSamples;
import io.dingledger.rules.Translation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Approvals about the same thing: a new one, its changes, its withdrawal. */
final class Family {
  static final Failure WHY = Failure.of(FailureKind.DATA, "ledger", "DIFFERENT", "because");
  static final String NUMBER = "202603310900000000001";

  /** The last day of a month. */
  static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

  private static final Instant FIRST = Instant.parse("2026-03-31T01:00:00Z");

  final Map<String, ApprovalDetail> details = new HashMap<>();
  final Map<String, Integer> calls = new HashMap<>();
  final Set<String> held = new HashSet<>();
  final Set<String> ignored = new HashSet<>();

  /** These make pay items. */
  final Set<String> accruing = new HashSet<>();

  /** Of those, these make a voucher, too. */
  final Set<String> both = new HashSet<>();

  private final TranslateFixture fixture;
  private Duration pause = Duration.ofMinutes(10);
  private Instant finishedAt = FIRST;

  Family(TranslateFixture fixture) {
    this.fixture = fixture;
    fixture.dingTalk.byApproval = this::told;
    fixture.book.byDetail = this::translated;
  }

  /** The table was put back, and some minutes up to now are lost. */
  void putBack() {
    Instant now = fixture.clock.instant();
    new Restorations(fixture.table, fixture.clock, Duration.ZERO)
        .note(TranslateFixture.TENANT, new Restored(now.minusSeconds(3600), now, true));
  }

  RuleBookSource source() {
    return tenant -> TranslateFixture.ready(fixture.book);
  }

  /** The rule book holds this one. */
  void holds(String id) {
    held.add(id);
  }

  /** The next approval ends in the same minute as the last one. */
  void inTheSameMinute() {
    pause = Duration.ofSeconds(1);
  }

  /** DingTalk has approved it, and says so. */
  void approves(String id, Action action, String main) {
    exists(id, action, main, NUMBER);
    happens(id, "finish-" + id);
  }

  /** DingTalk has approved it, and says nothing yet. */
  void exists(String id, Action action, String main, String businessId) {
    finishedAt = finishedAt.plus(pause);
    pause = Duration.ofMinutes(10);
    details.put(
        id,
        new ApprovalDetail(
            new DocumentId(id),
            "PROC-1",
            "",
            businessId,
            "报销 " + id,
            "u-1",
            "d-1",
            "财务部",
            FIRST,
            Optional.of(finishedAt),
            ApprovalDetail.Status.COMPLETED,
            ApprovalDetail.Result.AGREE,
            action,
            Optional.of(main).filter(named -> !named.isEmpty()),
            List.of(),
            new Form(List.of()),
            "{\"id\":\"" + id + "\"}"));
  }

  void happens(String id, String eventId) {
    fixture.handle(event(id, eventId, Phase.FINISH));
  }

  TranslateWork event(String id, String eventId, Phase phase) {
    return event(id, eventId, phase, "");
  }

  /** A finish that names the approval number. */
  TranslateWork numbered(String id) {
    return event(id, "finish-" + id, Phase.FINISH, NUMBER);
  }

  private TranslateWork event(String id, String eventId, Phase phase, String businessId) {
    return fixture.event(
        eventId,
        new EventSubject.Approval(
            id,
            "PROC-1",
            "",
            businessId,
            phase,
            phase == Phase.FINISH ? Optional.of(EventSubject.Result.AGREE) : Optional.empty(),
            "u-1",
            "报销",
            Optional.empty()));
  }

  void again(String id) {
    fixture.handle(new TranslateWork.Again(TENANT, new DocumentId(id)));
  }

  DocumentRecord record(String id) {
    return fixture.documents.find(TENANT, new DocumentId(id)).orElseThrow();
  }

  List<String> reasons(String id) {
    return record(id).reasons().stream().map(Reason::code).toList();
  }

  /** Its first voucher is claimed and then comes to this. */
  void posting(String id, UnaryOperator<Posting> then) {
    DocumentRecord record = record(id);
    Posting claimed =
        record.postings().getFirst().claimed(fixture.clock.instant(), Duration.ofMinutes(3));
    fixture.documents.save(record.with(then.apply(claimed))).orElseThrow();
  }

  Voucher voucher(String id, Purpose purpose) {
    DocumentRecord record = record(id);
    Posting posting =
        record.postings().stream()
            .filter(each -> each.purpose() == purpose)
            .findFirst()
            .orElseThrow();
    return fixture.documents.voucher(TENANT, record.id(), posting.key()).orElseThrow();
  }

  private Answer<ApprovalDetail> told(DingTalkApp app, EventSubject.Approval approval) {
    calls.merge(approval.instanceId(), 1, Integer::sum);
    return new Answer.Got<>(details.get(approval.instanceId()));
  }

  private Translation translated(ApprovalDetail detail) {
    String id = detail.id().value();
    SourceDocument document = document(detail);
    if (held.contains(id)) {
      return Translation.Held.of(document, List.of(new Reason("HELD-BY-RULE", "x", "x")));
    }
    if (ignored.contains(id)) {
      return new Translation.Ignored(
          Optional.of(document), new Reason("IGNORED-BY-RULE", "x", "x"));
    }
    Translation.Vouchers made = vouchersOf(document);
    return accruing.contains(id)
        ? new Translation.Accrued(
            document, items(detail.id()), both.contains(id) ? made.vouchers() : List.of())
        : made;
  }

  /** Pay items of two people, in March and in April, of hours that tell the documents apart. */
  static List<PayItem> items(DocumentId id) {
    String hours = Integer.toString(1 + Math.floorMod(id.value().hashCode(), 7));
    return List.of(
        PayItemSamples.overtime(TENANT, id, "u-1", MARCH, hours, 1),
        PayItemSamples.overtime(TENANT, id, "u-1", MARCH.plusDays(1), hours, 2),
        PayItemSamples.overtime(TENANT, id, "u-2", MARCH, hours, 1));
  }

  /** All pay items of a document, with the months in which they are booked. */
  List<BookedPayItem> itemsOf(String id) {
    return fixture.payItems.of(record(id));
  }

  private static SourceDocument document(ApprovalDetail detail) {
    return new Unrecognised(
        new DocumentHeader(
            detail.id(),
            detail.businessId(),
            detail.title(),
            ScriptedDingTalk.PERSON,
            ScriptedDingTalk.DEPARTMENT,
            LocalDate.of(2026, 3, 31),
            List.of(),
            Map.of()),
        "");
  }

  /** One voucher, of an amount that tells the documents apart. */
  static Translation.Vouchers vouchersOf(SourceDocument document) {
    DocumentId id = document.header().id();
    Money amount = amount(id);
    return new Translation.Vouchers(
        document,
        List.of(
            new Voucher(
                VoucherKey.of(TENANT, id, Purpose.RECORD, 1),
                id,
                Purpose.RECORD,
                document.header().businessDate(),
                "CNY",
                "报销",
                1,
                List.of(
                    line("6602.03", Side.DEBIT, amount, Map.of(Dimension.EMPLOYEE, "0001")),
                    line("2241", Side.CREDIT, amount, Map.of())))));
  }

  static Money amount(DocumentId id) {
    return Money.of(100 + Math.floorMod(id.value().hashCode(), 1000) + ".25", "CNY");
  }

  private static VoucherLine line(
      String account, Side side, Money amount, Map<Dimension, String> dimensions) {
    return new VoucherLine(
        "报销",
        account,
        dimensions,
        side,
        amount,
        new Explanation("rule", "v-1", List.of(), "claim.total", "HALF_UP 2", amount));
  }
}
