package io.dingledger.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.file.FileFormat;
import io.dingledger.local.exports.ExportDesk;
import io.dingledger.local.exports.ExportFault;
import io.dingledger.model.access.ExportList.Batch;
import io.dingledger.model.access.ExportList.Taking;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.rulebook.LifeCycleReason;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.TenantRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Vouchers that leave as files, over HTTP: the list, the next batch, a batch's file. Making a batch
 * and taking a file need the operator's token, for both are noted.
 */
public final class ExportApi implements LoopbackServer.Handler {
  private static final String EXPORTS = "exports";
  private static final int USUAL_BATCH = 1000;
  private static final int LARGEST_NUMBER = 999_999;

  private final TenantRegistry tenants;
  private final ExportDesk desk;
  private final OperatorToken operator;
  private final LoopbackServer.Handler rest;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * The interface.
   *
   * @param rest answers everything else
   */
  public ExportApi(
      TenantRegistry tenants,
      ExportDesk desk,
      OperatorToken operator,
      LoopbackServer.Handler rest) {
    this.tenants = tenants;
    this.desk = desk;
    this.operator = operator;
    this.rest = rest;
  }

  @Override
  public Reply handle(Request request) {
    String[] path = request.path().split("/");
    boolean isOurs =
        path.length >= 5
            && path.length <= 7
            && path[2].equals("tenants")
            && path[4].equals(EXPORTS)
            && (path.length < 7 || path[6].equals("file"));
    if (!isOurs) {
      return rest.handle(request);
    }
    String name = QueryString.segment(path[3]);
    return tenants.all().stream()
        .filter(each -> each.id().equals(name))
        .findFirst()
        .flatMap(tenants::find)
        .map(tenant -> answer(tenant, path, request))
        .orElseGet(() -> ApiProblem.TENANT_UNKNOWN.reply(request.path(), name));
  }

  private Reply answer(TenantSettings tenant, String[] path, Request request) {
    boolean isReading = request.method().equals("GET");
    if (path.length == 5 && isReading) {
      return Reply.json(200, json(desk.overview(tenant.tenant())));
    }
    if (path.length == 5) {
      return request.method().equals("POST")
          ? signed(request, () -> next(tenant.tenant(), request))
          : ApiProblem.METHOD_REFUSED.reply(request.path(), request.method(), "GET, POST");
    }
    if (!isReading) {
      return ApiProblem.METHOD_REFUSED.reply(request.path(), request.method(), "GET");
    }
    Optional<Batch> batch =
        number(path[5], Integer.MAX_VALUE).flatMap(each -> desk.batch(tenant.tenant(), each));
    if (batch.isEmpty()) {
      Reason unknown = Reason.of(ExportFault.BATCH_UNKNOWN, QueryString.segment(path[5]));
      return Reply.problem(404, request, unknown);
    }
    return path.length == 6
        ? Reply.json(200, json(batch.get()))
        : signed(request, () -> file(tenant, batch.get().number(), request));
  }

  private interface Answering {
    Reply reply();
  }

  private Reply signed(Request request, Answering answering) {
    return operator.isIn(request)
        ? answering.reply()
        : ApiProblem.OPERATOR_UNKNOWN.reply(request.path());
  }

  private Reply next(Tenant tenant, Request request) {
    JsonNode body = body(request);
    Optional<Signer> by = Signer.of(body.path("by").asText());
    if (by.isEmpty()) {
      return Reply.problem(400, request, Reason.of(LifeCycleReason.SIGNER_UNUSABLE));
    }
    Optional<Integer> limit =
        number(
            body.path("limit").asText(Integer.toString(USUAL_BATCH)), ExportDesk.MOST_IN_A_BATCH);
    if (limit.isEmpty()) {
      return Reply.problem(400, request, Reason.of(ExportFault.NUMBER_WRONG, "limit"));
    }
    return desk.next(tenant, by.get(), limit.get())
        .map(batch -> Reply.json(201, json(batch)))
        .orElseGet(() -> Reply.problem(409, request, Reason.of(ExportFault.NONE_WAITS)));
  }

  private Reply file(TenantSettings tenant, int batch, Request request) {
    Map<String, String> given = request.parameters();
    Optional<Signer> by = Signer.of(given.getOrDefault("by", ""));
    if (by.isEmpty()) {
      return Reply.problem(400, request, Reason.of(LifeCycleReason.SIGNER_UNUSABLE));
    }
    String word = given.getOrDefault("format", "");
    Optional<FileFormat> format = FileFormat.of(word);
    if (!word.isEmpty() && format.isEmpty()) {
      Reason unknown = Reason.of(ExportFault.FORMAT_UNKNOWN, word, FileFormat.words());
      return Reply.problem(400, request, unknown);
    }
    String first = given.getOrDefault("numberFrom", "");
    Optional<Integer> numberFrom = number(first, LARGEST_NUMBER);
    if (!first.isEmpty() && numberFrom.isEmpty()) {
      return Reply.problem(400, request, Reason.of(ExportFault.NUMBER_WRONG, "numberFrom"));
    }
    return switch (desk.take(tenant, batch, by.get(), format, numberFrom)) {
      case ExportDesk.Taken.Refused(Reason reason) -> Reply.problem(409, request, reason);
      case ExportDesk.Taken.File(var file, int copy) ->
          new Reply(
              200,
              Map.of(
                  "Content-Type",
                  file.contentType(),
                  "Content-Disposition",
                  "attachment; filename*=UTF-8''"
                      + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"),
                  "X-DingLedger-Copy",
                  Integer.toString(copy)),
              file.content());
    };
  }

  /** What is no JSON object has no fields. */
  private JsonNode body(Request request) {
    try {
      return json.readTree(request.text());
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private static Optional<Integer> number(String text, int most) {
    try {
      int number = Integer.parseInt(text);
      return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static ObjectNode json(ExportDesk.Overview overview) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("waiting", overview.waiting());
    ArrayNode batches = body.putArray("batches");
    overview.batches().forEach(batch -> batches.add(summary(batch)));
    return body;
  }

  private static ObjectNode json(Batch batch) {
    ObjectNode body = summary(batch);
    ArrayNode keys = body.putArray("keys");
    batch.keys().forEach(key -> keys.add(key.value()));
    return body;
  }

  private static ObjectNode summary(Batch batch) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", batch.number())
            .put("by", batch.by())
            .put("at", batch.at().toString())
            .put("vouchers", batch.keys().size());
    ArrayNode takings = body.putArray("takings");
    for (Taking taking : batch.takings()) {
      takings
          .addObject()
          .put("copy", takings.size())
          .put("by", taking.by())
          .put("format", taking.format())
          .put("at", taking.at().toString());
    }
    return body;
  }
}
