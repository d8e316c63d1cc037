package io.dingledger.dingtalk.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.client.Exchange.Call;
import io.dingledger.dingtalk.client.Exchange.Received;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes calls with an app's token and within its budget. A call is made once; only when DingTalk no
 * longer accepts the token it is made a second time, with a new one. After DingTalk blocked us or
 * said that the quota is gone, no call is made for a while. Nothing is thrown.
 */
final class Calls {
  private final Exchange exchange;
  private final AccessTokens tokens;
  private final Budget budget;
  private final InstantSource clock;
  private final PerApp<Halt> halts = new PerApp<>(Halt::new);

  Calls(Exchange exchange, AccessTokens tokens, Budget budget, InstantSource clock) {
    this.exchange = exchange;
    this.tokens = tokens;
    this.budget = budget;
    this.clock = clock;
  }

  /** A call by GET. */
  Answer<Received> get(DingTalkApp app, Endpoint endpoint, Map<String, String> query) {
    return guarded(app, new Question(endpoint, query, Optional.empty()));
  }

  /** A call by POST. */
  Answer<Received> post(DingTalkApp app, Endpoint endpoint, ObjectNode body) {
    return guarded(app, new Question(endpoint, Map.of(), Optional.of(body)));
  }

  private record Question(Endpoint endpoint, Map<String, String> query, Optional<ObjectNode> body) {
    Call with(DingTalkApp app, Token token) {
      String credential = token.value().reveal();
      return switch (endpoint.api()) {
        case NEW ->
            new Call(
                app.apiBase(),
                endpoint.path(),
                query,
                Map.of("x-acs-dingtalk-access-token", credential),
                body,
                List.of(token.value()));
        case OLD -> {
          Map<String, String> withToken = new TreeMap<>(query);
          withToken.put("access_token", credential);
          yield new Call(
              app.oldApiBase(), endpoint.path(), withToken, Map.of(), body, List.of(token.value()));
        }
      };
    }
  }

  /** Only the stores of tokens, budgets and suites throw. */
  private Answer<Received> guarded(DingTalkApp app, Question question) {
    try {
      return made(app, question);
    } catch (RuntimeException storeSilent) {
      return new Answer.Failed<>(DingTalkFault.STORE_SILENT.failure());
    }
  }

  private Answer<Received> made(DingTalkApp app, Question question) {
    Optional<Failure> refusal =
        halts
            .of(AppKey.of(app))
            .standing(question.endpoint().counted(), clock.instant())
            .or(() -> spent(app, question.endpoint()));
    if (refusal.isPresent()) {
      return new Answer.Failed<>(refusal.get());
    }
    return switch (tokens.token(app)) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token first) -> {
        Answer<Received> answer = asked(app, question, first);
        yield isAboutToken(answer) ? again(app, question, first) : answer;
      }
    };
  }

  private Answer<Received> again(DingTalkApp app, Question question, Token refused) {
    tokens.refuse(app, refused);
    return switch (tokens.token(app)) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token second) -> {
        Optional<Failure> refusal = spent(app, question.endpoint());
        yield refusal.isPresent()
            ? new Answer.Failed<>(refusal.get())
            : asked(app, question, second);
      }
    };
  }

  private Answer<Received> asked(DingTalkApp app, Question question, Token token) {
    AppKey key = AppKey.of(app);
    Answer<Received> answer = exchange.make(key, question.with(app, token));
    if (answer instanceof Answer.Failed<Received>(Failure why)) {
      halts.of(key).heard(why, clock.instant());
    }
    return answer;
  }

  /** The monthly quota is one of companies' own apps; third-party apps have none (API1433). */
  private Optional<Failure> spent(DingTalkApp app, Endpoint endpoint) {
    return endpoint.counted() && !app.isThirdParty() ? budget.take(app.tenant()) : Optional.empty();
  }

  private static boolean isAboutToken(Answer<Received> answer) {
    return answer instanceof Answer.Failed<Received>(Failure failure)
        && failure.kind() == FailureKind.TOKEN;
  }
}
