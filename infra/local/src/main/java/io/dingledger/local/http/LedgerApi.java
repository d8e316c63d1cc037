package io.dingledger.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.MasterData;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.TenantRegistry;
import io.dingledger.post.LedgerSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an operator learns of a tenant's ledger over HTTP: whether the connection is good, and its
 * master data. Both call the ledger and so need the operator's token; neither writes to it.
 */
public final class LedgerApi implements LoopbackServer.Handler {
  private static final String TEST = "test";

  private final TenantRegistry tenants;
  private final LedgerSource ledgers;
  private final OperatorToken operator;
  private final LoopbackServer.Handler rest;

  /**
   * The interface.
   *
   * @param rest answers everything else
   */
  public LedgerApi(
      TenantRegistry tenants,
      LedgerSource ledgers,
      OperatorToken operator,
      LoopbackServer.Handler rest) {
    this.tenants = tenants;
    this.ledgers = ledgers;
    this.operator = operator;
    this.rest = rest;
  }

  @Override
  public Reply handle(Request request) {
    String[] path = request.path().split("/");
    if (path.length != 6 || !path[2].equals("tenants") || !path[4].equals("ledger")) {
      return rest.handle(request);
    }
    Optional<MasterData.Kind> kind = kind(path[5]);
    if (kind.isEmpty() && !path[5].equals(TEST)) {
      return ApiProblem.PATH_UNKNOWN.reply(request.path());
    }
    if (!request.method().equals("POST")) {
      return ApiProblem.METHOD_REFUSED.reply(request.path(), request.method(), "POST");
    }
    if (!operator.isIn(request)) {
      return ApiProblem.OPERATOR_UNKNOWN.reply(request.path());
    }
    String name = QueryString.segment(path[3]);
    return tenants.all().stream()
        .filter(each -> each.id().equals(name))
        .findFirst()
        .map(tenant -> Reply.json(200, answer(tenant, kind)))
        .orElseGet(() -> ApiProblem.TENANT_UNKNOWN.reply(request.path(), name));
  }

  private ObjectNode answer(Tenant tenant, Optional<MasterData.Kind> kind) {
    return switch (ledgers.of(tenant)) {
      case Answer.Failed<LedgerSource.Connected>(Failure failure) ->
          kind.isPresent() ? json(new MasterData.Failed(failure)) : json(unreachable(failure));
      case Answer.Got<LedgerSource.Connected>(LedgerSource.Connected connected) -> {
        Ledger ledger = connected.ledger();
        yield kind.isPresent() ? json(ledger.read(kind.get())) : json(ledger.test());
      }
    };
  }

  private static Checkup unreachable(Failure failure) {
    return new Checkup(
        java.util.List.of(
            new Checkup.Finding(Checkup.Point.REACHABLE, new Checkup.Verdict.Failed(failure))));
  }

  private static ObjectNode json(Checkup checkup) {
    ObjectNode json = object().put("good", checkup.isGood());
    ArrayNode findings = json.putArray("findings");
    for (Checkup.Finding finding : checkup.findings()) {
      ObjectNode each = findings.addObject().put("point", finding.point().name());
      switch (finding.verdict()) {
        case Checkup.Verdict.Good good -> each.put("verdict", "GOOD");
        case Checkup.Verdict.NotTold notTold -> each.put("verdict", "NOT_TOLD");
        case Checkup.Verdict.Failed(Failure failure) ->
            each.put("verdict", "FAILED")
                .put("kind", failure.kind().name())
                .put("code", failure.code())
                .put("detail", failure.detail());
      }
    }
    return json;
  }

  private static ObjectNode json(MasterData data) {
    return switch (data) {
      case MasterData.NotOffered none -> object().put("outcome", "NOT_OFFERED");
      case MasterData.Failed(Failure failure) ->
          object()
              .put("outcome", "FAILED")
              .put("code", failure.code())
              .put("detail", failure.detail());
      case MasterData.Entries(var entries) -> {
        ObjectNode json = object().put("outcome", "ENTRIES");
        ArrayNode rows = json.putArray("entries");
        entries.forEach(
            entry ->
                rows.addObject()
                    .put("code", entry.code())
                    .put("name", entry.name())
                    .put("usable", entry.usable()));
        yield json;
      }
    };
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Optional<MasterData.Kind> kind(String word) {
    return Arrays.stream(MasterData.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
        .findFirst();
  }
}
