package io.dingledger.dingtalk.client;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.model.document.DocumentId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fields of DingTalk's answers, and the identifiers in them. */
final class Fields {
  /** The top of a company's departments, {@code -1} in approvals. */
  static final String ROOT_DEPARTMENT = "1";

  private static final Pattern DEPARTMENT_ID = Pattern.compile("[1-9]\\d{0,17}");
  private static final Pattern CURSOR = Pattern.compile("[1-9]\\d{0,17}");
  private static final int LONGEST_USER_ID = 128;
  private static final int LONGEST_PROCESS_CODE = 128;

  private Fields() {}

  /** A scalar, stripped; empty for what is missing, null or the text {@code null}. */
  static String text(JsonNode object, String name) {
    String text = scalar(field(object, name)).strip();
    return text.equals("null") ? "" : text;
  }

  /** Whether a flag is set; DingTalk writes them as booleans and as texts. */
  static boolean isTrue(JsonNode object, String name) {
    return text(object, name).equalsIgnoreCase("true");
  }

  /**
   * The cursor or token of the next page, written as number or as text; empty when there is none.
   */
  static Optional<Long> cursor(JsonNode object, String name) {
    return Optional.of(text(object, name))
        .filter(text -> CURSOR.matcher(text).matches())
        .map(Long::valueOf);
  }

  /** A department's identifier, the root's as {@code 1}; empty when it can't be one. */
  static Optional<String> departmentId(String text) {
    String id = text.equals("-1") ? ROOT_DEPARTMENT : text;
    return Optional.of(id).filter(known -> DEPARTMENT_ID.matcher(known).matches());
  }

  static boolean isUserId(String text) {
    return !text.isBlank() && text.length() <= LONGEST_USER_ID;
  }

  static boolean isInstanceId(String text) {
    return !text.isBlank() && text.length() <= DocumentId.LONGEST;
  }

  static boolean isProcessCode(String text) {
    return !text.isBlank() && text.length() <= LONGEST_PROCESS_CODE;
  }
}
