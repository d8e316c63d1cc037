package io.dingledger.dingtalk.document;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Punch;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Types what DingTalk tells: its own suites, trips, punches and the results of a day.
 *
 * <p>Pure: the same input gives the same document, whatever the clock and the zone of this machine.
 * Nothing is thrown, and nothing is guessed: what is missing, unreadable or contradictory makes
 * doubts ({@link DocumentDoubt}), and a document with doubts is looked at by a person before
 * anything is made of it. Where a field was found stands among the header's origins.
 */
public final class Documents {
  private Documents() {}

  /**
   * Types leave, overtime, travel, outside work, punch correction and shift swap, by category and
   * by structure.
   *
   * @param detail the approval
   * @param header what the document is to have; its origins are replaced
   * @return empty when the approval is no suite, and the rule book's form mapping is to read it. A
   *     suite that can't be typed is {@link io.dingledger.model.document.Unrecognised}, with doubts
   */
  public static Optional<Reading> suite(ApprovalDetail detail, DocumentHeader header) {
    String category = detail.category().strip().toLowerCase(Locale.ROOT);
    if (Kinds.isOfOthers(category)) {
      return Optional.empty();
    }
    Findings findings = new Findings(header);
    List<Component> unreadable = Kinds.unreadableSuites(detail.form());
    for (Component suite : unreadable) {
      findings.doubt(DocumentDoubt.SUITE_UNREADABLE, suite.name(), suite.name());
    }
    Optional<DocumentKind> said = Kinds.ofCategory(category);
    Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
    kinds.addAll(Kinds.of(detail.form()));
    said.ifPresent(kinds::add);
    if (said.isEmpty() && Kinds.isOfAttendance(category)) {
      findings.doubt(DocumentDoubt.KIND_UNKNOWN, Findings.shown(category));
      return Optional.of(findings.unrecognised(kinds.size() == 1 ? words(kinds) : ""));
    }
    if (kinds.size() > 1) {
      findings.doubt(DocumentDoubt.KIND_CONTRADICTORY, words(kinds));
      return Optional.of(findings.unrecognised(said.map(DocumentKind::word).orElse("")));
    }
    if (kinds.isEmpty()) {
      return unreadable.isEmpty() ? Optional.empty() : Optional.of(findings.unrecognised(""));
    }
    return Optional.of(read(kinds.iterator().next(), detail.form(), findings));
  }

  private static String words(Set<DocumentKind> kinds) {
    return kinds.stream().map(DocumentKind::word).collect(Collectors.joining(", "));
  }

  private static Reading read(DocumentKind kind, Form form, Findings findings) {
    return switch (kind) {
      case LEAVE -> new LeaveReader(findings, form).read();
      case OVERTIME -> new OvertimeReader(findings, form).read();
      case TRAVEL -> new TravelReader(findings, form).read();
      case OUTSIDE_WORK -> new OutsideWorkReader(findings, form).read();
      case PUNCH_CORRECTION -> new PunchCorrectionReader(findings, form).read();
      case SHIFT_SWAP -> new ShiftSwapReader(findings, form).read();
      case EXPENSE_CLAIM,
          PAYMENT,
          PURCHASE,
          SALE,
          ADVANCE,
          CLEARING,
          PUNCH,
          DAILY_RESULT,
          PAY_PERIOD,
          UNRECOGNISED ->
          findings.unrecognised(kind);
    };
  }

  /**
   * Types a business trip.
   *
   * @param detail the approval that it belongs to
   * @param header what the document is to have; its origins are replaced
   * @param tripJson the answer of {@code trip/processes/details}, whole or its {@code result}
   */
  public static Reading trip(ApprovalDetail detail, DocumentHeader header, String tripJson) {
    return new TripReader(new Findings(header), detail).read(tripJson);
  }

  /** Types one punch. Nothing about it can be doubtful. */
  public static Reading punch(DocumentHeader header, EventSubject.PunchSeen punch) {
    return new Findings(header)
        .typed(
            known ->
                new Punch(known, punch.at(), punch.method(), punch.outside(), punch.byPerson()));
  }

  /**
   * Types the results of a person's day. Rows of somebody else than the header's originator, or of
   * another day than its business date, are a doubt; one unreadable row leaves the whole day
   * unrecognised.
   *
   * @param rowsJsonArray the rows of {@code /attendance/list}, a JSON array; none is a day without
   *     planned punches
   */
  public static Reading dailyResult(DocumentHeader header, String rowsJsonArray) {
    return new DailyResultReader(new Findings(header)).read(rowsJsonArray);
  }

  /** The user ids that the form names, in tables too, each once, in the form's order. */
  public static List<String> peopleNamed(Form form) {
    return People.idsIn(form);
  }
}
