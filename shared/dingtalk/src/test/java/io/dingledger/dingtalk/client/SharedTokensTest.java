package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.access.AccessTokenStore.Kept;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.CallBudget;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SharedTokensTest {
  private static final int THREADS = 32;

  /** The clock stands still; who waits for another process really waits, however slow it is. */
  private static final Pauses REAL_LOOKS =
      delay -> !delay.equals(AccessTokens.LOOK_AGAIN) || Pauses.REAL.pause(delay);

  private final Sandbox sandbox = new Sandbox();
  private final DingTalkClient one = another();
  private final DingTalkClient two = another();

  private DingTalkClient another() {
    return sandbox.client(sandbox.tokens, CallBudget.UNLIMITED, REAL_LOOKS);
  }

  @BeforeEach
  void answerPeople() {
    sandbox.answer(Sandbox.PERSON_PATH, Question.PERSON.goodAnswer);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Nested
  class Thirty_two_threads_of_two_processes {
    @Test
    void that_want_a_token_at_once_make_one_call() throws Exception {
      sandbox.grantToken("tok1", "7200", 150);
      askedAtOnce().forEach(Sandbox::got);
      assertEquals(1, sandbox.tokenCalls());
      assertEquals(1, sandbox.tokens.claims.get());
    }

    @Test
    void that_all_meet_a_refused_token_renew_it_once() throws Exception {
      sandbox.keepToken("refused1");
      refuse("refused1");
      sandbox.grantToken("tok2", "7200", 50);
      askedAtOnce().forEach(Sandbox::got);
      assertEquals(1, sandbox.tokenCalls());
      assertEquals(Optional.of(Secret.of("tok2")), sandbox.tokens.only().map(Token::value));
    }

    @Test
    void go_on_with_the_old_token_while_one_of_them_renews_it() throws Exception {
      Instant now = sandbox.clock.instant();
      sandbox.tokens.keep(sandbox.key(), new Token(Secret.of("old123"), now, now.plusSeconds(600)));
      sandbox.grantToken("tok2", "7200", 150);
      askedAtOnce().forEach(Sandbox::got);
      assertEquals(1, sandbox.tokenCalls());
    }

    private List<Answer<?>> askedAtOnce() throws Exception {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Answer<?>>> running = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
          DingTalkClient client = number % 2 == 0 ? one : two;
          running.add(threads.submit(() -> Question.PERSON.ask(client, sandbox.app())));
        }
        List<Answer<?>> answers = new ArrayList<>();
        for (Future<Answer<?>> future : running) {
          answers.add(future.get());
        }
        return answers;
      }
    }
  }

  @Nested
  class Sixteen_threads_of_one_process {
    @Test
    void share_a_refusal_and_the_next_call_asks_again() throws Exception {
      sandbox.answer(
          Sandbox.TOKEN_PATH,
          aResponse()
              .withStatus(400)
              .withBody("{\"code\":\"invalidClientIdOrSecret\",\"message\":\"no\"}")
              .withFixedDelay(1_000));
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Answer<?>>> running = new ArrayList<>();
        for (int number = 0; number < 16; number++) {
          running.add(threads.submit(() -> Question.PERSON.ask(one, sandbox.app())));
        }
        for (Future<Answer<?>> future : running) {
          assertEquals(FailureKind.CONFIG, Sandbox.failure(future.get()).kind());
        }
      }
      assertEquals(1, sandbox.tokenCalls());
      sandbox.grantToken("tok1", "7200");
      Sandbox.got(Question.PERSON.ask(one, sandbox.app()));
    }
  }

  @Nested
  class A_process_that_has_claimed_the_fetch_and_died {
    @Test
    void is_waited_for_until_its_right_ends_and_then_another_fetches() {
      Instant start = sandbox.clock.instant();
      assertTrue(claimedByADeadOne());
      Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
      assertEquals(Patience.USUAL.tokenLock(), Duration.between(start, sandbox.clock.instant()));
      assertEquals(1, sandbox.tokenCalls());
    }

    @Test
    void keeps_nobody_from_using_the_old_token_while_it_lives() {
      Instant start = sandbox.clock.instant();
      sandbox.tokens.keep(
          sandbox.key(), new Token(Secret.of("old123"), start, start.plusSeconds(600)));
      assertTrue(claimedByADeadOne());
      Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
      assertEquals(start, sandbox.clock.instant());
      assertEquals(0, sandbox.tokenCalls());
      sandbox.clock.turn(Patience.USUAL.tokenLock());
      Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
      assertEquals(1, sandbox.tokenCalls());
    }

    @Test
    void is_not_waited_for_for_ever_when_its_kind_keeps_dying() {
      DingTalkClient client =
          sandbox.client(sandbox.tokens, CallBudget.UNLIMITED, delay -> claimedByADeadOne());
      assertTrue(claimedByADeadOne());
      assertEquals(
          "DINGTALK-TOKEN-AWAITED",
          Sandbox.failure(Question.PERSON.ask(client, sandbox.app())).code());
      assertEquals(AccessTokens.looks(Patience.USUAL.tokenLock()), sandbox.tokens.finds.get() / 2);
    }

    private boolean claimedByADeadOne() {
      Optional<Kept> seen = sandbox.tokens.find(sandbox.key());
      Instant until = sandbox.clock.instant().plus(Patience.USUAL.tokenLock());
      return sandbox.tokens.claim(sandbox.key(), seen, until);
    }
  }

  @Nested
  class A_token_that_is_refused {
    @Test
    void is_dropped_and_the_call_made_once_more() {
      sandbox.keepToken("refused1");
      refuse("refused1");
      Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
      Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
      assertEquals(1, sandbox.tokenCalls());
      assertEquals(3, sandbox.calls(Sandbox.PERSON_PATH));
    }

    @Test
    void twice_gives_up_after_two_calls() {
      sandbox.answer(Sandbox.PERSON_PATH, "{\"errcode\":42001,\"errmsg\":\"expired\"}");
      assertEquals(
          FailureKind.TOKEN,
          Sandbox.failure(Question.PERSON.ask(sandbox.client, sandbox.app())).kind());
      assertEquals(2, sandbox.tokenCalls());
      assertEquals(2, sandbox.calls(Sandbox.PERSON_PATH));
    }

    @Test
    void is_not_dropped_when_another_process_has_renewed_it_meanwhile() {
      sandbox.keepToken("refused1");
      Sandbox.got(Question.PERSON.ask(one, sandbox.app()));
      refuse("refused1");
      Sandbox.got(Question.PERSON.ask(two, sandbox.app()));
      Sandbox.got(Question.PERSON.ask(one, sandbox.app()));
      assertEquals(1, sandbox.tokenCalls());
    }

    @Test
    void stays_when_another_process_was_given_the_same_one_again() {
      sandbox.keepToken("tok1");
      Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
      sandbox.clock.turn(Duration.ofSeconds(1));
      sandbox.keepToken("tok1");
      refuseOnce();
      Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
      assertEquals(0, sandbox.tokenCalls());
    }

    @Test
    void may_be_given_again_and_is_then_used() {
      sandbox.keepToken("tok1");
      refuseOnce();
      Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
      Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
      assertEquals(1, sandbox.tokenCalls());
    }

    @Test
    void is_never_served_again_from_memory_even_if_the_store_cannot_forget_it() {
      FailingTokens failing = new FailingTokens(sandbox.tokens);
      DingTalkClient client = sandbox.client(failing, CallBudget.UNLIMITED, sandbox.turning);
      sandbox.keepToken("refused1");
      refuse("refused1");
      failing.failing = true;
      failing.failsFromDropOn = true;
      assertEquals(
          "DINGTALK-STORE-SILENT",
          Sandbox.failure(Question.PERSON.ask(client, sandbox.app())).code());
      failing.failing = false;
      Sandbox.got(Question.PERSON.ask(client, sandbox.app()));
      assertEquals(1, sandbox.tokenCalls());
    }
  }

  @Nested
  class A_store_without_an_answer {
    @Test
    void is_a_failure_that_passes_for_every_question() {
      FailingTokens failing = new FailingTokens(sandbox.tokens);
      DingTalkClient client = sandbox.client(failing, CallBudget.UNLIMITED, sandbox.turning);
      failing.failing = true;
      for (Question question : Question.values()) {
        Answer<?> answer = question.ask(client, sandbox.app());
        assertEquals("DINGTALK-STORE-SILENT", Sandbox.failure(answer).code(), question.name());
        assertEquals(FailureKind.TRANSIENT, Sandbox.failure(answer).kind());
      }
      assertEquals(0, sandbox.allCalls());
    }
  }

  private void refuseOnce() {
    sandbox.server.stubFor(
        post(urlPathEqualTo(Sandbox.PERSON_PATH))
            .inScenario("hiccup")
            .whenScenarioStateIs("Started")
            .willReturn(okJson("{\"errcode\":40014}"))
            .willSetStateTo("over"));
  }

  private void refuse(String token) {
    sandbox.server.stubFor(
        post(urlPathEqualTo(Sandbox.PERSON_PATH))
            .withQueryParam("access_token", equalTo(token))
            .willReturn(okJson("{\"errcode\":88,\"sub_code\":\"40014\",\"sub_msg\":\"x\"}")));
  }
}
