package io.dingledger.local.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * {@code GET /api/metrics}: queues, documents that are not at rest, and what the functions
 * measured. Everything else is handed on.
 *
 * @param metrics as they are now
 * @param rest answers everything else
 */
public record MetricsApi(Supplier<ObjectNode> metrics, LoopbackServer.Handler rest)
    implements LoopbackServer.Handler {
  private static final String PATH = "/api/metrics";

  @Override
  public Reply handle(Request request) {
    if (!request.path().equals(PATH)) {
      return rest.handle(request);
    }
    return request.method().equals("GET")
        ? Reply.json(200, metrics.get())
        : ApiProblem.METHOD_REFUSED.reply(PATH, request.method(), "GET");
  }
}
