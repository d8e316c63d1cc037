package io.dingledger.rules.translation;

import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes pay items and vouchers of one document that is typed without a form, or finds every reason
 * not to. The rules are applied once for each person whom it concerns.
 */
final class TypedTranslation {
  private static final int FIRST_REVISION = 1;

  private final IndexedBook index;
  private final RuleBook.Context context;
  private final SourceDocument document;
  private final Kind kind;
  private final Directory directory;
  private final Set<Reason> reasons;
  private final List<PayItem> items = new ArrayList<>();
  private final List<VoucherLine> lines = new ArrayList<>();
  private String summary = "";

  /**
   * For a document of a kind that has rules.
   *
   * @param doubts why a person must look at it already; more is added
   */
  TypedTranslation(
      IndexedBook index,
      RuleBook.Context context,
      SourceDocument document,
      Kind kind,
      Directory directory,
      Set<Reason> doubts) {
    this.index = index;
    this.context = context;
    this.document = document;
    this.kind = kind;
    this.directory = directory;
    this.reasons = doubts;
  }

  Translation translate() {
    List<Concerned> people = people();
    for (Concerned who : people) {
      translate(who, people.size() > 1);
    }
    if (reasons.isEmpty() && !lines.isEmpty()) {
      LinesMaker.check(lines, index.book().currency(), reasons);
    }
    if (!reasons.isEmpty()) {
      return Translation.Held.of(document, List.copyOf(reasons));
    }
    List<Voucher> vouchers = lines.isEmpty() ? List.of() : List.of(voucher());
    if (!items.isEmpty()) {
      return new Translation.Accrued(document, items, vouchers);
    }
    return vouchers.isEmpty()
        ? new Translation.Ignored(Optional.of(document), nothing())
        : new Translation.Vouchers(document, vouchers);
  }

  private void translate(Concerned who, boolean amongOthers) {
    String userId = who.person().userId();
    FactSheet sheet = new TypedFacts(index.book()).sheet(document, kind, who);
    reasons.addAll(sheet.reasons());
    Made made =
        Made.of(
            index,
            context,
            kind,
            document.header().id(),
            who,
            sheet,
            amongOthers ? userId : "",
            reasons);
    lines.addAll(made.lines());
    items.addAll(made.items());
    summary = summary.isEmpty() ? made.summary() : summary;
  }

  /** Each of the people whom overtime names; of everything else, the originator. */
  private List<Concerned> people() {
    Map<String, Concerned> people = new LinkedHashMap<>();
    Concerned originator = Concerned.originator(document.header(), directory);
    if (document instanceof Overtime overtime && !overtime.people().isEmpty()) {
      for (PersonNamed named : overtime.people()) {
        if (named.userId().equals(originator.person().userId())) {
          people.put(named.userId(), originator);
        } else {
          Concerned.named(named.userId(), directory)
              .ifPresentOrElse(
                  who -> people.put(named.userId(), who), () -> reasons.add(unknown(named)));
        }
      }
    } else {
      people.put(originator.person().userId(), originator);
    }
    return List.copyOf(people.values());
  }

  private static Reason unknown(PersonNamed named) {
    return Reason.of(
        PayReason.PERSON_UNKNOWN, named.userId().isEmpty() ? named.name() : named.userId());
  }

  /** The approval itself is attached; attendance has no paper. */
  private Voucher voucher() {
    return new Voucher(
        VoucherKey.of(context.tenant(), document.header().id(), Purpose.RECORD, FIRST_REVISION),
        document.header().id(),
        Purpose.RECORD,
        document.header().businessDate(),
        index.book().currency(),
        summary,
        kind.document() == DocumentKind.DAILY_RESULT ? 0 : 1,
        lines);
  }

  private Reason nothing() {
    return Reason.of(IgnoreReason.NOTHING_TO_PAY, kind.word(), KindNames.chinese(kind.document()));
  }
}
