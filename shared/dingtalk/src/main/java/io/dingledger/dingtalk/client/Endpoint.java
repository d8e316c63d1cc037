package io.dingledger.dingtalk.client;

/**
 * The calls of this client, tokens apart. Every call counts against the monthly quota of the
 * company's own apps unless DingTalk's list of exceptions (API1432, of 2026-07-22) names it.
 */
enum Endpoint {
  /** API0498; not among the exceptions. */
  APPROVAL(Api.NEW, "/v1.0/workflow/processInstances", true),
  /** {@code GetTravelProcessDetail} of the official SDK; not among the exceptions. */
  TRIP(Api.NEW, "/v1.0/trip/processes/details", true),
  /** API0501; not among the exceptions. */
  INSTANCE_IDS(Api.NEW, "/v1.0/workflow/processes/instanceIds/query", true),
  /** API0939; excepted by API1432, 智能人事清单. */
  ROSTER(Api.NEW, "/v1.0/hrm/rosters/lists/query", false),
  /** API0056; excepted by API1432, 用户管理. */
  PERSON(Api.OLD, "/topapi/v2/user/get", false),
  /** API0062; excepted by API1432, 用户管理. */
  PEOPLE(Api.OLD, "/topapi/v2/user/list", false),
  /** API0081; excepted by API1432, 部门管理. */
  DEPARTMENT(Api.OLD, "/topapi/v2/department/get", false),
  /** API0082; excepted by API1432, 部门管理. */
  DEPARTMENTS_BELOW(Api.OLD, "/topapi/v2/department/listsub", false),
  /** API0195; not among the exceptions. */
  ATTENDANCE(Api.OLD, "/attendance/list", true),
  /** API0015; not among the exceptions. */
  FAILED_PUSHES(Api.OLD, "/call_back/get_call_back_failed_result", true);

  /** Which of DingTalk's two APIs: they take the token in different places. */
  enum Api {
    /** {@code api.dingtalk.com}: the token in a header, and nowhere else. */
    NEW,
    /** {@code oapi.dingtalk.com}: the token in the query, and nowhere else. */
    OLD
  }

  private final Api api;
  private final String path;
  private final boolean counted;

  Endpoint(Api api, String path, boolean counted) {
    this.api = api;
    this.path = path;
    this.counted = counted;
  }

  Api api() {
    return api;
  }

  String path() {
    return path;
  }

  /** Whether a call counts against the monthly quota of the company's own apps. */
  boolean counted() {
    return counted;
  }
}
