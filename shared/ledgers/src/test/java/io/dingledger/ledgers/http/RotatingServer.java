package io.dingledger.ledgers.http;

import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An authorisation server that takes each refresh credential once and gives the next with it. */
final class RotatingServer implements SharedToken.Source {
  final List<String> asked = new ArrayList<>();
  private final Clock clock;
  private String valid = "configured";
  private int given;
  Runnable meanwhile = () -> {};
  boolean namesNoRenewal;
  boolean refusesAll;

  RotatingServer(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Answer<Token> fetch(Optional<Secret> renewal) {
    String presented = renewal.map(Secret::reveal).orElse("configured");
    Optional<Token> token = taken(presented);
    meanwhile.run();
    return token
        .<Answer<Token>>map(Answer.Got::new)
        .orElseGet(
            () ->
                new Answer.Failed<>(
                    Failure.of(FailureKind.CONFIG, "test", "invalid_grant", "reconnect")));
  }

  /** A person connects anew. */
  synchronized String reconnected() {
    refusesAll = false;
    valid = "reconnected";
    return valid;
  }

  synchronized int fetches() {
    return asked.size();
  }

  private synchronized Optional<Token> taken(String presented) {
    asked.add(presented);
    if (refusesAll || !presented.equals(valid)) {
      return Optional.empty();
    }
    given++;
    Optional<Secret> next = Optional.empty();
    if (!namesNoRenewal) {
      valid = "renewal-" + given;
      next = Optional.of(Secret.of(valid));
    }
    return Optional.of(
        new Token(
            Secret.of("token-" + given),
            clock.instant().plusSeconds(3000),
            clock.instant().plusSeconds(3600),
            next));
  }
}
