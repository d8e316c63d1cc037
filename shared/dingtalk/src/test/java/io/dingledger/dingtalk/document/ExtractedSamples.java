package io.dingledger.dingtalk.document;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Suites whose components stand in the form itself, composed for tests. */
public final class ExtractedSamples {
  private ExtractedSamples() {}

  /** Work outside (外出). */
  public static ObjectNode[] outside() {
    return new ObjectNode[] {
      Samples.entry("DDSelectField", "type", "外出类型", "市内"),
      Samples.entry("DDDateField", "startTime", "开始时间", "2024-09-14 13:00"),
      Samples.entry("DDDateField", "finishTime", "结束时间", "2024-09-14 17:30"),
      Samples.with(
          Samples.entry("NumberField", "duration", "时长", "4.5"),
          "{\"durationInHour\":4.5,\"durationInDay\":0.56,\"unit\":\"HOUR\",\"pushTag\":\"外出\"}"),
      Samples.with(
          Samples.entry("InnerContactField", "traveler", "外出人", "乙二"), Samples.people("u2", "乙二")),
      Samples.entry("TextareaField", "", "外出事由", "送货")
    };
  }

  /** The swap of shifts (换班). */
  public static ObjectNode[] swap() {
    return new ObjectNode[] {
      Samples.with(
          Samples.entry("InnerContactField", "applicant", "申请人", "甲一"), Samples.people("u1", "甲一")),
      Samples.with(
          Samples.entry("InnerContactField", "relief", "替班人", "乙二"), Samples.people("u2", "乙二")),
      Samples.entry("DDDateField", "relieveDate", "换班日期", "2024-09-14"),
      Samples.entry("DDDateField", "backDate", "还班日期", "2024-09-21"),
      Samples.entry("TextField", "relieveInfo", "换班班次", "早班 09:00"),
      Samples.entry("TextField", "backInfo", "还班班次", "晚班 18:00")
    };
  }

  /** The correction of a punch (补卡). */
  public static ObjectNode punch(String shown, String workDate, long checked) {
    return Samples.with(
        Samples.entry("DDDateField", "userCheckTime", "补卡时间", shown),
        ("{\"planId\":1,\"planText\":\"上班 09:00\",\"workDate\":%s,\"timeStamp\":%d,"
                + "\"userCheckTime\":%d}")
            .formatted(workDate, checked, checked));
  }
}
