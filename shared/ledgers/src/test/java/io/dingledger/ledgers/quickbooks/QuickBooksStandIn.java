package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.quickbooks.StandInCompany.Refused;
import java.net.URI;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A stand-in for QuickBooks Online on 127.0.0.1: token endpoint with rolling refresh tokens, a part
 * of the query language, creation with {@code requestid}, refusals with Intuit's codes. It shares
 * no code with the adapter. The words of its refusals are ours where Intuit's are not known.
 */
public final class QuickBooksStandIn implements AutoCloseable {
  /** The id of its only company. */
  public static final String REALM = "4620816365001";

  private static final String COMPANY = "/v3/company/" + REALM + "/";
  private static final Map<String, String> KINDS =
      Map.of("journalentry", "JournalEntry", "bill", "Bill", "purchase", "Purchase");

  private final StandInCompany company = new StandInCompany();
  private final StandInTokenDesk desk;
  private final List<Call> calls = new ArrayList<>();
  private final AtomicReference<Optional<Reply>> nextAnswer =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Reply>> nextCreation =
      new AtomicReference<>(Optional.empty());
  private final AtomicInteger traces = new AtomicInteger();
  private final StandInServer server;

  private QuickBooksStandIn(Clock clock) {
    desk = new StandInTokenDesk(clock);
    server = StandInServer.start(new Desk());
  }

  /** Starts one on a free port. */
  public static QuickBooksStandIn start() {
    return start(Clock.systemUTC());
  }

  static QuickBooksStandIn start(Clock clock) {
    return new QuickBooksStandIn(clock);
  }

  /** Its address. */
  public URI address() {
    return server.address();
  }

  /** The settings of a connection to it. */
  public Map<String, String> settings() {
    return Map.of(
        "realmId",
        REALM,
        "clientId",
        StandInTokenDesk.CLIENT,
        "environment",
        "sandbox",
        "apiUrl",
        address().toString(),
        "tokenUrl",
        address() + "/oauth2/v1/tokens/bearer");
  }

  /** The secrets that go with {@link #settings}, in clear: they are invented. */
  public Map<String, String> secrets() {
    return Map.of(
        "clientSecret", StandInTokenDesk.SECRET, "refreshToken", StandInTokenDesk.FIRST_REFRESH);
  }

  /** How many transactions have this number, in its own books. */
  public int countWithKey(String key) {
    return company.withNumber(key).size();
  }

  /** The next request of this kind has this trouble. */
  public void next(Request request, Trouble trouble) {
    server.next(request, trouble);
  }

  /** How many requests of this kind have arrived. */
  public int requests(Request request) {
    return server.requests(request);
  }

  /** How many requests of any kind have arrived, those for tokens among them. */
  public int arrived() {
    return server.arrived();
  }

  /** Closes the books up to the end of a month. */
  public void close(YearMonth period) {
    company.closeUntil(period.atEndOfMonth());
  }

  /** Books the journal entry with this number once more, as a person could. */
  public void bookAgain(String key) {
    company.copy(key);
  }

  StandInCompany company() {
    return company;
  }

  StandInTokenDesk desk() {
    return desk;
  }

  /** The next call to the company that creates nothing gets this answer. */
  void answerNext(Reply reply) {
    nextAnswer.set(Optional.of(reply));
  }

  /** The next creation gets this answer and has no effect. */
  void answerNextCreation(Reply reply) {
    nextCreation.set(Optional.of(reply));
  }

  /** All calls to the company so far, tokens not among them. */
  List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  static String fault(String code, String message, String type) {
    ObjectNode fault = StandInCompany.JSON.createObjectNode();
    ObjectNode inner = fault.putObject("Fault");
    inner
        .putArray("Error")
        .addObject()
        .put("Message", message)
        .put("Detail", message)
        .put("code", code)
        .put("element", "");
    inner.put("type", type);
    return fault.put("time", "2026-03-31T00:00:00.000-07:00").toString();
  }

  /** What the gateway answers, in its own capitals. */
  static String gatewayFault(String code, String message) {
    return """
    {"warnings":null,"fault":{"error":[{"message":"%s","detail":"%s","code":"%s","element":null}],\
    "type":"AUTHENTICATION"},"report":null}"""
        .formatted(message, message, code);
  }

  private final class Desk implements StandInServer.Books {
    @Override
    public Optional<Request> errand(Call call) {
      if (call.path().equals(COMPANY + "query")) {
        boolean asksForKey = call.body().contains(" where DocNumber = ");
        return asksForKey ? Optional.of(Request.ASK) : Optional.empty();
      }
      return kind(call).map(kind -> Request.SEND);
    }

    @Override
    public Reply answer(Call call) {
      if (call.path().equals("/oauth2/v1/tokens/bearer")) {
        return desk.answer(call);
      }
      synchronized (calls) {
        calls.add(call);
      }
      AtomicReference<Optional<Reply>> next = kind(call).isPresent() ? nextCreation : nextAnswer;
      Optional<Reply> prepared = next.getAndSet(Optional.empty());
      return traced(prepared.orElseGet(() -> answered(call)));
    }

    @Override
    public Optional<Reply> trouble(Trouble trouble, Call call) {
      return switch (trouble) {
        case SESSION_LOST -> {
          desk.forgetAccess();
          yield Optional.of(Reply.json(401, gatewayFault("3200", "Token expired")));
        }
        case ERROR_INSIDE_STATUS_200 ->
            Optional.of(Reply.json(fault("10000", "An application error", "SystemFault")));
        case REFUSED_AS_UNBALANCED ->
            Optional.of(Reply.json(400, fault("6000", "Please balance debits", "ValidationFault")));
        case THROTTLED, THROTTLED_WITH_WAIT -> {
          Map<String, String> wait =
              trouble == Trouble.THROTTLED ? Map.of() : Map.of("Retry-After", "7");
          String body = fault("003001", "ThrottleExceeded", "THROTTLE");
          yield Optional.of(new Reply(429, "application/json", body, wait));
        }
        default -> Optional.empty();
      };
    }

    private Optional<String> kind(Call call) {
      return call.method().equals("POST") && call.path().startsWith(COMPANY)
          ? Optional.ofNullable(KINDS.get(call.path().substring(COMPANY.length())))
          : Optional.empty();
    }

    private Reply answered(Call call) {
      if (!desk.accepts(call.headers().getOrDefault("authorization", ""))) {
        return Reply.json(401, gatewayFault("3200", "Token expired"));
      }
      if (!call.path().startsWith(COMPANY)) {
        return Reply.json(403, gatewayFault("3100", "ApplicationAuthorizationFailed"));
      }
      try {
        return Reply.json(effect(call));
      } catch (Refused refused) {
        return Reply.json(400, fault(refused.code, refused.getMessage(), "ValidationFault"));
      }
    }

    private String effect(Call call) throws Refused {
      if (!"75".equals(call.query().get("minorversion"))) {
        throw new Refused("2010", "minorversion");
      }
      if (call.path().equals(COMPANY + "query")) {
        if (!"application/text".equals(call.headers().get("content-type"))) {
          throw new Refused("500", "Unsupported Operation");
        }
        return company.query(call.body());
      }
      if (call.path().equals(COMPANY + "upload")) {
        return "{\"AttachableResponse\":[{\"Attachable\":{\"Id\":\"5000\"}}],\"time\":\"now\"}";
      }
      String kind = kind(call).orElseThrow(() -> new Refused("500", "Unsupported Operation"));
      return company.create(kind, call.body(), call.query().getOrDefault("requestid", ""));
    }

    private Reply traced(Reply reply) {
      Map<String, String> headers = new HashMap<>(reply.headers());
      headers.put("intuit_tid", "1-demo-" + traces.incrementAndGet());
      return new Reply(reply.status(), reply.contentType(), reply.body(), headers);
    }
  }
}
