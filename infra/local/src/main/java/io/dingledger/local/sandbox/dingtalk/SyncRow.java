package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.sandbox.dingtalk.SuitePusher.Tables;
import java.time.Instant;

/**
 * What one row of a third-party app's push says (EV0350).
 *
 * @param table in which table it stands
 * @param corpId the company; the suite's own for tickets
 * @param id {@code biz_id}
 * @param type {@code biz_type}
 * @param at when it was made
 * @param data {@code biz_data}
 */
public record SyncRow(
    Tables table, String corpId, String id, int type, Instant at, ObjectNode data) {
  /** The corpId under which DingTalk sends what concerns no company. */
  private static final String NO_COMPANY = "ding0000000000000000";

  private static final int TICKET = 2;
  private static final int AUTHORISATION = 4;
  private static final int PERSON = 13;
  private static final int DEPARTMENT = 14;
  private static final int BROADCAST = 245;
  private static final int DIRECTED = 247;

  public SyncRow {
    data = data.deepCopy();
  }

  @Override
  public ObjectNode data() {
    return data.deepCopy();
  }

  /** The app's new ticket. */
  public static SyncRow ticket(SandboxSuite suite, String ticket, Instant at) {
    return new SyncRow(
        Tables.SYNC_HTTP_PUSH_HIGH,
        NO_COMPANY,
        suite.id(),
        TICKET,
        at,
        action("suite_ticket").put("suiteTicket", ticket).put("syncSeq", "1"));
  }

  /** A company has authorised the app. */
  public static SyncRow authorised(SandboxSuite suite, String corpId, String name, Instant at) {
    ObjectNode data = action("org_suite_auth");
    data.putObject("auth_corp_info").put("corpid", corpId).put("corp_name", name);
    data.putObject("auth_info").putArray("agent").addObject().put("agentid", 1).put("appid", 2);
    data.putObject("auth_user_info").put("userId", "admin");
    data.putObject("auth_scope");
    data.put("permanent_code", "");
    return authorisation(suite, corpId, at, data);
  }

  /** A company has withdrawn its authorisation. */
  public static SyncRow relieved(SandboxSuite suite, String corpId, Instant at) {
    return authorisation(suite, corpId, at, action("org_suite_relieve"));
  }

  /** Somebody joined or changed. */
  public static SyncRow person(String corpId, String action, Staff person, Instant at) {
    ObjectNode data =
        action(action)
            .put("userid", person.userId())
            .put("name", person.name())
            .put("jobnumber", person.jobNumber());
    return new SyncRow(Tables.SYNC_HTTP_PUSH_HIGH, corpId, person.userId(), PERSON, at, data);
  }

  /** Somebody left. */
  public static SyncRow left(String corpId, String userId, Instant at) {
    return new SyncRow(
        Tables.SYNC_HTTP_PUSH_HIGH, corpId, userId, PERSON, at, action("user_leave_org"));
  }

  /**
   * A department was made, changed or removed.
   *
   * @param action {@code org_dept_create}, {@code org_dept_modify} or {@code org_dept_remove}
   */
  public static SyncRow department(String corpId, String action, long department, Instant at) {
    return new SyncRow(
        Tables.SYNC_HTTP_PUSH_HIGH,
        corpId,
        String.valueOf(department),
        DEPARTMENT,
        at,
        action(action).put("id", department));
  }

  /**
   * An approval has changed.
   *
   * @param phase {@code start}, {@code finish} or {@code terminate}
   * @param directed whether it was sent to this app only
   */
  public static SyncRow approval(
      String corpId, ApprovalInstance instance, String phase, boolean directed, Instant at) {
    ObjectNode data =
        action(
            directed ? "workflow_instance_change_directed" : "workflow_instance_change_broadcast");
    data.setAll(instance.broadcast(phase));
    return new SyncRow(
        Tables.SYNC_HTTP_PUSH_MEDIUM,
        corpId,
        instance.id(),
        directed ? DIRECTED : BROADCAST,
        at,
        data);
  }

  private static SyncRow authorisation(
      SandboxSuite suite, String corpId, Instant at, ObjectNode data) {
    return new SyncRow(Tables.SYNC_HTTP_PUSH_HIGH, corpId, suite.id(), AUTHORISATION, at, data);
  }

  private static ObjectNode action(String action) {
    return JsonNodeFactory.instance.objectNode().put("syncAction", action);
  }
}
