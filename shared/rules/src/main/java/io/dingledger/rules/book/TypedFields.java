package io.dingledger.rules.book;

import io.dingledger.rules.expression.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a kind that no form maps, as data.
 *
 * @param document the fields of the document behind the kind's prefix
 * @param rowWord what its rows are called
 * @param row the fields of a row behind {@code rowWord}
 * @param date the document's field by which rates are looked up
 * @param rowDate the path of the row's field by which rates are looked up
 */
record TypedFields(
    Map<String, Type> document,
    Optional<String> rowWord,
    Map<String, Type> row,
    String date,
    Optional<String> rowDate) {
  /** For kinds that forms map. */
  static final TypedFields NONE =
      new TypedFields(Map.of(), Optional.empty(), Map.of(), "date", Optional.empty());

  static final TypedFields TRAVEL =
      new TypedFields(
          fields(
              "reason", Type.TEXT,
              "starts", Type.DATE,
              "ends", Type.DATE,
              "days", Type.DECIMAL,
              "journeys", Type.DECIMAL,
              "companions", Type.DECIMAL,
              "advance", Type.DECIMAL),
          Optional.of("journey"),
          fields(
              "number", Type.DECIMAL,
              "departure", Type.TEXT,
              "arrival", Type.TEXT,
              "vehicle", Type.TEXT,
              "roundTrip", Type.TRUTH,
              "international", Type.TRUTH,
              "starts", Type.DATE,
              "ends", Type.DATE,
              "days", Type.DECIMAL),
          "starts",
          Optional.of("journey.starts"));

  static final TypedFields OVERTIME =
      new TypedFields(
          fields(
              "starts", Type.DATE,
              "ends", Type.DATE,
              "hours", Type.DECIMAL,
              "compensation", Type.TEXT,
              "type", Type.TEXT,
              "overnight", Type.TRUTH,
              "people", Type.DECIMAL),
          Optional.of("day"),
          fields(
              "number", Type.DECIMAL,
              "date", Type.DATE,
              "hours", Type.DECIMAL,
              "dayClass", Type.TEXT,
              "weekday", Type.DECIMAL),
          "starts",
          Optional.of("day.date"));

  static final TypedFields LEAVE =
      new TypedFields(
          fields(
              "type", Type.TEXT,
              "unit", Type.TEXT,
              "starts", Type.DATE,
              "ends", Type.DATE,
              "duration", Type.DECIMAL,
              "days", Type.DECIMAL,
              "calendarDays", Type.DECIMAL,
              "naturalDays", Type.TRUTH),
          Optional.of("day"),
          fields(
              "number", Type.DECIMAL,
              "date", Type.DATE,
              "days", Type.DECIMAL,
              "hours", Type.DECIMAL,
              "dayClass", Type.TEXT,
              "weekday", Type.DECIMAL,
              "rest", Type.TRUTH,
              "consecutive", Type.DECIMAL),
          "starts",
          Optional.of("day.date"));

  static final TypedFields OUTSIDE_WORK =
      new TypedFields(
          fields(
              "type", Type.TEXT,
              "reason", Type.TEXT,
              "starts", Type.DATE,
              "ends", Type.DATE,
              "duration", Type.DECIMAL,
              "people", Type.DECIMAL),
          Optional.empty(),
          Map.of(),
          "starts",
          Optional.empty());

  static final TypedFields DAILY_RESULT =
      new TypedFields(
          fields(
              "dayClass", Type.TEXT,
              "weekday", Type.DECIMAL,
              "checks", Type.DECIMAL,
              "lateTimes", Type.DECIMAL,
              "lateMinutes", Type.DECIMAL,
              "earlyTimes", Type.DECIMAL,
              "earlyMinutes", Type.DECIMAL,
              "absentTimes", Type.DECIMAL,
              "notSignedTimes", Type.DECIMAL,
              "explained", Type.DECIMAL),
          Optional.of("check"),
          fields(
              "number", Type.DECIMAL,
              "duty", Type.TEXT,
              "outcome", Type.TEXT,
              "minutes", Type.DECIMAL,
              "outside", Type.TRUTH,
              "explained", Type.TRUTH),
          "date",
          Optional.empty());

  static final TypedFields PERSON_MONTH =
      new TypedFields(
          fields(
              "name", Type.TEXT,
              "from", Type.DATE,
              "until", Type.DATE,
              "workdays", Type.DECIMAL),
          Optional.empty(),
          Map.of(),
          "until",
          Optional.empty());

  static final TypedFields PAY_PERIOD =
      new TypedFields(
          fields("name", Type.TEXT, "from", Type.DATE, "until", Type.DATE, "items", Type.DECIMAL),
          Optional.of("group"),
          fields(
              "number", Type.DECIMAL,
              "item", Type.TEXT,
              "code", Type.TEXT,
              "sign", Type.TEXT,
              "month", Type.TEXT,
              "late", Type.TRUTH,
              "count", Type.DECIMAL,
              "quantity", Type.DECIMAL,
              "amount", Type.DECIMAL,
              "userId", Type.TEXT,
              "name", Type.TEXT,
              "jobNumber", Type.TEXT,
              "departmentId", Type.TEXT,
              "departmentName", Type.TEXT,
              "departmentCode", Type.TEXT),
          "until",
          Optional.empty());

  /** Names and types in turns. */
  private static Map<String, Type> fields(Object... namesAndTypes) {
    Map<String, Type> fields = new LinkedHashMap<>();
    for (int index = 0; index < namesAndTypes.length; index += 2) {
      fields.put((String) namesAndTypes[index], (Type) namesAndTypes[index + 1]);
    }
    return fields;
  }
}
