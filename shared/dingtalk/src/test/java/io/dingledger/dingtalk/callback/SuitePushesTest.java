package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.callback.ThirdParty.RECEIVED;
import static io.dingledger.dingtalk.callback.ThirdParty.SAID;
import static io.dingledger.dingtalk.callback.ThirdParty.SUITE;
import static io.dingledger.dingtalk.callback.ThirdParty.TICKET;
import static io.dingledger.dingtalk.callback.ThirdParty.event;
import static io.dingledger.dingtalk.callback.ThirdParty.only;
import static io.dingledger.dingtalk.callback.ThirdParty.pushes;
import static io.dingledger.dingtalk.callback.ThirdParty.quoted;
import static io.dingledger.dingtalk.callback.ThirdParty.row;
import static io.dingledger.dingtalk.callback.ThirdParty.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.Apps;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.event.EventSubject.OutOfScope;
import io.dingledger.model.event.EventSubject.Unreadable;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.tenant.Secret;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuitePushesTest {
  private static final String CORP = Apps.CORP;
  private static final String TICKET_DATA =
      "{'syncAction':'suite_ticket','suiteTicket':'" + TICKET + "','syncSeq':'1'}";

  @Nested
  class A_ticket {
    @Test
    void comes_in_a_row_or_in_an_older_push() {
      SuitePush ticket = new SuitePush.Ticket(Secret.of(TICKET), SAID);
      assertEquals(ticket, only(rows(row(2, "25300001", TICKET_DATA))));
      assertEquals(ticket, only(rows(row(CORP, 2, "x", ThirdParty.MODIFIED, text(TICKET_DATA)))));
      assertEquals(ticket, only(old("suite_ticket", "'SuiteTicket':'" + TICKET + "'")));
      assertEquals(ticket, only(rows(row(2, "x", "{'suiteTicket':'" + TICKET + "'}"))));
    }

    @Test
    void is_never_from_the_future() {
      String ahead = row(CORP, 2, "x", 9_999_999_999_999L, TICKET_DATA);
      assertEquals(new SuitePush.Ticket(Secret.of(TICKET), RECEIVED), only(rows(ahead)));
    }

    @Test
    void never_prints_itself_not_even_where_it_can_not_be_read() {
      String good = row(2, "25300001", TICKET_DATA);
      String broken = quoted("{\"suiteTicket\":\"" + TICKET + "\",");
      for (String message :
          new String[] {
            rows(good),
            rows(good.replace("25300001_0", "1_0")),
            rows(good.replace("\"biz_type\":2", "\"biz_type\":4")).replace("suite_ticket", "x"),
            rows(row(CORP, 2, "x", 1, broken)),
            rows(row(CORP, 13, "x", 1, broken)),
            rows(good).replace("bizData", "bizDatb"),
            rows(row(CORP, 2, "x", 1, text(TICKET_DATA.replace("suiteTicket", "SUITE_TICKET")))),
            old("tmp_auth_code", "'AuthCode':'" + TICKET + "','AuthCorpId':'" + CORP + "'"),
            old("suite_ticket", "'SuiteTicket':'" + TICKET + "'").replace("EventType", "X"),
          }) {
        List<SuitePush> pushes = pushes(message);
        assertFalse(pushes.toString().contains(TICKET), pushes.toString());
        for (SuitePush push : pushes) {
          if (push instanceof SuitePush.Unreadable(String id, String raw, var reason)) {
            assertFalse(raw.contains(TICKET), raw);
            assertTrue(JsonTexts.parse(raw).isPresent(), raw);
          }
        }
      }
    }

    @Test
    void of_another_app_or_without_its_text_is_for_the_operator() {
      String good = row(2, "25300001", TICKET_DATA);
      assertUnreadable(EventDoubt.ROW_OTHER_SUITE, rows(good.replace("25300001_0", "25300002_0")));
      assertUnreadable(EventDoubt.ROW_TICKET_MISSING, rows(row(2, "x", "{'syncSeq':'1'}")));
      String oldOne = old("suite_ticket", "'SuiteTicket':'" + TICKET + "'");
      assertUnreadable(EventDoubt.ROW_OTHER_SUITE, oldOne.replace(SUITE.suiteKey(), "suiteX"));
    }
  }

  @Nested
  class A_company {
    @ParameterizedTest
    @ValueSource(strings = {"org_suite_auth", "org_suite_change", "ORG_SUITE_AUTH"})
    void authorises_the_app(String action) {
      String data = "{'syncAction':'%s','auth_corp_info':{'corpid':'%s','corp_name':'甲公司'}}";
      assertEquals(
          new SuitePush.Authorised(CORP, "甲公司", SAID),
          only(rows(row(4, "25300001", data.formatted(action, CORP)))));
    }

    @Test
    void is_known_by_the_content_where_the_row_does_not_name_it() {
      String data = "{'syncAction':'org_suite_auth','auth_corp_info':{'corpid':'dingY'}}";
      assertEquals(
          new SuitePush.Authorised("dingY", "", SAID),
          only(rows(row("", 4, "x", ThirdParty.MODIFIED, data))));
    }

    @Test
    void switches_the_app_on_again() {
      SuitePush on = new SuitePush.Authorised(CORP, "", SAID);
      assertEquals(on, only(rows(row(7, "x", "{'syncAction':'org_micro_app_restore'}"))));
      assertEquals(on, only(old("org_micro_app_restore", "'AuthCorpId':'" + CORP + "'")));
      assertEquals(on, only(old("change_auth", "'AuthCorpId':'" + CORP + "'")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"org_suite_relieve", "org_micro_app_stop", "org_micro_app_remove", "org_remove"})
    void withdraws_it(String action) {
      SuitePush off = new SuitePush.Relieved(CORP, SAID);
      int kind = action.equals("org_remove") ? 16 : action.startsWith("org_suite") ? 4 : 7;
      assertEquals(off, only(rows(row(kind, "x", "{'syncAction':'" + action + "'}"))));
      assertEquals(off, only(old("suite_relieve", "'AuthCorpId':'" + CORP + "'")));
    }

    @Test
    void whose_state_is_told_in_an_unknown_word_is_for_a_person() {
      for (int kind : new int[] {4, 7, 16}) {
        assertDoubt(EventDoubt.ROW_ACTION_UNKNOWN, row(kind, "x", "{'syncAction':'org_frob'}"));
      }
    }

    @Test
    void that_only_shows_the_app_to_others_or_changes_its_name_makes_no_work() {
      assertOutOfScope(
          OutOfScopeReason.APP_LIFE, row(7, "x", "{'syncAction':'org_micro_app_scope_update'}"));
      assertOutOfScope(OutOfScopeReason.COMPANY, row(16, "x", "{'syncAction':'org_update'}"));
    }

    @Test
    void whose_identifier_can_not_be_one_is_for_the_operator() {
      for (String odd : new String[] {"a b", "a@1", "x".repeat(56), " ding", "\\u0000"}) {
        String data = "{'syncAction':'org_suite_auth'}";
        assertUnreadable(EventDoubt.ROW_COMPANY_UNUSABLE, rows(row(odd, 4, "x", 1, data)));
      }
    }

    @Test
    void named_differently_by_row_and_content_is_for_a_person() {
      String data = "{'syncAction':'org_suite_auth','auth_corp_info':{'corpid':'dingY'}}";
      SourceEvent event = event(row(4, "x", data));
      assertEquals(CORP + "@25300001", event.tenant().id());
      assertDoubt(EventDoubt.OTHER_COMPANY, row(4, "x", data));
    }
  }

  @Nested
  class One_bad_row {
    @Test
    void harms_no_other_and_is_not_lost() {
      String good = row(13, "u1", "{'syncAction':'user_add_org'}");
      List<SuitePush> pushes =
          pushes(rows(good, "7", "null", row(CORP, 22, "x", 1, quoted("{broken")), good));
      assertEquals(5, pushes.size());
      assertEquals(pushes.get(0), pushes.get(4));
      assertInstanceOf(SuitePush.Happened.class, pushes.get(0));
      assertInstanceOf(SuitePush.Unreadable.class, pushes.get(1));
      assertInstanceOf(SuitePush.Unreadable.class, pushes.get(2));
      SuitePush.Happened broken = assertInstanceOf(SuitePush.Happened.class, pushes.get(3));
      assertInstanceOf(Unreadable.class, broken.event().subject());
      assertTrue(broken.event().data().contains("{broken"), broken.event().data());
    }

    @Test
    void is_none_that_came_as_a_text_or_without_its_list() {
      String row = row(13, "u1", "{'syncAction':'user_add_org'}").replace('\'', '"');
      String push = "{\"EventType\":\"SYNC_HTTP_PUSH_MEDIUM\",\"bizData\":%s}";
      List<SuitePush> expected = pushes(rows(row));
      assertInstanceOf(SuitePush.Happened.class, expected.getFirst());
      assertEquals(expected, pushes(push.formatted(row)));
      assertEquals(expected, pushes(push.formatted(quoted("[" + row + "]"))));
      assertEquals(expected, pushes(push.formatted("[" + quoted(row) + "]")));
    }

    @Test
    void says_what_is_wrong() {
      assertUnreadable(EventDoubt.ROW_SHAPE, rows("7"));
      assertUnreadable(EventDoubt.ROW_SHAPE, "{'EventType':'SYNC_HTTP_PUSH_HIGH'}");
      assertDoubt(EventDoubt.ROW_CONTENT, row(13, "u1", "null"));
      assertUnreadable(
          EventDoubt.ROW_OTHER_SUITE,
          rows(row(13, "u1", "{'syncAction':'user_add_org'}").replace("25300001_0", "2530000")));
      assertUnreadable(
          EventDoubt.ROW_COMPANY_MISSING,
          rows(row("", 13, "u1", 1, "{'syncAction':'user_add_org'}")));
      assertUnreadable(
          EventDoubt.ROW_COMPANY_MISSING,
          rows(row("", 4, "x", 1, "{'syncAction':'org_suite_auth'}")));
    }

    @Test
    void has_one_name_however_often_it_comes() {
      SuitePush.Unreadable one = assertInstanceOf(SuitePush.Unreadable.class, only(rows("7")));
      assertEquals(one, only(rows("7")));
      assertNotEquals(one.id(), assertInstanceOf(SuitePush.Unreadable.class, only(rows("8"))).id());
    }
  }

  @Nested
  class Pushes_that_make_no_work {
    @Test
    void are_recorded_where_they_name_a_company() {
      assertOutOfScope(OutOfScopeReason.ORDERS, row(17, "x", "{'syncAction':'market_order'}"));
      assertOutOfScope(OutOfScopeReason.UNKNOWN_TYPE, row(9999, "x", "{'syncAction':'frob'}"));
      SourceEvent event = happened(old("tmp_auth_code", "'AuthCorpId':'" + CORP + "'"));
      assertEquals(CORP + "@25300001", event.tenant().id());
      assertInstanceOf(OutOfScope.class, event.subject());
    }

    @Test
    void are_nothing_where_they_do_not() {
      SuitePush.Nothing nothing =
          assertInstanceOf(SuitePush.Nothing.class, only(old("tmp_auth_code", "'AuthCode':'c'")));
      assertEquals(OutOfScopeReason.APP_LIFE.code(), nothing.reason().code());
    }

    @Test
    void or_only_check_the_url_are_flagged() {
      assertEquals(
          new SuitePush.UrlCheck("check_create_suite_url"),
          only("{'EventType':'check_create_suite_url','Random':'r','TestSuiteKey':'s'}"));
      assertEquals(List.of(), pushes(rows()));
    }
  }

  @Test
  void what_is_no_json_object_is_refused() {
    for (String text : new String[] {"", "[]", "success", "{"}) {
      assertEquals(
          new Refused(CallbackRefusal.CONTENT_NOT_OBJECT), SuitePushes.read(SUITE, text, RECEIVED));
    }
  }

  @Test
  void an_older_push_without_a_time_was_said_when_it_came() {
    assertEquals(
        new SuitePush.Relieved(CORP, RECEIVED),
        only("{'EventType':'suite_relieve','AuthCorpId':'" + CORP + "'}"));
  }

  private static String old(String type, String fields) {
    return ("{'SuiteKey':'%s','EventType':'%s','TimeStamp':'%d',%s}")
        .formatted(SUITE.suiteKey(), type, ThirdParty.MODIFIED, fields);
  }

  private static String text(String data) {
    return quoted(data.replace('\'', '"'));
  }

  private static SourceEvent happened(String message) {
    return assertInstanceOf(SuitePush.Happened.class, only(message)).event();
  }

  private static void assertUnreadable(EventDoubt doubt, String message) {
    assertEquals(
        doubt.code(),
        assertInstanceOf(SuitePush.Unreadable.class, only(message), message).reason().code());
  }

  private static void assertDoubt(EventDoubt doubt, String row) {
    Unreadable subject = assertInstanceOf(Unreadable.class, event(row).subject());
    assertEquals(doubt.code(), subject.reason().code());
    assertEquals(CORP + "@25300001", event(row).tenant().id());
  }

  private static void assertOutOfScope(OutOfScopeReason reason, String row) {
    OutOfScope subject = assertInstanceOf(OutOfScope.class, event(row).subject());
    assertEquals(reason.code(), subject.reason().code());
  }
}
