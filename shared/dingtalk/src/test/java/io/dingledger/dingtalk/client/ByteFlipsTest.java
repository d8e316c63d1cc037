package io.dingledger.dingtalk.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.DingTalk.AttendanceRow;
import io.dingledger.dingtalk.client.Exchange.Received;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Damaged answers: whatever comes is an answer or a failure, and never about somebody else. */
class ByteFlipsTest {
  private static final int FLIPS = 2_000;
  private static final LocalDate DAY = LocalDate.of(2024, 9, 10);

  private static final Map<String, Function<Received, Answer<?>>> READERS =
      Map.of(
          "{\"success\":true,\"result\":{\"createTime\":\"2024-09-11T09:43Z\",\"bizAction\":\"NONE\","
              + "\"operationRecords\":[{\"date\":\"2024-09-11T09:43Z\"}],"
              + "\"formComponentValues\":[{\"id\":\"M\",\"value\":\"12.50\"}]}}",
          received -> ApprovalReader.read(new DocumentId("k1"), Sandbox.finished("k1"), received),
          "{\"errcode\":0,\"result\":{\"userid\":\"u1\",\"name\":\"甲\",\"dept_id_list\":[1,7],"
              + "\"hired_date\":1597507200000}}",
          received -> {
            Answer<Person> answer = DirectoryReader.person("u1", received.json());
            return answer.map(person -> checked(person, person.userId().equals("u1")));
          },
          "{\"errcode\":0,\"result\":{\"has_more\":true,\"next_cursor\":100,\"list\":["
              + "{\"userid\":\"u1\",\"job_number\":\"7\"}]}}",
          received ->
              DirectoryReader.people(0, received.json())
                  .map(page -> checked(page, page.next().orElse(1L) > 0)),
          "{\"errcode\":0,\"result\":{\"dept_id\":7,\"name\":\"财务部\",\"parent_id\":1}}",
          received ->
              DirectoryReader.department("7", received.json())
                  .map(department -> checked(department, department.id().equals("7"))),
          "{\"errcode\":0,\"result\":[{\"dept_id\":7,\"name\":\"财务部\",\"parent_id\":1}]}",
          received -> DirectoryReader.departments(received.json()),
          "{\"result\":[{\"userId\":\"u1\",\"fieldDataList\":[{\"fieldCode\":\"sys02-joinWorkingTime\","
              + "\"fieldValueList\":[{\"value\":\"2010-07-01\",\"label\":\"2010-07-01\"}]}]}]}",
          received -> DirectoryReader.hireDates(received.json()),
          "{\"success\":true,\"result\":{\"list\":[\"k1\"],\"nextToken\":\"40\"}}",
          received ->
              ListReader.instances(20, received.json())
                  .map(page -> checked(page, page.next().orElse(21L) > 20)),
          "{\"errcode\":0,\"has_more\":false,\"failed_list\":[{\"event_time\":1726020312345}]}",
          received -> ListReader.failedPushes(received.json()),
          "{\"errcode\":0,\"hasMore\":false,\"recordresult\":["
              + "{\"userId\":\"u1\",\"workDate\":1725897600000,\"timeResult\":\"Late\"}]}",
          received ->
              new AttendancePages(List.of("u1"), DAY, DAY)
                  .read(body -> new Answer.Got<>(received))
                  .map(rows -> checked(rows, rows.stream().allMatch(ByteFlipsTest::isAsked))));

  private static boolean isAsked(AttendanceRow row) {
    return row.userId().equals("u1") && row.day().equals(DAY);
  }

  private static <T> T checked(T value, boolean condition) {
    assertTrue(condition, value.toString());
    return value;
  }

  @Test
  void end_as_an_answer_about_what_was_asked_or_as_a_failure() {
    Random random = new Random(3);
    READERS.forEach(
        (good, reader) -> {
          assertTrue(read(good, reader) instanceof Answer.Got<?>, good);
          for (int flip = 0; flip < FLIPS; flip++) {
            byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
            for (int count = 0; count <= random.nextInt(3); count++) {
              bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            read(new String(bytes, StandardCharsets.UTF_8), reader);
          }
        });
  }

  private static Answer<?> read(String body, Function<Received, Answer<?>> reader) {
    Answer<ObjectNode> judged =
        FailureClassifier.judge(
            new HttpReply(200, Optional.empty(), body), Instant.EPOCH, List.of());
    return switch (judged) {
      case Answer.Failed<ObjectNode> failed -> failed;
      case Answer.Got<ObjectNode>(ObjectNode json) -> reader.apply(new Received(json, body));
    };
  }
}
