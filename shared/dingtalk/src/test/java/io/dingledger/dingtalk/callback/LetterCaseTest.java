package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.Apps;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.event.EventSubject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are written in every letter case by DingTalk, so in any letter case they mean the same. */
class LetterCaseTest {
  private static final Instant RECEIVED = Instant.parse("2024-09-11T03:00:00Z");
  private static final int ROUNDS = 200;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'EventType':'bpms_instance_change','EventTime':1726020312345,'CorpId':'CORP',"
            + "'processInstanceId':'kQ8x','processCode':'P','bizCategoryId':'c','businessId':'2',"
            + "'type':'finish','result':'agree','title':'t','staffId':'u','finshTime':1726020312000}",
        "{'EventType':'attendance_check_record','CorpId':'CORP','dataList':[{'corpId':'CORP',"
            + "'userId':'u1','bizId':'b','checkTime':1726016400000,'locationMethod':'MAP',"
            + "'locationResult':'Outside','checkByUser':false}]}",
        "{'EventType':'attendance_schedule_change','CorpId':'CORP','DataList':[{'userIds':['u1'],"
            + "'workDateBegin':1725984000000,'workDateEnd':1725984000000,'type':'modify'}]}",
        "{'eventType':'attendance_approve_status_change','eventCorpId':'CORP','eventId':'e',"
            + "'eventBornTime':1726020312345,'data':{'approveType':'LEAVE','status':'finish',"
            + "'processInstanceId':'i','mainProcessInstanceId':'i','processCode':'P'}}",
        "{'EventType':'attend_bossCheck_change','workDate':'2024-09-11 00:00:00','userId':'u1'}",
        "{'EventType':'user_modify_org','timeStamp':'1726020312345','userId':['u1']}",
        "{'EventType':'org_dept_modify','timeStamp':'1726020312345','deptId':[5]}",
        "{'EventType':'workflow_form_change','formCode':'P','type':'update'}",
      })
  void an_event_is_the_same(String text) {
    ObjectNode message = parsed(text);
    Random random = new Random(42);
    EventSubject expected = subject(message);
    assertFalse(expected instanceof EventSubject.Unreadable, () -> "" + expected);
    for (int round = 0; round < ROUNDS; round++) {
      assertEquals(expected, subject(mixed(message, random)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'syncAction':'org_suite_auth','auth_corp_info':{'corpid':'CORP','corp_name':'n'}}",
        "{'syncAction':'suite_ticket','suiteTicket':'Tk'}",
        "{'syncAction':'user_modify_org','userid':'u1'}",
        "{'syncAction':'isv_bpms','processInstanceId':'i','status':'COMPLETED','result':'agree'}",
        "{'syncAction':'org_micro_app_stop','agentId':7}",
      })
  void a_row_is_the_same(String data) {
    ObjectNode message =
        parsed(ThirdParty.rows(ThirdParty.row(99, "b", data.replace("CORP", Apps.CORP))));
    Random random = new Random(42);
    String expected = told(message);
    for (int round = 0; round < ROUNDS; round++) {
      assertEquals(expected, told(mixed(message, random)));
    }
  }

  private static EventSubject subject(JsonNode message) {
    return assertInstanceOf(
            EventNormaliser.Event.class,
            EventNormaliser.normalise(Apps.internal(), message.toString(), RECEIVED))
        .event()
        .subject();
  }

  /** Content is kept as it came, so it and the names that follow it are left out. */
  private static String told(JsonNode message) {
    List<SuitePush> pushes = ThirdParty.pushes(message.toString());
    return pushes.stream()
        .map(
            push ->
                push instanceof SuitePush.Happened(var event)
                    ? event.tenant() + " " + event.type() + " " + event.subject()
                    : push.toString() + push.hashCode())
        .collect(Collectors.joining());
  }

  private static ObjectNode parsed(String text) {
    String json = text.replace("CORP", Apps.CORP).replace('\'', '"');
    return JsonTexts.parseObject(json).orElseThrow();
  }

  private static JsonNode mixed(JsonNode node, Random random) {
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(mixed(element, random)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = JsonTexts.object();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name =
          field
              .getKey()
              .chars()
              .map(unit -> random.nextBoolean() ? upper(unit) : Character.toLowerCase(unit))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      object.set(name, mixed(field.getValue(), random));
    }
    return object;
  }

  private static int upper(int unit) {
    return Character.toUpperCase(unit);
  }
}
