package io.dingledger.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dingledger.local.rulebook.RuleBookDesk;
import io.dingledger.local.rulebook.RuleBookFault;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.LifeCycleReason;
import io.dingledger.model.rulebook.RuleBookVersion;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.TenantRegistry;
import io.dingledger.translate.AgainReason;
import io.dingledger.translate.Previews;
import io.dingledger.translate.Retranslation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an operator reads and changes over HTTP: the life of rule books, and documents to be
 * processed again. What changes something needs the operator's token; everything else is handed on.
 */
public final class OperatorApi implements LoopbackServer.Handler {
  private static final String RULE_BOOKS = "rule-books";
  private static final int REFUSED = 409;
  private static final int WRONG = 400;

  private final Parts parts;
  private final OperatorToken operator;
  private final LoopbackServer.Handler rest;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * The interface.
   *
   * @param rest answers everything else
   */
  public OperatorApi(Parts parts, OperatorToken operator, LoopbackServer.Handler rest) {
    this.parts = parts;
    this.operator = operator;
    this.rest = rest;
  }

  /**
   * What it works with.
   *
   * @param previews says what would become of a document
   * @param events the queue to translate
   */
  public record Parts(
      TenantRegistry tenants,
      DocumentStore documents,
      RuleBookDesk desk,
      Previews previews,
      MessageQueue<TranslateWork> events) {}

  @Override
  public Reply handle(Request request) {
    String[] path = request.path().split("/");
    boolean ofTenant = path.length >= 5 && path[2].equals("tenants");
    boolean isBook = ofTenant && path[4].equals(RULE_BOOKS) && path.length <= 7;
    boolean isAgain =
        ofTenant && path.length == 7 && path[4].equals("documents") && path[6].equals("again");
    if (!isBook && !isAgain) {
      return rest.handle(request);
    }
    String name = QueryString.segment(path[3]);
    Optional<TenantSettings> tenant =
        parts.tenants().all().stream()
            .filter(each -> each.id().equals(name))
            .findFirst()
            .flatMap(parts.tenants()::find);
    if (tenant.isEmpty()) {
      return ApiProblem.TENANT_UNKNOWN.reply(request.path(), name);
    }
    return isAgain
        ? written(request, "POST", body -> again(tenant.get(), path[5], request, body))
        : books(tenant.get(), path, request);
  }

  private interface Writing {
    Reply of(JsonNode body);
  }

  private Reply books(TenantSettings tenant, String[] path, Request request) {
    boolean isReading = path.length < 7 && request.method().equals("GET");
    if (isReading) {
      return path.length == 5
          ? Reply.json(
              200,
              RuleBookJson.list(
                  parts.desk().all(tenant.tenant()), parts.desk().shelf(tenant.tenant())))
          : version(tenant.tenant(), QueryString.segment(path[5]), request);
    }
    if (path.length == 6) {
      return ApiProblem.METHOD_REFUSED.reply(request.path(), request.method(), "GET");
    }
    return written(request, "POST", body -> step(tenant, path, request, body));
  }

  private Reply version(Tenant tenant, String version, Request request) {
    return parts
        .desk()
        .find(tenant, version)
        .map(
            found ->
                Reply.json(200, RuleBookJson.detail(found, parts.desk().text(tenant, version))))
        .orElseGet(
            () -> Reply.problem(404, request, Reason.of(LifeCycleReason.VERSION_UNKNOWN, version)));
  }

  /** A page of another site can send forms, but neither this header nor read the token's file. */
  private Reply written(Request request, String method, Writing writing) {
    if (!request.method().equals(method)) {
      return ApiProblem.METHOD_REFUSED.reply(request.path(), request.method(), method);
    }
    if (!operator.isIn(request)) {
      return ApiProblem.OPERATOR_UNKNOWN.reply(request.path());
    }
    try {
      JsonNode body = json.readTree(request.text());
      return body.isObject() ? writing.of(body) : wrong(request, "JSON");
    } catch (JsonProcessingException notJson) {
      return wrong(request, "JSON");
    }
  }

  private Reply step(TenantSettings tenant, String[] path, Request request, JsonNode body) {
    Optional<Signer> by = Signer.of(body.path("by").asText());
    if (by.isEmpty()) {
      return Reply.problem(WRONG, request, Reason.of(LifeCycleReason.SIGNER_UNUSABLE));
    }
    if (path.length == 5) {
      return body.path("text").isTextual()
          ? answer(
              request, parts.desk().draft(tenant.tenant(), body.get("text").asText(), by.get()))
          : wrong(request, "text");
    }
    String version = QueryString.segment(path[5]);
    RuleBookDesk desk = parts.desk();
    return switch (path[6]) {
      case "simulation" -> answer(request, desk.simulate(tenant, version, by.get()));
      case "approval" ->
          answer(
              request,
              desk.approve(tenant.tenant(), version, by.get(), body.path("report").asText()));
      case "activation" -> activated(tenant.tenant(), version, by.get(), request, body);
      case "withdrawal" -> answer(request, desk.withdraw(tenant.tenant(), version, by.get()));
      default -> ApiProblem.PATH_UNKNOWN.reply(request.path());
    };
  }

  private Reply activated(
      Tenant tenant, String version, Signer by, Request request, JsonNode body) {
    try {
      LocalDate from = LocalDate.parse(body.path("from").asText());
      return answer(request, parts.desk().activate(tenant, version, by, from));
    } catch (DateTimeException none) {
      return wrong(request, "from");
    }
  }

  private Reply again(TenantSettings tenant, String segment, Request request, JsonNode body) {
    String id = QueryString.segment(segment);
    Optional<DocumentRecord> record =
        id.isBlank() || id.length() > DocumentId.LONGEST
            ? Optional.empty()
            : parts.documents().find(tenant.tenant(), new DocumentId(id));
    if (record.isEmpty()) {
      return Reply.problem(404, request, Reason.of(AgainReason.UNKNOWN, id));
    }
    if (body.path("preview").asBoolean()) {
      return switch (parts.previews().of(tenant.tenant(), record.get().id())) {
        case Previews.Preview.None(Reason reason) -> Reply.problem(REFUSED, request, reason);
        case Previews.Preview.Would would -> Reply.json(200, RuleBookJson.preview(would));
      };
    }
    Optional<Signer> by = Signer.of(body.path("by").asText());
    if (by.isEmpty()) {
      return Reply.problem(WRONG, request, Reason.of(LifeCycleReason.SIGNER_UNUSABLE));
    }
    Optional<Reason> refusal = Retranslation.refusal(record.get());
    if (refusal.isPresent()) {
      return Reply.problem(REFUSED, request, refusal.get());
    }
    parts
        .events()
        .send(new TranslateWork.Retranslate(tenant.tenant(), record.get().id(), by.get()));
    return Reply.json(202, JsonNodeFactory.instance.objectNode().put("document", id));
  }

  private static Reply answer(Request request, LifeCycle.Outcome outcome) {
    return switch (outcome) {
      case LifeCycle.Outcome.Refused(Reason reason) -> Reply.problem(REFUSED, request, reason);
      case LifeCycle.Outcome.Taken(RuleBookVersion version) ->
          Reply.json(200, RuleBookJson.detail(version, Optional.empty()));
    };
  }

  private static Reply wrong(Request request, String what) {
    return Reply.problem(WRONG, request, Reason.of(RuleBookFault.REQUEST_WRONG, what));
  }
}
