package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.StandInServer.Books;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.conformance.TestTools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives prepared answers, word for word, by what a request holds; the first that fits. */
final class KingdeeAnswers implements Books, AutoCloseable {
  private record Prepared(String part, Reply reply) {}

  private final StandInServer server = StandInServer.start(this);
  private final List<Prepared> prepared = new ArrayList<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** A request whose path or body holds this part is answered so, with status 200. */
  KingdeeAnswers to(String part, String body) {
    return to(part, 200, body);
  }

  KingdeeAnswers to(String part, int status, String body) {
    prepared.add(new Prepared(part, Reply.json(status, body)));
    return this;
  }

  /** A refusal as queries give it. */
  static String refusal(int messageCode, String words) {
    return "[[{\"Result\":{\"ResponseStatus\":{\"IsSuccess\":false,\"MsgCode\":"
        + messageCode
        + ",\"Errors\":[{\"FieldName\":\"\",\"Message\":\""
        + words
        + "\",\"DIndex\":0}]}}}]]";
  }

  Ledger ledger(String... further) {
    Map<String, String> settings =
        new HashMap<>(KingdeeUnderTest.settings(server.address(), "signed-headers"));
    settings.put("bodyForm", "named");
    for (int place = 0; place < further.length; place += 2) {
      settings.put(further[place], further[place + 1]);
    }
    return Ledgers.open(KingdeeUnderTest.connection(settings), TestTools.tools());
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public Optional<Request> errand(Call call) {
    return Optional.empty();
  }

  @Override
  public Reply answer(Call call) {
    calls.add(call);
    return prepared.stream()
        .filter(each -> call.path().contains(each.part()) || call.body().contains(each.part()))
        .map(Prepared::reply)
        .findFirst()
        .orElseGet(() -> Reply.json("[]"));
  }

  @Override
  public Optional<Reply> trouble(Trouble trouble, Call call) {
    return Optional.empty();
  }

  @Override
  public void close() {
    server.close();
  }
}
