package io.dingledger.ledgers.http;

import io.dingledger.ledgers.LedgerReason;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends one request, once. The JDK's client repeats no POST unless {@code
 * jdk.httpclient.enableAllMethodRetry} is set, follows no redirect here, and keeps no cookies.
 *
 * <p>A host's addresses are looked at just before the call; the JDK keeps them for 30 seconds, so
 * that the call goes to what was looked at.
 */
public final class LedgerHttp {
  /** No answer of the services that we call comes near this many bytes. */
  public static final int LARGEST_ANSWER = 4 * 1024 * 1024;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration GRACE_FOR_THE_BODY = Duration.ofMillis(500);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final Duration readTimeout;
  private final AddressFilter addresses;
  private final Clock clock;

  /**
   * A client.
   *
   * @param readTimeout how long an answer may take, its body included
   * @param addresses which addresses it may call
   */
  public LedgerHttp(Duration readTimeout, AddressFilter addresses, Clock clock) {
    this.readTimeout = readTimeout;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** How long an answer may take, its body included. */
  public Duration readTimeout() {
    return readTimeout;
  }

  /** Makes one call; never throws for what the network or the server does. */
  public Exchange exchange(HttpCall call) {
    if (!addresses.allows(call.target().getHost())) {
      return new Exchange.NeverLeft(LedgerReason.ADDRESS_FORBIDDEN, call.target().getHost());
    }
    return awaited(client.sendAsync(request(call), answer -> new LimitedBody(LARGEST_ANSWER)));
  }

  private HttpRequest request(HttpCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.target()).timeout(readTimeout).header("Accept", call.accept());
    call.body().ifPresent(body -> request.header("Content-Type", body.contentType()));
    call.headers().forEach(request::header);
    return request
        .method(
            call.method(),
            call.body()
                .map(body -> HttpRequest.BodyPublishers.ofString(body.text(), body.charset()))
                .orElse(HttpRequest.BodyPublishers.noBody()))
        .build();
  }

  /** The client's own time-out ends with the headers; this wait also covers a dripping body. */
  private Exchange awaited(CompletableFuture<HttpResponse<byte[]>> pending) {
    try {
      HttpResponse<byte[]> response =
          pending.get(readTimeout.plus(GRACE_FOR_THE_BODY).toMillis(), TimeUnit.MILLISECONDS);
      return Exchange.Answered.now(
          response.statusCode(), response.headers(), response.body(), clock);
    } catch (ExecutionException failed) {
      return failed(failed.getCause());
    } catch (TimeoutException late) {
      pending.cancel(true);
      return new Exchange.NoAnswer(LedgerReason.NO_ANSWER, "time-out");
    } catch (InterruptedException interrupted) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      return new Exchange.NoAnswer(LedgerReason.NO_ANSWER, "interrupted");
    }
  }

  private static Exchange failed(Throwable cause) {
    if (cause instanceof LimitedBody.TooLarge) {
      return new Exchange.NoAnswer(LedgerReason.TOO_LARGE, Integer.toString(LARGEST_ANSWER));
    }
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return new Exchange.NeverLeft(LedgerReason.NOT_REACHED, cause.getClass().getSimpleName());
    }
    if (cause instanceof SSLHandshakeException) {
      return new Exchange.NeverLeft(
          isAboutCertificates(cause) ? LedgerReason.CERTIFICATE : LedgerReason.NOT_REACHED, "TLS");
    }
    return new Exchange.NoAnswer(
        LedgerReason.NO_ANSWER,
        cause instanceof HttpTimeoutException ? "time-out" : cause.getClass().getSimpleName());
  }

  private static boolean isAboutCertificates(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }
}
