package io.dingledger.rules.simulation;

import io.dingledger.model.document.Leave;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Travel;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom and when a typed document concerns.
 *
 * @param userIds the people
 * @param first the first day
 * @param last the last day
 */
record Concerned(Set<String> userIds, LocalDate first, LocalDate last) {
  /** What a document says of itself. */
  static Concerned of(SourceDocument document) {
    Set<String> userIds = new LinkedHashSet<>();
    userIds.add(document.header().originator().userId());
    for (PersonNamed person : named(document)) {
      if (!person.userId().isEmpty()) {
        userIds.add(person.userId());
      }
    }
    LocalDate date = document.header().businessDate();
    return switch (document) {
      case Overtime overtime ->
          new Concerned(userIds, overtime.starts().day(), overtime.ends().day());
      case Leave leave -> new Concerned(userIds, leave.starts().day(), leave.ends().day());
      case OutsideWork outside ->
          new Concerned(userIds, outside.starts().day(), outside.ends().day());
      case Travel travel ->
          new Concerned(
              userIds,
              travel.journeys().getFirst().starts().day(),
              travel.journeys().getLast().ends().day());
      case SourceDocument other -> new Concerned(userIds, date, date);
    };
  }

  private static List<PersonNamed> named(SourceDocument document) {
    return switch (document) {
      case Overtime overtime -> overtime.people();
      case OutsideWork outside -> outside.people();
      case Travel travel -> travel.companions();
      case SourceDocument other -> List.of();
    };
  }

  /** The calendar years that it touches, that of its business date included. */
  Set<Integer> years(LocalDate businessDate) {
    Set<Integer> years = new LinkedHashSet<>();
    years.add(businessDate.getYear());
    years.add(first.getYear());
    years.add(last.getYear());
    return years;
  }
}
