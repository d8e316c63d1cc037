package io.dingledger.ledgers.quickbooks;

import io.dingledger.model.tenant.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * A refresh token and, where Intuit told it, when the authorisation ends for good. Kept as one
 * secret: the token, and after a blank the end in seconds since 1970.
 *
 * @param token the refresh token
 * @param ends when no refreshing helps any more (UTC); empty when it was not told
 */
record RefreshCredential(Secret token, Optional<Instant> ends) {
  /** What a kept secret holds; one that a person entered is a token alone. */
  static RefreshCredential of(Secret kept) {
    String[] parts = kept.reveal().strip().split(" ", 2);
    Optional<Instant> ends =
        parts.length == 2 && parts[1].matches("[0-9]{1,11}")
            ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[1])))
            : Optional.empty();
    return new RefreshCredential(Secret.of(parts[0]), ends);
  }

  /** As it is kept. */
  Secret kept() {
    return Secret.of(token.reveal() + ends.map(end -> " " + end.getEpochSecond()).orElse(""));
  }
}
