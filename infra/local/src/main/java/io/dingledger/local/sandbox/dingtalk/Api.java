package io.dingledger.local.sandbox.dingtalk;

import java.util.Arrays;
import java.util.Optional;

/**
 * The calls that the sandbox answers, with what DingTalk's documents say of each.
 *
 * @see <a href="https://open.dingtalk.com/document/orgapp/api-overview">DingTalk's server APIs</a>
 */
public enum Api {
  ACCESS_TOKEN("POST", "/v1.0/oauth2/accessToken", false, ""),
  CORP_ACCESS_TOKEN("POST", "/v1.0/oauth2/corpAccessToken", false, ""),
  INSTANCE("GET", "/v1.0/workflow/processInstances", true, "Workflow.Instance.Read"),
  INSTANCE_IDS(
      "POST", "/v1.0/workflow/processes/instanceIds/query", true, "Workflow.Instance.Read"),
  TRIP("GET", "/v1.0/trip/processes/details", true, "Trip.MainData.Read"),
  ROSTER("POST", "/v1.0/hrm/rosters/lists/query", false, "qyapi_hrm_read_user"),
  PERSON("POST", "/topapi/v2/user/get", false, "qyapi_get_member"),
  PEOPLE("POST", "/topapi/v2/user/list", false, "qyapi_get_department_member"),
  DEPARTMENT("POST", "/topapi/v2/department/get", false, "qyapi_get_department_list"),
  DEPARTMENTS("POST", "/topapi/v2/department/listsub", false, "qyapi_get_department_list"),
  ATTENDANCE("POST", "/attendance/list", true, "qyapi_get_attendance_data"),
  FAILED_PUSHES("GET", "/call_back/get_call_back_failed_result", true, "");

  private final String method;
  private final String path;
  private final boolean counted;
  private final String scope;

  Api(String method, String path, boolean counted, String scope) {
    this.method = method;
    this.path = path;
    this.counted = counted;
    this.scope = scope;
  }

  /** The call with this method and path. */
  static Optional<Api> of(String method, String path) {
    return Arrays.stream(values())
        .filter(api -> api.method.equals(method) && api.path.equals(path))
        .findFirst();
  }

  /** Its path. */
  public String path() {
    return path;
  }

  /**
   * Whether the company's monthly quota counts it. Approvals and attendance count, tokens and
   * contacts do not (API1433); where the documents say nothing the sandbox does not count.
   */
  public boolean isCounted() {
    return counted;
  }

  /**
   * The permission that the app needs, by its code at DingTalk; empty when it needs none. That of
   * {@link #TRIP} is not published; the sandbox's is a guess.
   */
  public String scope() {
    return scope;
  }

  /** Whether it is one of the old API, which answers 200 always. */
  boolean isOld() {
    return !path.startsWith("/v1.0/");
  }
}
