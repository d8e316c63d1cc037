package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.failure.FailureKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HaltTest {
  private final Sandbox sandbox = new Sandbox();

  @BeforeEach
  void answerAll() {
    sandbox.keepToken("tok1");
    for (Question question : Question.values()) {
      sandbox.answer(question.endpoint.path(), question.goodAnswer);
    }
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private FailureKind failure(Question question) {
    return Sandbox.failure(question.ask(sandbox.client, sandbox.app())).kind();
  }

  private int calls(Question question) {
    return sandbox.calls(question.endpoint.path());
  }

  @Test
  void a_block_ends_all_calls_of_the_app_for_five_minutes() {
    sandbox.answer(Question.APPROVAL.endpoint.path(), aResponse().withBody("<html>punish</html>"));
    for (int document = 0; document < 20; document++) {
      assertEquals(FailureKind.THROTTLE_LONG, failure(Question.APPROVAL));
      assertEquals(FailureKind.THROTTLE_LONG, failure(Question.PERSON));
    }
    assertEquals(1, calls(Question.APPROVAL));
    assertEquals(0, calls(Question.PERSON));
    sandbox.clock.turn(Duration.ofMinutes(5));
    Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
  }

  @Test
  void a_quota_that_is_gone_ends_the_calls_that_count_and_no_others_for_an_hour() {
    sandbox.answer(
        Question.APPROVAL.endpoint.path(),
        aResponse()
            .withStatus(403)
            .withBody("{\"code\":\"Forbidden.AccessDenied.ApiCountLimitForOrg\"}"));
    for (int document = 0; document < 20; document++) {
      assertEquals(FailureKind.QUOTA, failure(Question.APPROVAL));
    }
    assertEquals(1, calls(Question.APPROVAL));
    Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
    sandbox.clock.turn(Duration.ofHours(1));
    sandbox.answer(Question.APPROVAL.endpoint.path(), Question.APPROVAL.goodAnswer);
    Sandbox.got(Question.APPROVAL.ask(sandbox.client, sandbox.app()));
  }

  @Test
  void a_clock_that_is_set_back_ends_it() {
    sandbox.answer(Question.APPROVAL.endpoint.path(), aResponse().withBody("<html>punish</html>"));
    assertEquals(FailureKind.THROTTLE_LONG, failure(Question.APPROVAL));
    sandbox.clock.turn(Duration.ofSeconds(-1));
    Sandbox.got(Question.PERSON.ask(sandbox.client, sandbox.app()));
  }
}
