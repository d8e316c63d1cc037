package io.dingledger.rules.translation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a voucher of one approval, or finds every reason not to. */
final class ClaimTranslation {
  /** The most lines of a voucher. */
  static final int MOST_LINES = 1000;

  private static final int FIRST_REVISION = 1;
  private static final String ROOT_IN_APPROVALS = "-1";
  private static final String ROOT = "1";

  private final Book book;
  private final FormMapping mapping;
  private final Tenant tenant;
  private final ZoneId zone;
  private final String ruleBookVersion;
  private final Set<Reason> reasons = new LinkedHashSet<>();

  ClaimTranslation(
      Book book, FormMapping mapping, Tenant tenant, ZoneId zone, String ruleBookVersion) {
    this.book = book;
    this.mapping = mapping;
    this.tenant = tenant;
    this.zone = zone;
    this.ruleBookVersion = ruleBookVersion;
  }

  Translation translate(ApprovalDetail detail, Directory directory) {
    Kind kind = mapping.kind();
    DocumentHeader header = header(detail, directory);
    ClaimReader.Claim claim = new ClaimReader(book, mapping).read(detail.form(), common(header));
    reasons.addAll(claim.reasons());
    LinesMaker maker = linesMaker(claim);
    maker.hold(kind);
    List<VoucherLine> lines = maker.lines(kind);
    String summary = maker.summary(kind);
    if (reasons.isEmpty()) {
      balanced(lines);
    }
    if (!reasons.isEmpty()) {
      return new Translation.Held(kind.word(), List.copyOf(reasons));
    }
    Voucher voucher =
        new Voucher(
            VoucherKey.of(tenant, detail.id(), Purpose.RECORD, FIRST_REVISION),
            detail.id(),
            Purpose.RECORD,
            header.businessDate(),
            book.currency(),
            summary,
            attachments(claim),
            lines);
    return new Translation.Vouchers(
        new ClaimMaker(book.currency()).claim(header, claim), List.of(voucher));
  }

  private LinesMaker linesMaker(ClaimReader.Claim claim) {
    List<RowFacts> rows = new ArrayList<>();
    for (Map<String, Fact> row : claim.rows()) {
      Map<String, Fact> all = new LinkedHashMap<>(claim.document());
      all.putAll(row);
      rows.add(new RowFacts(book, rows.size() + 1, all));
    }
    return new LinesMaker(
        book, ruleBookVersion, new DocumentFacts(claim.document()), rows, reasons);
  }

  private DocumentHeader header(ApprovalDetail detail, Directory directory) {
    switch (detail.action()) {
      case NONE -> {}
      case MODIFY -> reasons.add(Reason.of(HoldReason.CHANGE_OR_WITHDRAWAL, "修改", "change"));
      case REVOKE -> reasons.add(Reason.of(HoldReason.CHANGE_OR_WITHDRAWAL, "撤销", "withdrawal"));
    }
    if (detail.finishedAt().isEmpty()) {
      reasons.add(Reason.of(HoldReason.APPROVAL_TIME_MISSING));
    }
    String userId = detail.originatorUserId();
    if (directory.person(userId).isEmpty()) {
      reasons.add(Reason.of(HoldReason.ORIGINATOR_UNKNOWN, userId));
    }
    // Only to go on and find the other reasons; such a header never reaches a voucher.
    LocalDate date = detail.finishedAt().orElse(detail.createdAt()).atZone(zone).toLocalDate();
    return new DocumentHeader(
        detail.id(),
        detail.businessId(),
        detail.title(),
        directory.person(userId).orElseGet(() -> new Person(userId, "", "")),
        department(detail, directory),
        date,
        detail.chain(),
        Map.of());
  }

  /** Approvals say -1 where the directory says 1. */
  private static Department department(ApprovalDetail detail, Directory directory) {
    String id = detail.originatorDepartmentId();
    return directory
        .department(id)
        .or(() -> directory.department(id.equals(ROOT_IN_APPROVALS) ? ROOT : id))
        .orElseGet(() -> new Department(id, detail.originatorDepartmentName(), ""));
  }

  private Map<String, Fact> common(DocumentHeader header) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    Kind kind = mapping.kind();
    facts.put(kind.path("businessId"), text(header.businessId(), "approval"));
    facts.put(kind.path("title"), text(header.title(), "approval"));
    facts.put(
        kind.path("date"),
        new Fact.Given(new Value.Day(header.businessDate()), "approval, finished", true));
    facts.put("originator.userId", text(header.originator().userId(), "approval"));
    facts.put("originator.name", text(header.originator().name(), "directory"));
    facts.put("originator.jobNumber", text(header.originator().jobNumber(), "directory"));
    facts.put("department.id", text(header.department().id(), "approval"));
    facts.put("department.name", text(header.department().name(), "directory"));
    facts.put("department.code", text(header.department().code(), "directory"));
    return facts;
  }

  private static Fact text(String text, String origin) {
    return new Fact.Given(new Value.Text(text), origin, !text.isBlank());
  }

  private void balanced(List<VoucherLine> lines) {
    if (lines.isEmpty()) {
      reasons.add(Reason.of(HoldReason.NO_LINES));
    } else if (lines.size() > MOST_LINES) {
      reasons.add(Reason.of(HoldReason.TOO_MANY_LINES, lines.size(), MOST_LINES));
    } else {
      Money debit = Voucher.total(lines, Side.DEBIT, book.currency());
      Money credit = Voucher.total(lines, Side.CREDIT, book.currency());
      if (!debit.equals(credit)) {
        reasons.add(Reason.of(HoldReason.UNBALANCED, debit.plain(), credit.plain()));
      }
    }
  }

  private int attachments(ClaimReader.Claim claim) {
    return claim.document().get(mapping.kind().path("attachments")) instanceof Fact.Given given
            && given.value() instanceof Value.Decimal count
        ? count.number().intValueExact()
        : 1;
  }
}
