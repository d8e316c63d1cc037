package io.dingledger.dingtalk.callback;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the rows of third-party apps' pushes mean, by their action and kind (EV0350). */
final class SuiteActions {
  /** The kind of rows that edit somebody's quota of leave. */
  static final String LEAVE_BALANCE = "353";

  private static final Set<String> AUTHORISING =
      Set.of("org_suite_auth", "org_suite_change", "change_auth", "org_micro_app_restore");

  private static final Set<String> RELIEVING =
      Set.of(
          "org_suite_relieve",
          "suite_relieve",
          "org_micro_app_stop",
          "org_micro_app_remove",
          "org_remove");

  /** Kinds of rows whose action decides whether a company still has the app. */
  private static final Set<String> STATES = Set.of("4", "7", "16");

  private static final Set<String> STATES_WITHOUT_EFFECT =
      Set.of("org_micro_app_scope_update", "org_update", "org_change");

  /** What a row is about when it does not say, or says it in a word that is not known. */
  private static final Map<String, String> BY_KIND =
      Map.ofEntries(
          Map.entry("2", "suite_ticket"),
          Map.entry("13", "user_modify_org"),
          Map.entry("14", "org_dept_modify"),
          Map.entry("15", "org_role_modify"),
          Map.entry("17", "market_order"),
          Map.entry("20", "contact_modify_org"),
          Map.entry("22", "isv_bpms"),
          Map.entry("37", "subscription_close"),
          Map.entry("63", "market_goods"),
          Map.entry("67", "overtime_to_vacation_data"),
          Map.entry("108", "todo_task_change"),
          Map.entry("137", "hrm_mdm_user_change"),
          Map.entry("152", "attend_group_change"),
          Map.entry("153", "attend_shift_change"),
          Map.entry("175", "hrm_mdm_user_change"),
          Map.entry("204", "check_in"),
          Map.entry("207", "smart_finance_category"),
          Map.entry("208", "smart_finance_project"),
          Map.entry("209", "smart_finance_supplier"),
          Map.entry("228", "smart_finance_company"),
          Map.entry("245", "workflow_instance_change_broadcast"),
          Map.entry("246", "workflow_task_change_broadcast"),
          Map.entry("247", "workflow_instance_change_directed"),
          Map.entry("248", "workflow_task_change_directed"),
          Map.entry("298", "attend_bossCheck_change"),
          Map.entry("309", "hrm_user_record_change"),
          Map.entry("318", "check_in"),
          Map.entry("344", "attendance_approve_status_change"),
          Map.entry("345", "attendance_report_column_change"),
          Map.entry("346", "leave_rule_change"),
          Map.entry("347", "smart_finance_form_change"),
          Map.entry("353", "leave_quota_update"),
          Map.entry("354", "attend_user_daily_summary_refresh"),
          Map.entry("418", "smart_finance_custom_archive"));

  private SuiteActions() {}

  /** What a row is for. */
  enum Meaning {
    /** The app's ticket. */
    TICKET,
    /** The company has the app. */
    AUTHORISED,
    /** The company no longer has the app. */
    RELIEVED,
    /** One of the two before, but nobody knows which. */
    UNKNOWN_STATE,
    /** Anything else: an event like those of companies' own apps. */
    EVENT
  }

  /**
   * The action of a row: its own word; where that is missing or not known, what its kind stands
   * for.
   */
  static String action(String word, String kind) {
    String own = Fields.shortened(word, EventNormaliser.LONGEST_TYPE);
    return isKnown(own.toLowerCase(Locale.ROOT)) ? own : BY_KIND.getOrDefault(kind, own);
  }

  private static boolean isKnown(String action) {
    return meaning(action, "") != Meaning.EVENT || EventSubjects.isKnown(action);
  }

  /** What a row with this action, of this kind, is for. */
  static Meaning meaning(String action, String kind) {
    String small = action.toLowerCase(Locale.ROOT);
    if (small.equals("suite_ticket")) {
      return Meaning.TICKET;
    }
    if (AUTHORISING.contains(small)) {
      return Meaning.AUTHORISED;
    }
    if (RELIEVING.contains(small)) {
      return Meaning.RELIEVED;
    }
    return STATES.contains(kind) && !STATES_WITHOUT_EFFECT.contains(small)
        ? Meaning.UNKNOWN_STATE
        : Meaning.EVENT;
  }
}
