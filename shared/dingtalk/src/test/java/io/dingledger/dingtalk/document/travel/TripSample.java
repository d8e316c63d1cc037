package io.dingledger.dingtalk.document.travel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.Samples;
import java.util.ArrayList;
import java.util.List;

/** A business trip as DingTalk sends it, to be changed for a test. */
public final class TripSample {
  public final List<ObjectNode> children = new ArrayList<>();
  public final ArrayNode journeys = JsonNodeFactory.instance.arrayNode();
  public String itinerary = "";

  /** Two journeys, one abroad, with a companion. */
  public static TripSample twoJourneys() {
    TripSample trip = new TripSample();
    trip.children.add(Samples.child("TextareaField", "reason", "出差事由", "拜访客户"));
    trip.children.add(
        Samples.with(
            Samples.child("InnerContactField", "partner", "出行人（同行人）", "甲一,乙二"),
            Samples.people("u1", "甲一", "u2", "乙二")));
    trip.journey("火车", "往返", "杭州", "上海", "0", "2024-09-11", "2024-09-12");
    trip.journey("飞机", "单程", "上海", "东京", "1", "2024-09-13 上午", "2024-09-13 下午");
    return trip;
  }

  public TripSample journey(
      String vehicle,
      String way,
      String departure,
      String arrival,
      String region,
      String from,
      String to) {
    ArrayNode row = JsonNodeFactory.instance.arrayNode();
    row.add(Samples.cell("vehicle", "交通工具", vehicle));
    row.add(Samples.cell("singleOrReturn", "单程往返", way));
    row.add(Samples.cell("departure", "出发城市", departure));
    ObjectNode city = Samples.cell("arrival", "目的城市", arrival);
    city.putObject("extendValue").put("n", arrival).put("region", region);
    row.add(city);
    row.add(Samples.cell("startTime", "开始时间", from));
    row.add(Samples.cell("endTime", "结束时间", to));
    journeys.addObject().put("rowNumber", "Row_" + journeys.size()).set("rowValue", row);
    return this;
  }

  /** The cell of a journey. */
  public ObjectNode cell(int journey, int cell) {
    return (ObjectNode) journeys.get(journey).get("rowValue").get(cell);
  }

  public ObjectNode suite() {
    List<ObjectNode> all = new ArrayList<>(children);
    all.add(
        1,
        Samples.child(
            "TableField",
            "itinerary",
            "行程",
            itinerary.isEmpty() ? journeys.toString() : itinerary));
    return Samples.suiteOf("出差", all.toArray(ObjectNode[]::new));
  }
}
