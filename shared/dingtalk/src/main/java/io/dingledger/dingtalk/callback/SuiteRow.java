package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.callback.Fields.text;
import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.unwrapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a push to a third-party app, or an older push that is a row by itself.
 *
 * @param suite the app
 * @param row the row, or the whole older push
 * @param data its content; missing when it can't be read
 * @param action what happened: the content's own word, else what the kind of row stands for
 * @param bizType the kind of row; empty for older pushes
 * @param companies every company that row and content name
 * @param saidAt when DingTalk says that it was so (UTC)
 * @param receivedAt when it arrived (UTC)
 */
record SuiteRow(
    Suite suite,
    JsonNode row,
    JsonNode data,
    String action,
    String bizType,
    Set<String> companies,
    Optional<Instant> saidAt,
    Instant receivedAt) {

  /** A row of a SyncHTTP push. */
  static SuiteRow ofRow(Suite suite, JsonNode row, Instant receivedAt) {
    JsonNode data = unwrapped(field(row, "biz_data"));
    String bizType = text(row, "biz_type");
    return new SuiteRow(
        suite,
        row,
        data,
        SuiteActions.action(text(data, "syncAction", "eventType"), kind(bizType, data)),
        bizType,
        companies(row, data),
        EpochMilliseconds.parse(text(row, "gmt_modified", "gmt_create")),
        receivedAt);
  }

  /** One kind holds two things: overtime turned into time off names a day, a balance does not. */
  private static String kind(String bizType, JsonNode data) {
    boolean isBalance = bizType.equals("67") && field(data, "workDate").isMissingNode();
    return isBalance ? SuiteActions.LEAVE_BALANCE : bizType;
  }

  /** An older push: {@code EventType} and its fields side by side; or a Stream envelope. */
  static SuiteRow ofSingle(Suite suite, ObjectNode envelope, Instant receivedAt) {
    JsonNode data = EventNormaliser.business(envelope);
    return new SuiteRow(
        suite,
        envelope,
        data,
        EventNormaliser.type(envelope),
        "",
        companies(envelope, data),
        EventNormaliser.moment(envelope),
        receivedAt);
  }

  private static Set<String> companies(JsonNode row, JsonNode data) {
    Set<String> companies = new LinkedHashSet<>();
    for (String name : new String[] {"corp_id", "eventCorpId", "CorpId", "AuthCorpId"}) {
      companies.addAll(Fields.allTexts(row, name));
      companies.addAll(Fields.allTexts(data, name));
    }
    companies.addAll(Fields.allTexts(unwrapped(field(data, "auth_corp_info")), "corpid"));
    return companies;
  }

  /** What the row tells. */
  SuitePush push() {
    SuiteActions.Meaning meaning = SuiteActions.meaning(action, bizType);
    if (isOfAnotherSuite()) {
      return unreadable(suite, row, EventDoubt.ROW_OTHER_SUITE, action);
    }
    Optional<EventDoubt> doubt =
        data.isObject() ? Optional.empty() : Optional.of(EventDoubt.ROW_CONTENT);
    if (meaning == SuiteActions.Meaning.TICKET) {
      return doubt.isEmpty() ? ticket() : unreadable(suite, row, doubt.get(), action);
    }
    if (companies.isEmpty()) {
      return nobodys(meaning, doubt);
    }
    String corpId = companies.iterator().next();
    Optional<Tenant> tenant = tenant(corpId);
    if (tenant.isEmpty()) {
      return unreadable(suite, row, EventDoubt.ROW_COMPANY_UNUSABLE, action);
    }
    if (doubt.isPresent() || companies.size() > 1) {
      EventDoubt why = doubt.orElse(EventDoubt.OTHER_COMPANY);
      return happened(tenant.get(), why.unreadable(action));
    }
    return switch (meaning) {
      case AUTHORISED -> new SuitePush.Authorised(corpId, companyName(), notInFuture());
      case RELIEVED -> new SuitePush.Relieved(corpId, notInFuture());
      case UNKNOWN_STATE ->
          happened(tenant.get(), EventDoubt.ROW_ACTION_UNKNOWN.unreadable(action));
      case TICKET, EVENT -> happened(tenant.get(), EventSubjects.of(action, withWhom(), corpId));
    };
  }

  private boolean isOfAnotherSuite() {
    String subscription = text(row, "subscribe_id");
    String suiteKey = text(row, "SuiteKey");
    return !(subscription.isEmpty() || subscription.equals(suite.id() + "_0"))
        || !(suiteKey.isEmpty() || suiteKey.equals(suite.suiteKey()));
  }

  private SuitePush ticket() {
    String ticket = text(data, "suiteTicket");
    return ticket.isEmpty()
        ? unreadable(suite, row, EventDoubt.ROW_TICKET_MISSING, action)
        : new SuitePush.Ticket(Secret.of(ticket), notInFuture());
  }

  /** What names no company can still be understood, if it is nothing for us anyway. */
  private SuitePush nobodys(SuiteActions.Meaning meaning, Optional<EventDoubt> doubt) {
    if (doubt.isPresent() || meaning != SuiteActions.Meaning.EVENT) {
      EventDoubt why = doubt.orElse(EventDoubt.ROW_COMPANY_MISSING);
      return unreadable(suite, row, why, action);
    }
    return EventSubjects.of(action, withWhom(), "")
            instanceof EventSubject.OutOfScope(Reason reason)
        ? new SuitePush.Nothing(reason)
        : unreadable(suite, row, EventDoubt.ROW_COMPANY_MISSING, action);
  }

  /** A company's identifier may not hold the sign that joins it to the suite's. */
  private Optional<Tenant> tenant(String corpId) {
    try {
      return Fields.isIdentifier(corpId, Tenant.LONGEST_ID) && corpId.indexOf('@') < 0
          ? Optional.of(suite.tenantOf(corpId))
          : Optional.empty();
    } catch (IllegalArgumentException noTenant) {
      return Optional.empty();
    }
  }

  private SuitePush happened(Tenant tenant, EventSubject subject) {
    JsonNode content = data.isObject() ? data : row;
    return new SuitePush.Happened(
        new SourceEvent(
            tenant,
            id(subject, tenant),
            action.isEmpty() ? "biz_type:" + Fields.shortened(bizType, 20) : action,
            saidAt.orElse(receivedAt),
            subject,
            JsonTexts.render(Codes.hidden(content))));
  }

  /** The row says in {@code biz_id} whom or what it is about; somebody who left has no content. */
  private JsonNode withWhom() {
    String bizId = Fields.id(row, "biz_id");
    ObjectNode whole = data.deepCopy();
    if (bizType.equals("13") && Fields.elements(data, "userId", "staffId").isEmpty()) {
      whole.put("userId", bizId);
    }
    if (bizType.equals("14") && Fields.elements(data, "deptId").isEmpty()) {
      whole.put("deptId", bizId);
    }
    return whole;
  }

  private String companyName() {
    JsonNode company = unwrapped(field(data, "auth_corp_info"));
    return Fields.shortened(text(company, "corp_name", "full_corp_name"), 200);
  }

  /** A moment ahead of our time would outdo everything that is said until then. */
  private Instant notInFuture() {
    return saidAt.filter(said -> said.isBefore(receivedAt)).orElse(receivedAt);
  }

  private String id(EventSubject subject, Tenant tenant) {
    if (bizType.isEmpty() && text(row, "biz_id").isEmpty()) {
      return EventIds.of(tenant.id(), row, data, action, subject);
    }
    ObjectNode state =
        JsonTexts.object()
            .put("suite", suite.id())
            .put("company", String.join("|", companies))
            .put("type", bizType)
            .put("id", text(row, "biz_id"))
            .put("modified", text(row, "gmt_modified"));
    state.set("data", data.isObject() ? data : field(row, "biz_data"));
    return EventIds.hashed(JsonTexts.canonical(state));
  }

  /** A row that names no company whose event it could be. */
  static SuitePush unreadable(Suite suite, JsonNode row, EventDoubt doubt, String action) {
    return new SuitePush.Unreadable(
        EventIds.hashed(suite.id() + JsonTexts.canonical(row)),
        JsonTexts.render(Codes.hidden(row)),
        doubt.reason(action));
  }

  /** Tickets and codes may be in it. */
  @Override
  public String toString() {
    return "SuiteRow[" + bizType + ", " + action + "]";
  }
}
