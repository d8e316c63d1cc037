package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.LedgerReason;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Posts JSON, once. The JDK's client repeats no POST unless {@code
 * jdk.httpclient.enableAllMethodRetry} is set, follows no redirect here, and keeps no cookies.
 */
final class KingdeeHttp {
  /** No answer of the services that we call comes near this many bytes. */
  static final int LARGEST_ANSWER = 4 * 1024 * 1024;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration GRACE_FOR_THE_BODY = Duration.ofMillis(500);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final Duration readTimeout;
  private final Clock clock;

  KingdeeHttp(Duration readTimeout, Clock clock) {
    this.readTimeout = readTimeout;
    this.clock = clock;
  }

  /** Posts a body; never throws for what the network or the server does. */
  Exchange post(URI target, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(readTimeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    headers.forEach(request::header);
    return awaited(client.sendAsync(request.build(), answer -> new LimitedBody(LARGEST_ANSWER)));
  }

  /** The client's own time-out ends with the headers; this wait also covers a dripping body. */
  private Exchange awaited(CompletableFuture<HttpResponse<byte[]>> pending) {
    try {
      HttpResponse<byte[]> response =
          pending.get(readTimeout.plus(GRACE_FOR_THE_BODY).toMillis(), TimeUnit.MILLISECONDS);
      String body = new String(response.body(), StandardCharsets.UTF_8);
      return Exchange.Answered.now(response.statusCode(), response.headers(), body, clock);
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
