package io.dingledger.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Page;
import io.dingledger.platform.store.TenantRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The interface to documents, their vouchers and pay items, described in {@code
 * docs/api.openapi.yaml}. Whoever reaches it may read everything, so it must stay on the loopback
 * interface; what changes something needs the operator's token.
 */
public final class ReadApi implements LoopbackServer.Handler {
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST_LIMIT = 100;
  private static final String STATES =
      Arrays.stream(DocumentState.values()).map(Enum::name).collect(Collectors.joining(", "));

  private final TenantRegistry tenants;
  private final DocumentStore documents;
  private final PayApi pay;

  /** Reads from these. */
  public ReadApi(TenantRegistry tenants, DocumentStore documents, PayApi pay) {
    this.tenants = tenants;
    this.documents = documents;
    this.pay = pay;
  }

  /** Answers a request below {@code /api/}. */
  @Override
  public Reply handle(Request request) {
    String[] parts = request.path().split("/");
    if (parts.length >= 5 && parts[2].equals("tenants") && parts[4].equals(PayApi.PERIODS)) {
      List<String> rest = Arrays.stream(parts).skip(5).map(QueryString::segment).toList();
      return ofTenant(parts[3], request, tenant -> pay.handle(tenant, rest, request));
    }
    boolean known =
        (parts.length == 5 || parts.length == 6)
            && parts[2].equals("tenants")
            && parts[4].equals("documents");
    if (!known) {
      return ApiProblem.PATH_UNKNOWN.reply(request.path());
    }
    if (!request.method().equals("GET")) {
      return ApiProblem.METHOD_REFUSED.reply(request.path(), request.method(), "GET");
    }
    return ofTenant(
        parts[3],
        request,
        tenant ->
            parts.length == 5
                ? list(tenant, request)
                : detail(tenant, QueryString.segment(parts[5]), request));
  }

  private Reply ofTenant(String segment, Request request, Function<Tenant, Reply> answer) {
    String name = QueryString.segment(segment);
    return tenants.all().stream()
        .filter(tenant -> tenant.id().equals(name))
        .findFirst()
        .map(answer)
        .orElseGet(() -> ApiProblem.TENANT_UNKNOWN.reply(request.path(), name));
  }

  private Reply list(Tenant tenant, Request request) {
    Map<String, String> parameters = request.parameters();
    Optional<String> wanted = given(parameters, "state");
    Optional<DocumentState> state = wanted.flatMap(ReadApi::state);
    if (wanted.isPresent() && state.isEmpty()) {
      return ApiProblem.STATE_UNKNOWN.reply(request.path(), wanted.get(), STATES);
    }
    Optional<Integer> limit = limit(given(parameters, "limit"));
    if (limit.isEmpty()) {
      return ApiProblem.LIMIT_REFUSED.reply(request.path());
    }
    try {
      return Reply.json(
          200, page(documents.list(tenant, state, given(parameters, "cursor"), limit.get())));
    } catch (IllegalArgumentException notOurs) {
      return ApiProblem.CURSOR_UNKNOWN.reply(request.path());
    }
  }

  private static ObjectNode page(Page<DocumentRecord> page) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode items = body.putArray("documents");
    page.items().forEach(record -> items.add(DocumentJson.summary(record)));
    page.cursor().ifPresent(cursor -> body.put("cursor", cursor));
    return body;
  }

  private Reply detail(Tenant tenant, String id, Request request) {
    Optional<DocumentRecord> found =
        id.isBlank() || id.length() > DocumentId.LONGEST
            ? Optional.empty()
            : documents.find(tenant, new DocumentId(id));
    return found
        .map(
            record -> {
              ObjectNode body =
                  DocumentJson.detail(
                      record, vouchers(record), documents.typed(tenant, record.id()));
              body.set("payItems", pay.itemsOf(record));
              return Reply.json(200, body);
            })
        .orElseGet(() -> ApiProblem.DOCUMENT_UNKNOWN.reply(request.path(), id));
  }

  private List<Voucher> vouchers(DocumentRecord record) {
    return record.postings().stream()
        .flatMap(posting -> documents.voucher(record.tenant(), record.id(), posting.key()).stream())
        .toList();
  }

  private static Optional<String> given(Map<String, String> parameters, String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  private static Optional<DocumentState> state(String name) {
    return Arrays.stream(DocumentState.values())
        .filter(state -> state.name().equals(name))
        .findFirst();
  }

  private static Optional<Integer> limit(Optional<String> given) {
    try {
      int limit = given.map(Integer::parseInt).orElse(DEFAULT_LIMIT);
      return limit >= 1 && limit <= LARGEST_LIMIT ? Optional.of(limit) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
