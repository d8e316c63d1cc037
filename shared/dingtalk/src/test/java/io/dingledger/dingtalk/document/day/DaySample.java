package io.dingledger.dingtalk.document.day;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.Documents;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Reading;
import java.time.Instant;

/** Rows of {@code /attendance/list} of the 14th of September 2024, to be changed for a test. */
public final class DaySample {
  public final ArrayNode rows = JsonNodeFactory.instance.arrayNode();

  /**
   * @param duty {@code OnDuty} or {@code OffDuty}
   * @param planned wall time of Shanghai, {@code HH:mm:ss}
   * @param actual the same, or empty
   */
  public ObjectNode row(String duty, String result, String planned, String actual) {
    ObjectNode row = rows.addObject();
    row.put("id", 1000 + rows.size())
        .put("userId", Samples.ORIGINATOR)
        .put("workDate", Samples.midnight("2024-09-14"))
        .put("checkType", duty)
        .put("timeResult", result)
        .put("locationResult", "Normal")
        .put("sourceType", "USER")
        .put("planId", 7)
        .put("baseCheckTime", at(planned));
    if (!actual.isEmpty()) {
      row.put("userCheckTime", at(actual));
    }
    return row;
  }

  public DaySample with(String duty, String result, String planned, String actual) {
    row(duty, result, planned, actual);
    return this;
  }

  static long at(String time) {
    return Instant.parse("2024-09-14T" + time + "+08:00").toEpochMilli();
  }

  public Reading read() {
    return Documents.dailyResult(Samples.header(), rows.toString());
  }
}
