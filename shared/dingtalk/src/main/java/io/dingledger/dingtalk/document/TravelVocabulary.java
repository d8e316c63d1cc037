package io.dingledger.dingtalk.document;

import java.util.List;

/** The fields of business trips (facts §4.3: {@code alitrip.business}), of the whole and a row. */
final class TravelVocabulary {
  static final Field ITINERARY =
      new Field(
          "journeys",
          "行程",
          "itinerary",
          List.of("itinerary", "journeys"),
          List.of("行程", "行程明细", "出差行程", "出差明细", "itinerary", "journeys"));
  static final Field COMPANIONS =
      new Field(
          "companions",
          "同行人",
          "companions",
          List.of("partner", "travelers", "traveler"),
          List.of("同行人", "同行人员", "出行人", "出差人", "出差人员", "companions", "travelers", "partner"));
  static final Field DAYS =
      new Field(
          "days",
          "出差天数",
          "days of travel",
          List.of("tripDays", "days", "duration"),
          List.of("出差天数", "出差总天数", "总天数", "天数", "tripdays", "totaldays", "days"));
  static final Field ADVANCE =
      new Field(
          "advance",
          "预支金额",
          "advance",
          List.of("advance", "advanceAmount"),
          List.of("预支金额", "预借金额", "借款金额", "预支差旅费", "预借差旅费", "出差借款", "advance", "advanceamount"));

  static final Field VEHICLE =
      new Field(
          "vehicle",
          "交通工具",
          "vehicle",
          List.of("vehicle"),
          List.of("交通工具", "vehicle", "transport"));
  static final Field ROUND_TRIP =
      new Field(
          "roundTrip",
          "单程往返",
          "single or return",
          List.of("singleOrReturn"),
          List.of(
              "单程往返",
              "单程/往返",
              "singleorreturn",
              "oneway/roundtrip",
              "onewayorroundtrip",
              "triptype"));
  static final Field DEPARTURE =
      new Field(
          "departure",
          "出发城市",
          "departure",
          List.of("departure"),
          List.of("出发城市", "出发地", "出发地点", "departure", "departurecity", "cityofdeparture", "from"));
  static final Field ARRIVAL =
      new Field(
          "arrival",
          "目的城市",
          "arrival",
          List.of("arrival", "destination"),
          List.of(
              "目的城市",
              "目的地",
              "到达城市",
              "到达地",
              "出差地点",
              "arrival",
              "arrivalcity",
              "destination",
              "destinationcity",
              "to"));
  static final Field STARTS =
      new Field(
          "starts",
          "开始时间",
          "start",
          List.of("startTime", "startDate"),
          List.of("开始时间", "开始日期", "出发时间", "出发日期", "starttime", "startdate", "start"));
  static final Field ENDS =
      new Field(
          "ends",
          "结束时间",
          "end",
          List.of("endTime", "finishTime", "endDate"),
          List.of("结束时间", "结束日期", "返回时间", "返回日期", "endtime", "enddate", "end"));
  static final Field LENGTH =
      new Field(
          "days",
          "时长",
          "length",
          List.of("duration", "days"),
          List.of("时长", "天数", "duration", "days"));

  private TravelVocabulary() {}
}
