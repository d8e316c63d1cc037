package io.dingledger.dingtalk.document.travel;

/** The answer of {@code trip/processes/details}, composed for tests. */
public final class TripDetailsSample {
  public static final String JSON =
      """
      {"processInstanceId":"kQ8xAbCdEf","originatorId":"u1","travelers":["u1","u2"],"tripDays":2,
       "remark":"展会","createTime":"2024-09-10 09:00:00","journeys":[
        {"journeyBizNo":"j1","travelType":"飞机","tripWay":"往返","startTime":"2024-09-11",
         "endTime":"2024-09-12","startTimeAcc":"上午","endTimeAcc":"下午","timeUnit":"天",
         "departure":{"code":"HGH","name":"杭州","countryCode":"CN"},
         "arrival":{"code":"TYO","name":"东京","countryCode":"JP"}}]}""";

  private TripDetailsSample() {}
}
