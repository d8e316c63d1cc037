package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls the sandbox as any client does. */
final class SandboxClient {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final SandboxDingTalk sandbox;

  SandboxClient(SandboxDingTalk sandbox) {
    this.sandbox = sandbox;
  }

  /**
   * An answer.
   *
   * @param status the status of HTTP
   * @param json the body
   */
  record Answer(int status, JsonNode json) {
    String code() {
      return json.path("code").asText();
    }

    String subCode() {
      return json.path("sub_code").asText();
    }

    int errcode() {
      return json.path("errcode").asInt(-1);
    }

    JsonNode result() {
      return json.path("result");
    }
  }

  /** The token of the company's own app. */
  String token() throws IOException, InterruptedException {
    return post(
            Api.ACCESS_TOKEN.path(), "", "{\"appKey\":\"dingapp1\",\"appSecret\":\"app-secret\"}")
        .json()
        .path("accessToken")
        .asText();
  }

  /** A call of the new API. */
  Answer get(String path, String token) throws IOException, InterruptedException {
    return send(request(path, token).GET().build());
  }

  /** A call of the new API with a body. */
  Answer post(String path, String token, String body) throws IOException, InterruptedException {
    return send(request(path, token).POST(BodyPublishers.ofString(body)).build());
  }

  /** A call of the old API. */
  Answer old(Api api, String token, String body) throws IOException, InterruptedException {
    String path = api.path() + "?access_token=" + token;
    return api == Api.FAILED_PUSHES ? get(path, "") : post(path, "", body);
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(sandbox.base().resolve(path));
    return token.isEmpty() ? request : request.header("x-acs-dingtalk-access-token", token);
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), MAPPER.readTree(response.body()));
  }
}
