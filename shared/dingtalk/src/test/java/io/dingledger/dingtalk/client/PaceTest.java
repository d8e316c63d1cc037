package io.dingledger.dingtalk.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.client.Pace.Turn;
import io.dingledger.model.access.CallBudget;
import io.dingledger.model.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant NOW = Instant.parse("2024-09-11T02:00:00Z");
  private static final Turn AT_ONCE = new Turn(true, Duration.ZERO);

  private final Pace pace = new Pace();

  private void take(int calls) {
    for (int call = 0; call < calls; call++) {
      pace.next(NOW);
    }
  }

  @Nested
  class At_one_moment {
    @Test
    void twenty_calls_start_at_once() {
      for (int call = 0; call < 20; call++) {
        assertEquals(AT_ONCE, pace.next(NOW));
      }
    }

    @Test
    void the_twenty_first_waits_a_second_and_the_forty_first_two() {
      take(20);
      assertEquals(new Turn(true, Duration.ofSeconds(1)), pace.next(NOW));
      take(19);
      assertEquals(new Turn(true, Duration.ofSeconds(2)), pace.next(NOW));
    }

    @Test
    void who_would_wait_more_than_three_seconds_is_turned_away_and_takes_no_place() {
      take(80);
      assertFalse(pace.next(NOW).given());
      assertFalse(pace.next(NOW).given());
      assertEquals(
          new Turn(true, Duration.ofSeconds(3)), pace.next(NOW.plus(Duration.ofSeconds(1))));
    }
  }

  @Test
  void a_call_waits_only_for_what_is_left_of_the_second() {
    take(20);
    assertEquals(new Turn(true, Duration.ofMillis(1)), pace.next(NOW.plusMillis(999)));
  }

  @Test
  void after_a_second_of_rest_nobody_waits() {
    take(20);
    assertEquals(AT_ONCE, pace.next(NOW.plusSeconds(1)));
  }

  @Test
  void a_clock_that_is_set_back_stops_nobody() {
    take(20);
    assertEquals(AT_ONCE, pace.next(NOW.minusSeconds(3_600)));
  }

  @Test
  void no_second_ever_holds_more_than_twenty_starts_whatever_the_rush() {
    Random random = new Random(20);
    List<Instant> starts = new ArrayList<>();
    Instant now = NOW;
    for (int call = 0; call < 5_000; call++) {
      now = now.plusMillis(random.nextInt(60));
      Turn turn = pace.next(now);
      if (turn.given()) {
        starts.add(now.plus(turn.delay()));
      }
    }
    for (int call = 20; call < starts.size(); call++) {
      Duration span = Duration.between(starts.get(call - 20), starts.get(call));
      assertTrue(span.compareTo(Duration.ofSeconds(1)) >= 0, call + ": " + span);
    }
    assertTrue(starts.size() > 2_000, "most calls get their turn");
  }

  @Nested
  class Of_a_client {
    @Test
    void holds_for_all_calls_of_an_app_together_and_for_each_app_alone() {
      try (Sandbox sandbox = new Sandbox()) {
        sandbox.keepToken("tok1");
        sandbox.answer(Sandbox.PERSON_PATH, Question.PERSON.goodAnswer);
        sandbox.answer(Endpoint.APPROVAL.path(), Question.APPROVAL.goodAnswer);
        Instant start = sandbox.clock.instant();
        for (int pair = 0; pair < 10; pair++) {
          Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
          Sandbox.got(Question.APPROVAL.ask(sandbox.client, sandbox.app()));
        }
        Sandbox.got(sandbox.client.person(sandbox.thirdPartyApp(), "u1"));
        assertEquals(start, sandbox.clock.instant());
        Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
        assertEquals(start.plusSeconds(1), sandbox.clock.instant());
      }
    }

    @Test
    void turns_a_rush_away_as_a_throttle() {
      try (Sandbox sandbox = new Sandbox()) {
        sandbox.keepToken("tok1");
        sandbox.answer(Sandbox.PERSON_PATH, Question.PERSON.goodAnswer);
        // Pauses that turn no clock: as if all calls came at the same moment.
        DingTalkClient rushed = sandbox.client(sandbox.tokens, CallBudget.UNLIMITED, delay -> true);
        for (int call = 0; call < 80; call++) {
          Sandbox.got(Question.PERSON.ask(rushed, sandbox.app()));
        }
        Failure failure = Sandbox.failure(Question.PERSON.ask(rushed, sandbox.app()));
        assertEquals("DINGTALK-TOO-FAST", failure.code());
        assertEquals(Duration.ofSeconds(1), failure.retryAfter().orElseThrow());
        assertEquals(80, sandbox.calls(Sandbox.PERSON_PATH));
      }
    }
  }
}
