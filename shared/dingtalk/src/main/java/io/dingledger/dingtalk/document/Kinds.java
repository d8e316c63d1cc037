package io.dingledger.dingtalk.document;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells DingTalk's own suites from other forms: by the category that the event named, and by what
 * only they have, for leave has no category (facts §2.2) and any of the rest can be missing.
 */
final class Kinds {
  private static final String SUITE = "DDBizSuite";

  private Kinds() {}

  /** The kind of a {@code bizCategoryId}; empty when it is that of no suite. */
  static Optional<DocumentKind> ofCategory(String category) {
    return switch (category) {
      case "attendance.leave" -> Optional.of(DocumentKind.LEAVE);
      case "attendance.batchovertime", "attendance.overtime" -> Optional.of(DocumentKind.OVERTIME);
      case "attendance.goout" -> Optional.of(DocumentKind.OUTSIDE_WORK);
      case "attendance.supply", "open.com.dd.at.approvecheck" ->
          Optional.of(DocumentKind.PUNCH_CORRECTION);
      case "attendance.relieve" -> Optional.of(DocumentKind.SHIFT_SWAP);
      case "alitrip.business", "attendance.business" -> Optional.of(DocumentKind.TRAVEL);
      default -> Optional.empty();
    };
  }

  /** Forms of finance and personnel are never suites, whatever stands in them. */
  static boolean isOfOthers(String category) {
    return category.startsWith("dingtalk.businessfinance.") || category.startsWith("hrm.");
  }

  /** Whether DingTalk's attendance made it, known to us or not. */
  static boolean isOfAttendance(String category) {
    return category.startsWith("attendance.");
  }

  /** Every kind that the form looks like. */
  static Set<DocumentKind> of(Form form) {
    Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
    for (Component component : form.components()) {
      ofComponent(component).ifPresent(kinds::add);
      ofTag(component).ifPresent(kinds::add);
    }
    Set<String> aliases =
        form.components().stream().map(Component::bizAlias).collect(Collectors.toSet());
    if (has(aliases, "everyDayDuration")
        || has(aliases, "compensation") && any(aliases, "startTime", "duration")) {
      kinds.add(DocumentKind.OVERTIME);
    }
    if (has(aliases, "itinerary")) {
      kinds.add(DocumentKind.TRAVEL);
    }
    if (has(aliases, "startTime") && has(aliases, "traveler") && !has(aliases, "itinerary")) {
      kinds.add(DocumentKind.OUTSIDE_WORK);
    }
    if (count(aliases, "applicant", "relief", "relieveDate", "backDate", "relieveInfo", "backInfo")
        > 1) {
      kinds.add(DocumentKind.SHIFT_SWAP);
    }
    return kinds;
  }

  private static Optional<DocumentKind> ofComponent(Component component) {
    if (LeaveReader.isLeave(component)) {
      return Optional.of(DocumentKind.LEAVE);
    }
    if (OvertimeReader.isOldField(component)
        || component.rows().stream().anyMatch(OvertimeDays::isDay)) {
      return Optional.of(DocumentKind.OVERTIME);
    }
    if (component.bizAlias().equals("userCheckTime") || PunchCorrectionReader.isPunch(component)) {
      return Optional.of(DocumentKind.PUNCH_CORRECTION);
    }
    if (Journeys.isItinerary(component)) {
      return Optional.of(DocumentKind.TRAVEL);
    }
    return component.type().equals(SUITE) ? ofName(component.name()) : Optional.empty();
  }

  private static Optional<DocumentKind> ofName(String name) {
    return Labels.spellings(name).stream()
        .map(spelling -> ofWord(spelling.replace("套件", "")))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<DocumentKind> ofTag(Component component) {
    return ofWord(scalar(field(Sheet.json(component.extension()), "pushTag")).strip());
  }

  private static Optional<DocumentKind> ofWord(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "请假", "leave" -> Optional.of(DocumentKind.LEAVE);
      case "加班", "overtime" -> Optional.of(DocumentKind.OVERTIME);
      case "外出", "goout", "outsidework", "fieldwork" -> Optional.of(DocumentKind.OUTSIDE_WORK);
      case "出差", "businesstrip", "travel" -> Optional.of(DocumentKind.TRAVEL);
      case "补卡", "missedpunch", "punchcorrection" -> Optional.of(DocumentKind.PUNCH_CORRECTION);
      case "换班", "shiftswap" -> Optional.of(DocumentKind.SHIFT_SWAP);
      default -> Optional.empty();
    };
  }

  /** The suites whose content could not be read. */
  static List<Component> unreadableSuites(Form form) {
    return form.components().stream()
        .filter(component -> component.type().equals(SUITE) && !Sheet.isBlank(component))
        .toList();
  }

  private static boolean has(Set<String> aliases, String alias) {
    return aliases.contains(alias);
  }

  private static boolean any(Set<String> aliases, String... wanted) {
    return count(aliases, wanted) > 0;
  }

  private static int count(Set<String> aliases, String... wanted) {
    Set<String> both = new HashSet<>(List.of(wanted));
    both.retainAll(aliases);
    return both.size();
  }
}
