package io.dingledger.ledgers.chanjet;

import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A platform with a real door and one prepared answer to every call behind it. */
public final class ScriptedPlatform implements StandInServer.Books, AutoCloseable {
  private final PlatformDoor door = new PlatformDoor();
  private final List<Call> calls = new ArrayList<>();
  private final StandInServer server = StandInServer.start(this);
  private volatile Function<Call, Reply> script = call -> Reply.json("{}");

  /** Every call behind the door is answered like this. */
  public void answers(Function<Call, Reply> answer) {
    script = answer;
  }

  /** Every call behind the door is answered with this status and body. */
  public void answers(int status, String body) {
    answers(call -> Reply.json(status, body));
  }

  /** All calls behind the door, oldest first. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Its tokens. */
  public PlatformDoor door() {
    return door;
  }

  /** The settings of a connection to it. */
  public Map<String, String> settings() {
    return PlatformDoor.settings(server.address().toString());
  }

  @Override
  public Optional<Request> errand(Call call) {
    return Optional.empty();
  }

  @Override
  public Reply answer(Call call) {
    return door.stops(call).orElseGet(() -> scripted(call));
  }

  private synchronized Reply scripted(Call call) {
    calls.add(call);
    return script.apply(call);
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
