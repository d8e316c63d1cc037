package io.dingledger.dingtalk.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.access.CallBudget;
import io.dingledger.model.access.CallBudget.Permit;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BudgetTest {
  /** What API1432 excepts from the quota. */
  private static final Set<Question> FREE =
      EnumSet.of(
          Question.PERSON,
          Question.PEOPLE,
          Question.DEPARTMENT,
          Question.DEPARTMENTS_BELOW,
          Question.HIRE_DATES);

  private final Sandbox sandbox = new Sandbox();
  private final List<Tenant> taken = new ArrayList<>();
  private final Deque<Permit> permits = new ArrayDeque<>();
  private final DingTalkClient client = sandbox.client(sandbox.tokens, this::take, sandbox.turning);

  private Permit take(Tenant tenant, Instant now) {
    assertEquals(sandbox.clock.instant(), now);
    taken.add(tenant);
    return permits.isEmpty() ? new Permit.Granted() : permits.poll();
  }

  @BeforeEach
  void answerAll() {
    for (Question question : Question.values()) {
      sandbox.answer(question.endpoint.path(), question.goodAnswer);
    }
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Nested
  class A_permit {
    @Test
    void is_taken_for_each_call_that_counts_and_for_no_other() {
      for (Question question : Question.values()) {
        taken.clear();
        Sandbox.got(question.ask(client, sandbox.app()));
        List<Tenant> expected =
            FREE.contains(question) ? List.of() : List.of(sandbox.app().tenant());
        assertEquals(expected, taken, question.name());
      }
    }

    @Test
    void is_taken_for_no_call_of_a_third_party_app() {
      for (Question question : Question.values()) {
        question.ask(client, sandbox.thirdPartyApp());
      }
      assertEquals(List.of(), taken);
    }

    @Test
    void is_taken_for_each_page_and_for_the_call_that_is_made_again() {
      sandbox.answer(
          Endpoint.ATTENDANCE.path(), "{\"errcode\":0,\"hasMore\":true,\"recordresult\":[]}");
      Question.ATTENDANCE.ask(client, sandbox.app());
      assertEquals(sandbox.calls(Endpoint.ATTENDANCE.path()), taken.size());
      taken.clear();
      sandbox.answer(Endpoint.FAILED_PUSHES.path(), "{\"errcode\":40014}");
      Question.FAILED_PUSHES.ask(client, sandbox.app());
      assertEquals(2, taken.size());
      assertEquals(2, sandbox.calls(Endpoint.FAILED_PUSHES.path()));
    }
  }

  @Nested
  class A_budget_that_is_exhausted {
    @Test
    void is_a_quota_until_the_next_month_and_costs_no_call_at_all() {
      Instant until = Instant.parse("2024-09-30T16:00:00Z");
      permits.add(new Permit.Exhausted(until));
      Failure failure = Sandbox.failure(Question.APPROVAL.ask(client, sandbox.app()));
      assertEquals(FailureKind.QUOTA, failure.kind());
      assertEquals("DINGTALK-BUDGET-EXHAUSTED", failure.code());
      assertEquals(
          Optional.of(Duration.between(sandbox.clock.instant(), until)), failure.retryAfter());
      assertEquals(0, sandbox.allCalls());
    }

    @Test
    void between_two_pages_ends_the_reading() {
      sandbox.answer(
          Endpoint.ATTENDANCE.path(), "{\"errcode\":0,\"hasMore\":true,\"recordresult\":[]}");
      permits.addAll(List.of(new Permit.Granted(), new Permit.Exhausted(sandbox.clock.instant())));
      assertEquals(
          "DINGTALK-BUDGET-EXHAUSTED",
          Sandbox.failure(Question.ATTENDANCE.ask(client, sandbox.app())).code());
      assertEquals(1, sandbox.calls(Endpoint.ATTENDANCE.path()));
    }

    @Test
    void before_the_call_is_made_again_leaves_it_at_one() {
      sandbox.answer(Endpoint.FAILED_PUSHES.path(), "{\"errcode\":40014}");
      permits.addAll(List.of(new Permit.Granted(), new Permit.Exhausted(sandbox.clock.instant())));
      assertEquals(
          "DINGTALK-BUDGET-EXHAUSTED",
          Sandbox.failure(Question.FAILED_PUSHES.ask(client, sandbox.app())).code());
      assertEquals(1, sandbox.calls(Endpoint.FAILED_PUSHES.path()));
    }
  }

  @Nested
  class Too_many_in_a_second {
    @Test
    void wait_and_ask_again() {
      Instant start = sandbox.clock.instant();
      permits.addAll(tooFast(Duration.ofMillis(400), Duration.ofMillis(300)));
      Sandbox.got(Question.APPROVAL.ask(client, sandbox.app()));
      assertEquals(Duration.ofMillis(700), Duration.between(start, sandbox.clock.instant()));
      assertEquals(3, taken.size());
    }

    @Test
    void are_a_throttle_when_it_takes_too_long() {
      permits.addAll(tooFast(Duration.ofSeconds(3), Duration.ofSeconds(3)));
      Failure failure = Sandbox.failure(Question.APPROVAL.ask(client, sandbox.app()));
      assertEquals(FailureKind.THROTTLE, failure.kind());
      assertEquals("DINGTALK-TOO-FAST", failure.code());
      assertEquals(Optional.of(Duration.ofSeconds(3)), failure.retryAfter());
      assertEquals(0, sandbox.allCalls());
    }

    @Test
    void end_even_when_the_pauses_are_of_no_length() {
      DingTalkClient never =
          sandbox.client(
              sandbox.tokens, (tenant, now) -> tooFast(Duration.ZERO).getFirst(), sandbox.turning);
      assertEquals(
          "DINGTALK-TOO-FAST", Sandbox.failure(Question.APPROVAL.ask(never, sandbox.app())).code());
    }

    @Test
    void end_when_the_thread_is_asked_to_stop() {
      permits.addAll(tooFast(Duration.ofSeconds(1)));
      DingTalkClient waiting = sandbox.client(sandbox.tokens, BudgetTest.this::take, Pauses.REAL);
      Thread.currentThread().interrupt();
      Failure failure = Sandbox.failure(Question.APPROVAL.ask(waiting, sandbox.app()));
      assertTrue(Thread.interrupted(), "the flag is kept");
      assertEquals("DINGTALK-INTERRUPTED", failure.code());
    }

    private static List<Permit> tooFast(Duration... pauses) {
      return Arrays.stream(pauses).<Permit>map(Permit.TooFast::new).toList();
    }
  }

  @Test
  void a_budget_that_cannot_be_asked_is_a_failure_that_passes_and_costs_no_call() {
    CallBudget broken =
        (tenant, now) -> {
          throw new IllegalStateException("no answer");
        };
    Failure failure =
        Sandbox.failure(
            Question.APPROVAL.ask(
                sandbox.client(sandbox.tokens, broken, sandbox.turning), sandbox.app()));
    assertEquals("DINGTALK-STORE-SILENT", failure.code());
    assertEquals(FailureKind.TRANSIENT, failure.kind());
    assertEquals(0, sandbox.allCalls());
  }
}
