package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.callback.EventNormaliser;
import io.dingledger.local.sandbox.dingtalk.Api;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/dingtalk.md} says what the code does. */
class DingTalkPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "dingtalk.md");
  private static final Instant NOW = Instant.parse("2026-03-27T02:00:00Z");
  private static final Set<Api> TOKENS = Set.of(Api.ACCESS_TOKEN, Api.CORP_ACCESS_TOKEN);

  private final String page = read();

  private static String read() {
    try {
      return Files.readString(PAGE);
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private static DingTalkApp app() {
    return new DingTalkApp(
        Tenant.verified("example"),
        "dingexamplecorp0001",
        new DingTalkApp.Internal("dingexampleapp00001", Secret.of("s")),
        URI.create("https://api.dingtalk.com"),
        URI.create("https://oapi.dingtalk.com"));
  }

  private static EventSubject subject(String push) {
    return assertInstanceOf(
            EventNormaliser.Event.class, EventNormaliser.normalise(app(), push, NOW))
        .event()
        .subject();
  }

  private String section(String heading) {
    int start = page.indexOf("\n## " + heading);
    assertTrue(start >= 0, heading);
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private static List<String> all(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void theExampleIsAnApprovalAsThePageSays() {
    String example = all("(?s)```json\n(.*?)```", page).getFirst();
    EventSubject.Approval approval =
        assertInstanceOf(EventSubject.Approval.class, subject(example));
    assertEquals("kQ8xExample", approval.instanceId());
    assertEquals(EventSubject.Phase.FINISH, approval.phase());
  }

  @Test
  void everyEventToSubscribeToDoesSomething() {
    List<String> events = all("`([a-z_A-Z]+)`", rowsOf(section("Events")));
    assertTrue(events.size() >= 12, events.toString());
    for (String type : events) {
      EventSubject subject =
          subject(
              """
              {"EventType": "%s", "CorpId": "dingexamplecorp0001", "processInstanceId": "one",
               "processCode": "PROC-1", "formCode": "PROC-1", "type": "finish", "result": "agree",
               "status": "finish", "approveType": "LEAVE",
               "userId": ["u1"], "deptId": ["7"], "workDate": "2026-03-26",
               "dataList": [{"userId": "u1", "userid": "u1", "checkTime": 1774576800000,
                             "workDate": 1774454400000}]}
              """
                  .formatted(type));
      assertFalse(
          subject instanceof EventSubject.OutOfScope || subject instanceof EventSubject.Unreadable,
          type + " " + subject);
    }
  }

  /** The first cells of a table's rows. */
  private static String rowsOf(String section) {
    return all("(?m)^\\| (`[^|]*`) \\|", section).stream().collect(Collectors.joining(" "));
  }

  @Test
  void everyCallHasItsRowWithItsPermissionAndWhetherItCounts() {
    String section = section("Permissions");
    Set<String> described = new TreeSet<>(all("(?m)^\\| `[A-Z]+ ([^`]+)`", section));
    Set<String> called =
        Arrays.stream(Api.values())
            .filter(api -> !TOKENS.contains(api))
            .map(Api::path)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(called, described);
    for (Api api : Api.values()) {
      if (!TOKENS.contains(api)) {
        String row = all("(?m)^\\| `[A-Z]+ " + api.path() + "` \\|(.*)$", section).getFirst();
        assertTrue(row.endsWith(api.isCounted() ? "yes 是 |" : "no 否 |"), row);
        boolean published = !api.scope().isEmpty() && api != Api.TRIP;
        assertEquals(published, row.contains("`" + api.scope() + "`") && published, row);
      }
    }
  }

  @Test
  void theQuotasExampleAddsUp() {
    String section = section("Quota");
    assertTrue(
        section.contains("allows a company " + TenantSettings.STANDARD_MONTHLY_CALLS + " calls"));
    Matcher sum = Pattern.compile("(\\d[\\d ×+]*) = (\\d+)").matcher(section);
    int sums = 0;
    while (sum.find()) {
      int terms =
          Arrays.stream(sum.group(1).split(" \\+ "))
              .mapToInt(
                  term ->
                      Arrays.stream(term.split(" × "))
                          .mapToInt(Integer::parseInt)
                          .reduce(1, Math::multiplyExact))
              .sum();
      assertEquals(Integer.parseInt(sum.group(2)), terms, sum.group());
      sums++;
    }
    assertEquals(2, sums, "one in each language");
  }
}
