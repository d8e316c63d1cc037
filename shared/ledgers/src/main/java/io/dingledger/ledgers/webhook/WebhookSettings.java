package io.dingledger.ledgers.webhook;

import io.dingledger.ledgers.SettingValues;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A checked connection. It never prints its addresses, since an address may be all that a receiver
 * asks for by way of a credential.
 *
 * @param url where vouchers go
 * @param lookupUrl where they are asked for; empty when the receiver can't be asked
 * @param secrets what each message is signed with, the newest first
 * @param mostBytes the largest body
 * @param readTimeout how long an answer may take
 */
record WebhookSettings(
    URI url, Optional<URI> lookupUrl, List<Secret> secrets, int mostBytes, Duration readTimeout) {
  static WebhookSettings of(LedgerConnection connection) {
    SettingValues values = SettingValues.of(connection, WebhookForm.description());
    return new WebhookSettings(
        URI.create(values.secret("url").reveal().strip()),
        Optional.of(values.secret("lookupUrl").reveal().strip())
            .filter(url -> !url.isEmpty())
            .map(URI::create),
        Stream.of("secret", "previousSecret")
            .map(key -> Secret.of(values.secret(key).reveal().strip()))
            .filter(secret -> !secret.reveal().isEmpty())
            .toList(),
        values.number("mostBytes"),
        Duration.ofSeconds(values.number("readTimeoutSeconds")));
  }

  @Override
  public String toString() {
    return "WebhookSettings[" + (lookupUrl.isPresent() ? "with" : "without") + " look-up]";
  }
}
