package io.dingledger.runtime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.TreeMap;

/** A function in a process of its own that does what its events say; for the tests. */
final class EchoFunction {
  private static final String API =
      "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private EchoFunction() {}

  public static void main(String[] arguments) throws Exception {
    if (System.getenv().containsKey("FAIL_AT_START")) {
      post("init/error", "{\"errorType\":\"NoTable\"}");
      return;
    }
    while (true) {
      HttpResponse<String> next =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(API + "invocation/next")).build(),
              BodyHandlers.ofString());
      String id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
      String base = "invocation/" + id;
      switch (next.body()) {
        case "\"crash\"" -> System.exit(7);
        case "\"sleep\"" -> Thread.sleep(60_000);
        case "\"error\"" -> post(base + "/error", "{\"errorType\":\"Broken\"}");
        case "\"environment\"" ->
            post(base + "/response", new TreeMap<>(System.getenv()).toString());
        case "\"headers\"" -> post(base + "/response", next.headers().map().toString());
        default -> post(base + "/response", next.body());
      }
    }
  }

  private static void post(String path, String body) throws IOException, InterruptedException {
    HTTP.send(
        HttpRequest.newBuilder(URI.create(API + path))
            .header("Lambda-Runtime-Function-Error-Type", "Test.Broken")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
