package io.dingledger.model.access;

import io.dingledger.model.tenant.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * Access tokens, one for each app and company, shared by all running copies. Third-party tokens
 * must be: each request gives a new one, and whether the older one keeps working is not known.
 *
 * <p>Every method may throw an unchecked exception when the store gives no answer.
 */
public interface AccessTokenStore {
  /** What is known of a token, as it is now. */
  Optional<Kept> find(TokenKey key);

  /**
   * Takes the sole right to fetch a new token until a time. Of any number of callers that have seen
   * the same state at most one gets it.
   *
   * @param seen what {@link #find} gave
   * @param until when the right ends if nothing is kept meanwhile (UTC)
   * @return whether this caller may fetch
   */
  boolean claim(TokenKey key, Optional<Kept> seen, Instant until);

  /** Keeps a freshly fetched token, in place of any other; ends the right to fetch. */
  void keep(TokenKey key, Token token);

  /** Gives the right to fetch back, when the fetch brought nothing. */
  void giveUp(TokenKey key);

  /**
   * Forgets this very token, which is no longer accepted; a newer one stays, and so does the
   * credential with which the next one is fetched.
   */
  void drop(TokenKey key, Secret refused);

  /**
   * A token and how long it is used.
   *
   * @param value the token
   * @param renewAt when it is to be renewed (UTC), well before it expires
   * @param expiresAt when it stops being accepted (UTC)
   * @param renewal the credential with which alone the next one can be fetched, where it changes
   *     with each token (OAuth 2's refresh token); empty where the app's own secret does
   */
  record Token(Secret value, Instant renewAt, Instant expiresAt, Optional<Secret> renewal) {
    /** A token that the app's own secret renews. */
    public Token(Secret value, Instant renewAt, Instant expiresAt) {
      this(value, renewAt, expiresAt, Optional.empty());
    }
  }

  /**
   * What is kept.
   *
   * @param token the token; empty while the first one is being fetched, or after {@link #drop}
   * @param renewal the newest credential for fetching the next one; {@link #drop} leaves it
   * @param fetchedUntil until when somebody has the right to fetch a new one; empty when nobody
   * @param revision names this very state
   */
  record Kept(
      Optional<Token> token,
      Optional<Secret> renewal,
      Optional<Instant> fetchedUntil,
      long revision) {
    /** What is kept of a token that the app's own secret renews. */
    public Kept(Optional<Token> token, Optional<Instant> fetchedUntil, long revision) {
      this(token, Optional.empty(), fetchedUntil, revision);
    }
  }
}
