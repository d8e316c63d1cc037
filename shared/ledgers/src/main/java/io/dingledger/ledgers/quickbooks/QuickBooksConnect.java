package io.dingledger.ledgers.quickbooks;

import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.http.Digests;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Connects a company, the first time or again, by Intuit's consent page (OAuth 2 code flow).
 *
 * <p>A page of ours keeps a fresh random nonce in the browser's session, sends the browser to
 * {@link #authorizeUrl} with {@link #state} of that nonce, and when Intuit sends it back with
 * {@code code}, {@code state} and {@code realmId}, calls {@link #exchange} only if {@link #accepts}
 * agrees. The tokens go where the adapter finds them; neither is ever a setting or shown.
 */
public final class QuickBooksConnect {
  /** How long a person may take on Intuit's pages. */
  public static final Duration STATE_LIVES = Duration.ofMinutes(15);

  private static final String SCOPE = "com.intuit.quickbooks.accounting";
  private static final int TRIES_TO_KEEP = 3;

  private final QuickBooksSettings settings;
  private final AccessTokenStore tokens;
  private final TokenEndpoint endpoint;
  private final Clock clock;

  /**
   * A company that is connected.
   *
   * @param realmId the company id, for the connection's setting {@code realmId}
   * @param ends when the authorisation ends for good (UTC); empty when Intuit did not tell
   */
  public record Connected(String realmId, Optional<Instant> ends) {}

  /**
   * For a connection whose {@code clientId} and {@code clientSecret} are filled in; its {@code
   * realmId} may still be missing.
   *
   * @throws IllegalArgumentException without them
   */
  public QuickBooksConnect(LedgerConnection connection, LedgerTools tools) {
    this.settings = QuickBooksSettings.of(connection);
    if (settings.app().clientId().isEmpty() || settings.app().clientSecret().reveal().isEmpty()) {
      throw new IllegalArgumentException("clientId and clientSecret come first");
    }
    this.tokens = tools.tokens();
    this.clock = tools.clock();
    this.endpoint =
        new TokenEndpoint(
            settings, new LedgerHttp(settings.readTimeout(), tools.addresses(), clock), clock);
  }

  /** What goes through Intuit's pages and back: signed, for this tenant and nonce, for a while. */
  public String state(String nonce) {
    long ends = clock.instant().plus(STATE_LIVES).getEpochSecond();
    return ends + "." + signature(nonce, ends);
  }

  /** Whether a state is one that {@link #state} made for this tenant and nonce, and not too old. */
  public boolean accepts(String state, String nonce) {
    String[] parts = state.split("\\.", 2);
    if (parts.length != 2 || !parts[0].matches("[0-9]{1,11}")) {
      return false;
    }
    long ends = Long.parseLong(parts[0]);
    boolean genuine =
        MessageDigest.isEqual(
            parts[1].getBytes(StandardCharsets.UTF_8),
            signature(nonce, ends).getBytes(StandardCharsets.UTF_8));
    return genuine && clock.instant().getEpochSecond() < ends;
  }

  /**
   * Intuit's consent page.
   *
   * @param redirect where it sends the browser back to, as registered with the app
   */
  public URI authorizeUrl(URI redirect, String state) {
    return URI.create(
        settings.addresses().authorize()
            + "?client_id="
            + encoded(settings.app().clientId())
            + "&response_type=code&scope="
            + encoded(SCOPE)
            + "&redirect_uri="
            + encoded(redirect.toString())
            + "&state="
            + encoded(state));
  }

  /**
   * Changes the code into tokens and keeps them. {@code CONFIG} with {@code LEDGER-RECONNECT} for a
   * code that is used or old, {@code LEDGER-QUICKBOOKS-OTHER-COMPANY} for another company than the
   * connection's, {@code LEDGER-QUICKBOOKS-CLIENT} for a wrong app; {@code TRANSIENT} when Intuit
   * or our store gives no answer.
   *
   * @param redirect the same as in {@link #authorizeUrl}
   */
  public Answer<Connected> exchange(String code, String realmId, URI redirect) {
    boolean other = !settings.realm().isEmpty() && !settings.realm().equals(realmId);
    if (other || !realmId.matches("[0-9]{1,32}")) {
      return new Answer.Failed<>(
          QuickBooksForm.failure(FailureKind.CONFIG, QuickBooksReason.OTHER_COMPANY));
    }
    return switch (endpoint.exchanged(code, redirect)) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token token) -> kept(token, realmId);
    };
  }

  private Answer<Connected> kept(Token token, String realmId) {
    for (int attempt = 0; attempt < TRIES_TO_KEEP; attempt++) {
      try {
        tokens.keep(settings.tokenKey(realmId), token);
        Optional<Secret> renewal = token.renewal();
        return new Answer.Got<>(
            new Connected(
                realmId, renewal.map(RefreshCredential::of).flatMap(RefreshCredential::ends)));
      } catch (RuntimeException storeSilent) {
        continue;
      }
    }
    return new Answer.Failed<>(
        QuickBooksForm.failure(FailureKind.TRANSIENT, QuickBooksReason.NOT_KEPT));
  }

  private String signature(String nonce, long ends) {
    String tenant = settings.tenant().id();
    String content = "connect|%d|%s|%d|%s".formatted(tenant.length(), tenant, ends, nonce);
    return Digests.hmacHex(content, settings.app().clientSecret().reveal());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
