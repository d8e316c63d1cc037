package io.dingledger.platform.store;

import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.tenant.Secret;
import io.dingledger.platform.secret.SecretBox;
import io.dingledger.platform.secret.SecretRefused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Access tokens in a {@link Table}, sealed for their tenant and place, so that one that was moved
 * does not open. A token that does not open counts as none: the next one can be fetched.
 *
 * <p>Every method throws {@link StoreUnreachable} when the table gives no answer, {@link
 * StoreRefused} for an item that nobody can read, and {@code KeysUnreachable} when the keys can't
 * be had.
 */
public final class TableAccessTokenStore implements AccessTokenStore {
  private static final String TOKEN = "token";
  private static final String RENEW_AT = "renewAt";
  private static final String EXPIRES_AT = "expiresAt";
  private static final String RENEWAL = "renewal";
  private static final String FETCHED_UNTIL = "fetchedUntil";

  /**
   * A token that nobody has renewed for so long after its end belongs to nobody any more. One with
   * a right to be renewed never goes by itself: that right lives longer than the token, and without
   * it a person would have to sign in again.
   */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Table table;
  private final SecretBox box;
  private final Clock clock;

  /** A store over this table. */
  public TableAccessTokenStore(Table table, SecretBox box, Clock clock) {
    this.table = table;
    this.box = box;
    this.clock = clock;
  }

  @Override
  public Optional<Kept> find(TokenKey key) {
    return table.get(Keys.token(key)).map(item -> kept(key, item));
  }

  /** {@inheritDoc} Nobody gets it while another's right runs, whatever they have seen. */
  @Override
  public boolean claim(TokenKey key, Optional<Kept> seen, Instant until) {
    Key place = Keys.token(key);
    Optional<Item> there = table.get(place);
    boolean asSeen = there.map(item -> item.whole(Item.VERSION)).equals(seen.map(Kept::revision));
    boolean taken =
        there
            .flatMap(item -> at(item, FETCHED_UNTIL))
            .filter(end -> clock.instant().isBefore(end))
            .isPresent();
    if (!asSeen || taken) {
      return false;
    }
    Item next = there.orElse(Item.at(place)).with(FETCHED_UNTIL, until.toString());
    return Revision.put(table, there, next);
  }

  @Override
  public void keep(TokenKey key, Token token) {
    Key place = Keys.token(key);
    Item fresh =
        Item.at(place)
            .with(TOKEN, box.seal(key.tenant(), name(place), token.value()))
            .with(RENEW_AT, token.renewAt().toString())
            .with(EXPIRES_AT, token.expiresAt().toString());
    Item kept =
        token
            .renewal()
            .map(secret -> fresh.with(RENEWAL, box.seal(key.tenant(), renewalName(place), secret)))
            .orElse(fresh.goneAfter(token.expiresAt().plus(KEPT)));
    Revision.of(table, place, there -> Optional.of(kept));
  }

  @Override
  public void giveUp(TokenKey key) {
    Revision.of(
        table,
        Keys.token(key),
        there ->
            there
                .filter(item -> item.text(FETCHED_UNTIL).isPresent())
                .map(item -> item.without(FETCHED_UNTIL)));
  }

  @Override
  public void drop(TokenKey key, Secret refused) {
    Revision.of(
        table,
        Keys.token(key),
        there ->
            there
                .filter(
                    item -> token(key, item).map(Token::value).filter(refused::equals).isPresent())
                .map(item -> item.without(TOKEN).without(RENEW_AT).without(EXPIRES_AT)));
  }

  private Kept kept(TokenKey key, Item item) {
    return new Kept(
        token(key, item), renewal(key, item), at(item, FETCHED_UNTIL), item.whole(Item.VERSION));
  }

  private Optional<Secret> renewal(TokenKey key, Item item) {
    return item.text(RENEWAL).flatMap(text -> opened(key, renewalName(item.key()), text));
  }

  private Optional<Secret> opened(TokenKey key, String name, String text) {
    try {
      return Optional.of(box.open(key.tenant(), name, text));
    } catch (SecretRefused doesNotOpen) {
      return Optional.empty();
    }
  }

  private Optional<Token> token(TokenKey key, Item item) {
    Optional<String> sealed = item.text(TOKEN);
    Optional<Instant> renewAt = at(item, RENEW_AT);
    Optional<Instant> expiresAt = at(item, EXPIRES_AT);
    if (sealed.isEmpty() || renewAt.isEmpty() || expiresAt.isEmpty()) {
      return Optional.empty();
    }
    return opened(key, name(item.key()), sealed.get())
        .map(secret -> new Token(secret, renewAt.get(), expiresAt.get(), renewal(key, item)));
  }

  private static String renewalName(Key place) {
    return "accessToken.renewal." + place.sort();
  }

  private static String name(Key place) {
    return "dingtalk.accessToken." + place.sort();
  }

  private static Optional<Instant> at(Item item, String attribute) {
    try {
      return item.text(attribute).map(Instant::parse);
    } catch (DateTimeException wrong) {
      throw StoredText.damaged(item.key());
    }
  }
}
