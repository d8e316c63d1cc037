package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.dingledger.dingtalk.DingTalk.AttendanceRow;
import io.dingledger.model.failure.Answer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttendanceTest {
  private static final LocalDate FROM = LocalDate.of(2024, 9, 9);
  private static final LocalDate TO = LocalDate.of(2024, 9, 15);

  /** Midnight in China that begins 2024-09-10. */
  private static final long TUESDAY = 1_725_897_600_000L;

  private final TimeZone before = TimeZone.getDefault();
  private final Sandbox sandbox = new Sandbox();

  @AfterEach
  void close() {
    TimeZone.setDefault(before);
    sandbox.close();
  }

  @Test
  void is_asked_for_in_whole_days_of_china() {
    answer(0, false, 0);
    Sandbox.got(attendance(List.of("u1", "u2")));
    sandbox.server.verify(
        postRequestedFor(urlPathEqualTo(Endpoint.ATTENDANCE.path()))
            .withRequestBody(
                equalToJson(
                    "{\"workDateFrom\":\"2024-09-09 00:00:00\",\"workDateTo\":\"2024-09-15"
                        + " 00:00:00\",\"userIdList\":[\"u1\",\"u2\"],\"offset\":0,\"limit\":50,"
                        + "\"isI18n\":false}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void a_row_belongs_to_its_working_day_in_china_whatever_the_default_zone(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    String row = row("u1", TUESDAY);
    sandbox.answer(Endpoint.ATTENDANCE.path(), "{\"errcode\":0,\"recordresult\":[" + row + "]}");
    assertEquals(
        List.of(new AttendanceRow("u1", LocalDate.of(2024, 9, 10), row)),
        Sandbox.got(attendance(List.of("u1"))));
  }

  @Test
  void all_pages_are_read_and_each_is_a_call() {
    answer(0, true, 50);
    answer(50, true, 50);
    answer(100, false, 3);
    assertEquals(103, Sandbox.got(attendance(List.of("u1"))).size());
    assertEquals(3, sandbox.calls(Endpoint.ATTENDANCE.path()));
  }

  @Test
  void a_full_page_that_does_not_say_so_may_have_a_successor() {
    sandbox.answer(Endpoint.ATTENDANCE.path(), page("", 4));
    offset(0, page("", 50));
    assertEquals(54, Sandbox.got(attendance(List.of("u1"))).size());
  }

  @Test
  void an_answer_without_rows_may_leave_them_out() {
    sandbox.answer(Endpoint.ATTENDANCE.path(), "{\"errcode\":0,\"hasMore\":\"false\"}");
    assertEquals(List.of(), Sandbox.got(attendance(List.of("u1"))));
  }

  @Test
  void pages_that_never_end_are_given_up() {
    sandbox.answer(Endpoint.ATTENDANCE.path(), page("\"hasMore\":true,", 0));
    assertEquals("DINGTALK-ENDLESS-PAGES", Sandbox.failure(attendance(List.of("u1"))).code());
    assertTrue(sandbox.calls(Endpoint.ATTENDANCE.path()) < 10);
  }

  @Test
  void rows_of_others_and_of_other_days_are_left_out() {
    String rows = row("u2", TUESDAY) + "," + row("u1", TUESDAY - 172_800_000L);
    sandbox.answer(Endpoint.ATTENDANCE.path(), "{\"errcode\":0,\"recordresult\":[" + rows + "]}");
    assertEquals(List.of(), Sandbox.got(attendance(List.of("u1"))));
  }

  @Test
  void a_failure_on_a_later_page_is_the_answer_and_not_half_the_rows() {
    sandbox.answer(Endpoint.ATTENDANCE.path(), "{\"errcode\":90018,\"errmsg\":\"x\"}");
    offset(0, page("\"hasMore\":true,", 50));
    assertEquals("90018", Sandbox.failure(attendance(List.of("u1"))).code());
  }

  @Test
  void nothing_is_asked_about_nobody_too_many_too_long_or_backwards() {
    assertEquals(List.of(), Sandbox.got(attendance(List.of())));
    assertBeyondLimits(attendance(Collections.nCopies(51, "u1")));
    assertBeyondLimits(
        sandbox.client.attendance(sandbox.app(), List.of("u1"), FROM, TO.plusDays(1)));
    assertBeyondLimits(sandbox.client.attendance(sandbox.app(), List.of("u1"), TO, FROM));
    assertEquals("DINGTALK-BAD-IDENTIFIER", Sandbox.failure(attendance(List.of("u1", " "))).code());
    assertEquals(0, sandbox.allCalls());
  }

  private static void assertBeyondLimits(Answer<?> answer) {
    assertEquals("DINGTALK-BEYOND-LIMITS", Sandbox.failure(answer).code());
  }

  private void answer(int offset, boolean more, int rows) {
    offset(offset, page("\"hasMore\":" + more + ",", rows));
  }

  private void offset(int offset, String json) {
    sandbox.server.stubFor(
        post(urlPathEqualTo(Endpoint.ATTENDANCE.path()))
            .withRequestBody(matchingJsonPath("$.offset", WireMock.equalTo("" + offset)))
            .willReturn(okJson(json)));
  }

  private static String page(String flag, int rows) {
    String list =
        IntStream.range(0, rows)
            .mapToObj(number -> row("u1", TUESDAY))
            .collect(Collectors.joining(","));
    return "{\"errcode\":0," + flag + "\"recordresult\":[" + list + "]}";
  }

  private static String row(String userId, long workDate) {
    return "{\"userId\":\"" + userId + "\",\"workDate\":" + workDate + ",\"timeResult\":\"Late\"}";
  }

  private Answer<List<AttendanceRow>> attendance(List<String> userIds) {
    return sandbox.client.attendance(sandbox.app(), userIds, FROM, TO);
  }
}
