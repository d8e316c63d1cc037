package io.dingledger.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.tenants.DeskFault;
import io.dingledger.local.tenants.StandingDesk;
import io.dingledger.local.tenants.TenantDesk;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.TenantRegistry;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator does with tenants and third-party apps over HTTP. Every request needs the
 * operator's token, those that read too: settings tell a company's systems.
 */
public final class TenantApi implements LoopbackServer.Handler {
  private static final Set<String> WORDS =
      Set.of("settings", "secrets", "suspension", "resumption", "deletion");
  private static final int REFUSED = 409;
  private static final int WRONG = 400;

  private final TenantRegistry tenants;
  private final TenantDesk desk;
  private final StandingDesk standings;
  private final OperatorToken operator;
  private final LoopbackServer.Handler rest;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * The interface.
   *
   * @param rest answers everything else
   */
  public TenantApi(
      TenantRegistry tenants,
      TenantDesk desk,
      StandingDesk standings,
      OperatorToken operator,
      LoopbackServer.Handler rest) {
    this.tenants = tenants;
    this.desk = desk;
    this.standings = standings;
    this.operator = operator;
    this.rest = rest;
  }

  @Override
  public Reply handle(Request request) {
    String[] path = request.path().split("/");
    boolean isList = path.length == 3 && path[2].equals("tenants");
    boolean isTenant = path.length == 5 && path[2].equals("tenants") && WORDS.contains(path[4]);
    boolean isSuite = path.length == 4 && path[2].equals("suites");
    if (!isList && !isTenant && !isSuite) {
      return rest.handle(request);
    }
    if (!operator.isIn(request)) {
      return ApiProblem.OPERATOR_UNKNOWN.reply(request.path());
    }
    try {
      JsonNode body = request.method().equals("POST") ? json.readTree(request.text()) : null;
      return Reply.json(200, answer(request, path, Optional.ofNullable(body)));
    } catch (JsonProcessingException notJson) {
      return Reply.problem(WRONG, request, Reason.of(DeskFault.REQUEST_WRONG, "JSON"));
    } catch (Refusal refusal) {
      return refused(request, refusal);
    }
  }

  private ObjectNode answer(Request request, String[] path, Optional<JsonNode> body) {
    if (path.length == 3) {
      return standings.all();
    }
    String name = QueryString.segment(path[3]);
    if (path.length == 4) {
      return body.map(wish -> desk.putSuite(name, wish)).orElseGet(() -> desk.suite(name));
    }
    return body.isPresent() ? changed(name, path[4], body.get()) : read(name, path[4]);
  }

  private ObjectNode read(String name, String word) {
    return switch (word) {
      case "settings" -> standings.show(known(name));
      case "deletion" -> standings.deletion(perhapsDeleted(name));
      default -> throw new Refusal(DeskFault.REQUEST_WRONG, "POST");
    };
  }

  private ObjectNode changed(String name, String word, JsonNode wish) {
    return switch (word) {
      case "settings" -> desk.put(name, wish);
      case "secrets" -> desk.rotate(known(name), wish);
      case "suspension" -> standings.suspend(known(name).tenant(), wish);
      case "resumption" -> standings.resume(known(name), wish);
      case "deletion" -> standings.delete(perhapsDeleted(name), wish);
      default -> throw new IllegalStateException(word);
    };
  }

  private TenantSettings known(String name) {
    return tenants.all().stream()
        .filter(each -> each.id().equals(name))
        .findFirst()
        .flatMap(tenants::find)
        .orElseThrow(() -> new Refusal(DeskFault.UNKNOWN, name));
  }

  /** One whose deletion was begun is on no list any more. */
  private Tenant perhapsDeleted(String name) {
    if (name.isBlank() || name.length() > Tenant.LONGEST_ID) {
      throw new Refusal(DeskFault.UNKNOWN, name);
    }
    Tenant tenant = Tenant.verified(name);
    return standings.isBuried(tenant) ? tenant : known(name).tenant();
  }

  private static Reply refused(Request request, Refusal refusal) {
    Reason first = refusal.reasons().getFirst();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "urn:dingledger:problem:" + first.code());
    body.put("title", "refused").put("status", REFUSED).put("instance", request.path());
    body.put("code", first.code()).put("zh", first.chinese()).put("en", first.english());
    ArrayNode all = body.putArray("reasons");
    refusal
        .reasons()
        .forEach(
            each ->
                all.addObject()
                    .put("code", each.code())
                    .put("zh", each.chinese())
                    .put("en", each.english()));
    return Reply.json(REFUSED, "application/problem+json", body);
  }
}
