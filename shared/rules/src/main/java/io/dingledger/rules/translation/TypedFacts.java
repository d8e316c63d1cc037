package io.dingledger.rules.translation;

import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Travel;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Kind;
import java.util.Map;

/** Reads what rules can read of a document that is typed without a form. */
final class TypedFacts {
  private final Book book;

  TypedFacts(Book book) {
    this.book = book;
  }

  /**
   * What the document says about one of the people whom it concerns.
   *
   * @throws IllegalArgumentException for a kind that has no rules, or that forms map
   */
  FactSheet sheet(SourceDocument document, Kind kind, Concerned who) {
    Map<String, Fact> facts = header(document.header(), kind, who);
    FactWriter writer = FactWriter.document(facts, kind.prefix(), document.header().origins());
    DayFacts days = new DayFacts(book.pay().calendar(), who);
    return switch (document) {
      case Travel travel -> TravelFacts.sheet(travel, facts, writer, book.currency());
      case Overtime overtime ->
          OvertimeFacts.sheet(overtime, facts, writer, days, book.pay().splitsOvernight());
      case Leave leave -> new LeaveFacts(leave, book.pay().calendar(), days).sheet(facts, writer);
      case OutsideWork outside -> OutsideWorkFacts.sheet(outside, facts, writer);
      case DailyResult day -> AttendanceFacts.sheet(day, facts, writer, days);
      case SourceDocument other ->
          throw new IllegalArgumentException("no facts of " + other.kind().word());
    };
  }

  private Map<String, Fact> header(DocumentHeader header, Kind kind, Concerned who) {
    return HeaderFacts.of(header, kind, who, book.people());
  }
}
