package io.dingledger.dingtalk.document.leave;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Reading;
import java.math.BigDecimal;

/** Leave as DingTalk sends it, to be changed for a test. */
public final class LeaveSample {
  public final ArrayNode value = JsonNodeFactory.instance.arrayNode();
  public final ObjectNode extension = JsonTexts.object();
  public final ArrayNode days = extension.putArray("detailList");
  public String type = "DDHolidayField";
  public String extensionText = "";

  private LeaveSample(String from, String to, String duration, String unit) {
    value.add(from).add(to).add(new BigDecimal(duration)).add(unit).add("年假").add("请假类型");
    extension
        .put("pushTag", "请假")
        .put("extension", "{\"tag\":\"年假\"}")
        .put("isNaturalDay", false)
        .put("isModifiable", true);
  }

  /** Leave counted in days or halves of them. */
  public static LeaveSample inDays(String from, String to, String days, String hours, String unit) {
    LeaveSample leave = new LeaveSample(from, to, days, unit);
    leave.calculated("DAY", days, hours);
    return leave;
  }

  /** Leave counted in hours. */
  public static LeaveSample inHours(String from, String to, String days, String hours) {
    LeaveSample leave = new LeaveSample(from, to, hours, "hour");
    leave.calculated("HOUR", days, hours);
    return leave;
  }

  /** From the morning of the 10th to the afternoon of the 11th of September 2024. */
  public static LeaveSample twoDays() {
    return inDays("2024-09-10 上午", "2024-09-11 下午", "2", "16", "halfDay")
        .day("2024-09-10", "1.0", "8.0", false)
        .day("2024-09-11", "1.0", "8.0", false);
  }

  /** Half a day before New Year until noon after it; days off in between. */
  public static LeaveSample overNewYear() {
    return inDays("2024-12-30 下午", "2025-01-02 上午", "2.0", "16.0", "halfDay")
        .day("2024-12-30", "0.5", "4.0", false)
        .day("2024-12-31", "1.0", "8.0", false)
        .day("2025-01-01", "0.0", "0.0", true)
        .day("2025-01-02", "0.5", "4.0", false);
  }

  private void calculated(String unit, String days, String hours) {
    extension
        .put("unit", unit)
        .put("durationInDay", new BigDecimal(days))
        .put("durationInHour", new BigDecimal(hours));
  }

  public LeaveSample day(String date, String inDays, String inHours, boolean rest) {
    ObjectNode day = days.addObject().put("workDate", Samples.midnight(date)).put("isRest", rest);
    day.put("workTimeMinutes", 480)
        .putObject("approveInfo")
        .put("fromTime", Samples.midnight(date) + 32_400_000L)
        .put("toTime", Samples.midnight(date) + 64_800_000L)
        .put("durationInDay", new BigDecimal(inDays))
        .put("durationInHour", new BigDecimal(inHours));
    return this;
  }

  /** The split in its packed form instead of as a list. */
  public LeaveSample packed() {
    ObjectNode content = JsonTexts.object().put("calculateMode", 1).put("durationUnit", "DAY");
    ArrayNode list = content.putArray("detailList");
    days.forEach(
        day -> {
          ObjectNode entry = list.addObject();
          entry.set("workDate", day.get("workDate"));
          entry.set("durationInDay", day.at("/approveInfo/durationInDay"));
          entry.set("durationInHour", day.at("/approveInfo/durationInHour"));
          entry.putObject("features").put("isRest", day.get("isRest").asText());
        });
    extension.remove("detailList");
    extension.put("compressedValue", Samples.packed(content.toString()));
    return this;
  }

  public ObjectNode entry() {
    return JsonTexts.object()
        .put("componentType", type)
        .put("id", "DDHolidayField-K1")
        .put("name", "[\"开始时间\",\"结束时间\"]")
        .put("value", value.toString())
        .put("extValue", extensionText.isEmpty() ? extension.toString() : extensionText);
  }

  public Reading read() {
    return Samples.read("", entry(), Samples.entry("TextareaField", "", "请假事由", "家里有事"));
  }
}
