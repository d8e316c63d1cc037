package io.dingledger.dingtalk.document.overtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Overtime as DingTalk sends it, to be changed for a test. */
public final class OvertimeSample {
  public String category = "attendance.batchovertime";
  public String from = "2024-09-14 09:00";
  public String to = "2024-09-14 18:00";
  public String duration = "8";
  public String durationLabel = "时长";
  public final ObjectNode calculated =
      JsonTexts.object()
          .put("durationInHour", new BigDecimal("8.0"))
          .put("durationInDay", new BigDecimal("1.0"))
          .put("unit", "HOUR")
          .put("pushTag", "加班");
  public String compensation = "加班费";
  public String compensationKey = "charge";
  public String names = "甲一,乙二";
  public String people = Samples.people("u1", "甲一", "u2", "乙二");
  public final ArrayNode days = JsonNodeFactory.instance.arrayNode();

  /** From the evening until after midnight, split by days. */
  public static OvertimeSample overnight() {
    OvertimeSample sample = new OvertimeSample();
    sample.from = "2024-09-14 20:00";
    sample.to = "2024-09-15 02:30";
    sample.duration = "6.5";
    sample.calculated.put("durationInHour", new BigDecimal("6.5"));
    return sample.day("2024-09-14", "4").day("2024-09-15", "2.5");
  }

  public OvertimeSample day(String date, String hours) {
    ArrayNode row = JsonNodeFactory.instance.arrayNode();
    row.add(Samples.cell("overtimeDate", "日期", date));
    row.add(Samples.cell("overtimeDuration", "时长", hours));
    days.addObject().put("rowNumber", "Row_" + days.size()).set("rowValue", row);
    return this;
  }

  public List<ObjectNode> children() {
    List<ObjectNode> children = new ArrayList<>();
    children.add(Samples.child("DDSelectField", "type", "加班类型", "工作日加班"));
    children.add(Samples.with(Samples.child("InnerContactField", "partner", "加班人", names), people));
    children.add(Samples.child("DDDateField", "startTime", "开始时间", from));
    children.add(Samples.child("DDDateField", "finishTime", "结束时间", to));
    children.add(Samples.child("TableField", "everyDayDuration", "每日加班时长", days.toString()));
    children.add(
        Samples.with(
            Samples.child("NumberField", "duration", durationLabel, duration),
            calculated.isEmpty() ? "" : calculated.toString()));
    children.add(
        Samples.with(
            Samples.child("DDSelectField", "compensation", "加班补偿", compensation),
            compensationKey.isEmpty() ? "" : "{\"key\":\"" + compensationKey + "\"}"));
    return children;
  }

  public ObjectNode suite() {
    return Samples.suiteOf("加班", children().toArray(ObjectNode[]::new));
  }

  public Reading read() {
    return Samples.read(category, suite());
  }
}
