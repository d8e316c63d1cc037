package io.dingledger.ledgers.hose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dingledger.ledgers.http.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * A document of 合思 as {@code flowDetails} v1.1 gives it. Source: the vendor's open documentation
 * (2024-05).
 *
 * @param raw the whole of it, a JSON object
 */
public record Flow(String raw) {
  /** The one type of form that is an expense claim. */
  public static final String EXPENSE = "expense";

  /** The document of a text; empty when it is none. */
  public static Optional<Flow> read(String text) {
    return Json.tree(text)
        .filter(json -> !Json.scalar(json.path("id")).isEmpty() && json.path("form").isObject())
        .map(json -> new Flow(Json.text(json)));
  }

  JsonNode json() {
    return Json.tree(raw).orElseThrow();
  }

  /** Its identifier. */
  public String id() {
    return Json.scalar(json().path("id"));
  }

  /** What it is: {@code expense}, {@code loan}, {@code requisition} and others. */
  public String formType() {
    return Json.scalar(json().path("formType"));
  }

  /** Where it stands: {@code draft}, {@code approving}, {@code paid}, {@code archived} … */
  public String state() {
    return Json.scalar(json().path("state"));
  }

  /** When it was last changed (UTC), stated in milliseconds; empty when that can't be read. */
  public Optional<Instant> updatedAt() {
    return moment(json().path("updateTime"));
  }

  /** Names this very state of it. */
  public String version() {
    return Json.scalar(json().path("version")) + "@" + Json.scalar(json().path("updateTime"));
  }

  /** When the version of this name was made; empty when its name does not tell. */
  public static Optional<Instant> updatedAtOf(String version) {
    return moment(TextNode.valueOf(version.substring(version.indexOf('@') + 1)));
  }

  /** The voucher number that it shows; empty when none. */
  public String voucherNumber() {
    return Json.scalar(json().path("form").path("voucherNo"));
  }

  /**
   * Milliseconds since 1970, as a number or a text. Fewer than 12 digits are a day before 1974:
   * then they are seconds, and the claim would be booked in another century.
   */
  static Optional<Instant> moment(JsonNode node) {
    Optional<BigDecimal> millis =
        Json.scalar(node).isEmpty() ? Optional.empty() : Json.decimal(node);
    return millis
        .filter(value -> value.signum() > 0 && isUsual((long) value.precision() - value.scale()))
        .map(value -> value.setScale(0, RoundingMode.DOWN))
        .map(value -> Instant.ofEpochMilli(value.longValueExact()));
  }

  private static boolean isUsual(long digits) {
    return digits >= 12 && digits <= 15;
  }

  /** It tells about people. */
  @Override
  public String toString() {
    return "Flow[***]";
  }
}
