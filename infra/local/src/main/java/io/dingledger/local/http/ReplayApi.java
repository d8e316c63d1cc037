package io.dingledger.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.replay.ReplayDesk;
import io.dingledger.local.replay.ReplayReason;
import io.dingledger.local.replay.SettleDesk;
import io.dingledger.local.replay.SettleDesk.Settled;
import io.dingledger.local.replay.SettleDesk.Word;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.rulebook.LifeCycleReason;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Page;
import io.dingledger.platform.store.TableNotices;
import io.dingledger.platform.store.TenantRegistry;
import io.dingledger.translate.AgainReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has documents tried again, and takes a person's word for vouchers in doubt. Both need the
 * operator's token; without {@code go} nothing is changed, and the ledger is only asked.
 */
public final class ReplayApi implements LoopbackServer.Handler {
  private static final int REFUSED = 409;
  private static final int WRONG = 400;
  private static final int MOST = 100;

  private final Parts parts;
  private final OperatorToken operator;
  private final LoopbackServer.Handler rest;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * The interface.
   *
   * @param rest answers everything else
   */
  public ReplayApi(Parts parts, OperatorToken operator, LoopbackServer.Handler rest) {
    this.parts = parts;
    this.operator = operator;
    this.rest = rest;
  }

  /** What it works with. */
  public record Parts(
      TenantRegistry tenants,
      DocumentStore documents,
      ReplayDesk replays,
      SettleDesk settlements) {}

  @Override
  public Reply handle(Request request) {
    String[] path = request.path().split("/");
    boolean ofTenant = path.length >= 5 && path[2].equals("tenants");
    boolean isReplay = ofTenant && path.length == 5 && path[4].equals("replay");
    boolean isSettlement =
        ofTenant && path.length == 7 && path[4].equals("documents") && path[6].equals("settle");
    if (!isReplay && !isSettlement) {
      return rest.handle(request);
    }
    if (!request.method().equals("POST")) {
      return ApiProblem.METHOD_REFUSED.reply(request.path(), request.method(), "POST");
    }
    if (!operator.isIn(request)) {
      return ApiProblem.OPERATOR_UNKNOWN.reply(request.path());
    }
    String name = QueryString.segment(path[3]);
    Optional<Tenant> tenant =
        parts.tenants().all().stream().filter(each -> each.id().equals(name)).findFirst();
    if (tenant.isEmpty()) {
      return ApiProblem.TENANT_UNKNOWN.reply(request.path(), name);
    }
    try {
      JsonNode body = json.readTree(request.text());
      if (!body.isObject()) {
        return wrong(request, "JSON");
      }
      return isReplay
          ? replayed(tenant.get(), request, body)
          : settled(tenant.get(), QueryString.segment(path[5]), request, body);
    } catch (JsonProcessingException notJson) {
      return wrong(request, "JSON");
    }
  }

  private Reply replayed(Tenant tenant, Request request, JsonNode body) {
    boolean go = body.path("go").asBoolean();
    Optional<Signer> by = Signer.of(body.path("by").asText());
    if (go && by.isEmpty()) {
      return Reply.problem(WRONG, request, Reason.of(LifeCycleReason.SIGNER_UNUSABLE));
    }
    Selection selection;
    try {
      selection = selection(tenant, body);
    } catch (IllegalArgumentException wrong) {
      return wrong(request, wrong.getMessage());
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode documents = answer.putArray("documents");
    selection
        .unknown()
        .forEach(id -> documents.add(ReplayJson.refused(id, Reason.of(AgainReason.UNKNOWN, id))));
    int done = 0;
    for (DocumentRecord record : selection.records()) {
      if (!go) {
        documents.add(ReplayJson.forecast(parts.replays().forecast(record)));
        continue;
      }
      Optional<Reason> refusal = parts.replays().replay(record, by.orElseThrow());
      done += refusal.isEmpty() ? 1 : 0;
      documents.add(
          refusal
              .map(why -> ReplayJson.refused(record.id().value(), why))
              .orElseGet(() -> ReplayJson.due(record)));
    }
    if (done > 0) {
      parts.replays().sweep();
    }
    answer.put("replayed", done);
    selection.cursor().ifPresent(cursor -> answer.put("cursor", cursor));
    return Reply.json(200, answer);
  }

  private record Selection(
      List<DocumentRecord> records, List<String> unknown, Optional<String> cursor) {}

  /** One page at most, as the store gives it. */
  private Selection selection(Tenant tenant, JsonNode body) {
    if (body.path("documents").isArray()) {
      return named(tenant, body.path("documents"));
    }
    DocumentState state;
    Optional<Instant> since;
    try {
      state = DocumentState.valueOf(body.path("state").asText());
      since =
          Optional.of(body.path("since").asText())
              .filter(text -> !text.isEmpty())
              .map(Instant::parse);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new IllegalArgumentException("documents, state, since", wrong);
    }
    int limit = body.path("limit").asInt(MOST);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit");
    }
    Optional<String> cursor =
        Optional.of(body.path("cursor").asText()).filter(text -> !text.isEmpty());
    Page<DocumentRecord> page = parts.documents().list(tenant, Optional.of(state), cursor, limit);
    List<DocumentRecord> meant =
        page.items().stream()
            .filter(record -> !record.kind().equals(TableNotices.KIND))
            .filter(record -> since.filter(record.updatedAt()::isBefore).isEmpty())
            .toList();
    return new Selection(meant, List.of(), page.cursor());
  }

  private Selection named(Tenant tenant, JsonNode names) {
    if (names.isEmpty() || names.size() > MOST) {
      throw new IllegalArgumentException("documents: 1 … " + MOST);
    }
    List<DocumentRecord> found = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (JsonNode name : names) {
      Optional<DocumentRecord> record = document(tenant, name.asText());
      record.ifPresentOrElse(found::add, () -> unknown.add(name.asText()));
    }
    return new Selection(found, unknown, Optional.empty());
  }

  private Optional<DocumentRecord> document(Tenant tenant, String id) {
    return id.isBlank() || id.length() > DocumentId.LONGEST
        ? Optional.empty()
        : parts.replays().document(tenant, new DocumentId(id));
  }

  private Reply settled(Tenant tenant, String id, Request request, JsonNode body) {
    Optional<Signer> by = Signer.of(body.path("by").asText());
    if (by.isEmpty()) {
      return Reply.problem(WRONG, request, Reason.of(LifeCycleReason.SIGNER_UNUSABLE));
    }
    Optional<Word> word = word(body);
    if (word.isEmpty()) {
      return wrong(request, "outcome, id, number");
    }
    Optional<DocumentRecord> record = document(tenant, id);
    if (record.isEmpty()) {
      return Reply.problem(404, request, Reason.of(AgainReason.UNKNOWN, id));
    }
    Optional<String> key = Optional.of(body.path("key").asText()).filter(text -> !text.isEmpty());
    return switch (parts.settlements().settle(record.get(), key, word.get(), by.get())) {
      case Settled.Refused(Reason reason) -> Reply.problem(REFUSED, request, reason);
      case Settled.Done done -> {
        if (word.get() instanceof Word.Absent) {
          parts.replays().sweep();
        }
        yield Reply.json(200, ReplayJson.settled(done));
      }
    };
  }

  private static Optional<Word> word(JsonNode body) {
    String id = body.path("id").asText().strip();
    String number = body.path("number").asText().strip();
    return switch (body.path("outcome").asText()) {
      case "absent" -> Optional.of(new Word.Absent());
      case "there" ->
          id.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Word.There(new LedgerReference(id, number.isEmpty() ? id : number)));
      default -> Optional.empty();
    };
  }

  private static Reply wrong(Request request, String what) {
    return Reply.problem(WRONG, request, Reason.of(ReplayReason.REQUEST_WRONG, what));
  }
}
