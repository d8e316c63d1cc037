package io.dingledger.dingtalk.client;

import static io.dingledger.model.failure.FailureKind.CONFIG;
import static io.dingledger.model.failure.FailureKind.DATA;
import static io.dingledger.model.failure.FailureKind.QUOTA;
import static io.dingledger.model.failure.FailureKind.THROTTLE;
import static io.dingledger.model.failure.FailureKind.TICKET;
import static io.dingledger.model.failure.FailureKind.TOKEN;
import static io.dingledger.model.failure.FailureKind.TRANSIENT;

import io.dingledger.model.failure.FailureKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which class each of DingTalk's codes belongs to (API0033, API0498, API1433, API0012 and a probe
 * log of wrong calls). A code decides, not the status: throttles of the new API come as 403.
 */
final class ErrorCodes {
  private static final Map<String, FailureKind> KINDS = kinds();

  /** Approval and attendance of the old API: bad content throughout. */
  private static final Pattern APPROVAL_OR_ATTENDANCE = Pattern.compile("(810|820|850)\\d{3}");

  private ErrorCodes() {}

  /**
   * The class of a code; empty for one that is not known.
   *
   * @param code an old or new API's code, in any case
   * @param status the HTTP status: {@code system.busy} is a throttle with 429 and a fault with 500
   * @param words DingTalk's words, which tell a missing token from another missing parameter
   */
  static Optional<FailureKind> kind(String code, int status, String words) {
    String name = code.toLowerCase(Locale.ROOT);
    if (name.equals("40000") && words.contains("access_token")) {
      return Optional.of(TOKEN);
    }
    if (name.equals("system.busy") && status >= 500) {
      return Optional.of(TRANSIENT);
    }
    FailureKind listed = KINDS.get(name);
    if (listed != null) {
      return Optional.of(listed);
    }
    if (APPROVAL_OR_ATTENDANCE.matcher(name).matches()) {
      return Optional.of(DATA);
    }
    boolean soundsBusy =
        name.contains("throttl") || name.contains("limit") || name.contains("busy");
    return soundsBusy ? Optional.of(THROTTLE) : Optional.empty();
  }

  private static Map<String, FailureKind> kinds() {
    Map<String, FailureKind> kinds = new HashMap<>();
    put(kinds, TOKEN, "40014", "42001", "40001", "41001");
    put(kinds, TOKEN, "InvalidAuthentication", "accesstoken.expired");
    put(kinds, TOKEN, "AuthenticationFailed.MissingParameter");
    for (int throttle = 90001; throttle <= 90014; throttle++) {
      put(kinds, THROTTLE, Integer.toString(throttle));
    }
    put(kinds, THROTTLE, "90018", "410100", "qps.exceed.limit", "request.overlimit");
    put(kinds, THROTTLE, "system.busy", "todo.taskCreate.flowControlError");
    put(kinds, THROTTLE, "Forbidden.AccessDenied.QpsLimitForApi");
    put(kinds, THROTTLE, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi");
    put(kinds, THROTTLE, "Forbidden.AccessDenied.QpmLimitForAppkeyAndApi");
    put(kinds, THROTTLE, "Forbidden.AccessDenied.QpsLimitForSuitekeyAndOrgAndApi");
    put(kinds, THROTTLE, "Forbidden.AccessDenied.QpmLimitForSuitekeyAndOrgAndApi");
    put(kinds, QUOTA, "90020", "Forbidden.AccessDenied.ApiCountLimitForOrg");
    put(kinds, TRANSIENT, "-1", "15", "systemError", "unknownError", "serviceBusy");
    put(kinds, TRANSIENT, "operationTimeout", "service.timeout", "lockError");
    put(kinds, CONFIG, "60011", "60020", "50002", "50004", "50003", "50005", "40096", "40089");
    put(kinds, CONFIG, "43007", "71013", "90017", "22", "apiPermissionDenied", "needAuth");
    put(kinds, CONFIG, "Forbidden.AccessDenied.AccessTokenPermissionDenied");
    put(kinds, CONFIG, "Forbidden.AccessDenied.IpNotInWhiteList", "invalidClientIdOrSecret");
    put(
        kinds,
        CONFIG,
        "unauthorized.client",
        "invalid.client",
        "invalidSuiteKey",
        "invalidAuthInfo");
    put(kinds, TICKET, "40085", "invalidSuiteTicket");
    put(kinds, DATA, "60121", "33012", "40003", "33001", "60003", "40035", "400002", "40038");
    put(kinds, DATA, "40000", "invalidParameter", "processInstanceNotExist");
    put(kinds, DATA, "processInstanceIdError", "processCodeError", "userNotExist");
    return Map.copyOf(kinds);
  }

  private static void put(Map<String, FailureKind> kinds, FailureKind kind, String... codes) {
    for (String code : codes) {
      kinds.put(code.toLowerCase(Locale.ROOT), kind);
    }
  }
}
