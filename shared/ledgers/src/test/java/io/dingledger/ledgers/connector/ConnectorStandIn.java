package io.dingledger.ledgers.connector;

import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.net.URI;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * An invented accounting system behind an HTTP interface, on 127.0.0.1, in one of three languages.
 * It keeps its own books and forgets them when it is closed. {@link #settings} describes it to the
 * connector as a tenant would.
 */
public final class ConnectorStandIn implements AutoCloseable {
  /** The languages. */
  public enum Language {
    /** JSON with a token; can be asked; vouchers with their lines in one list. */
    JSON,
    /** XML in GBK with a user; can be asked by POST; lines with a side. */
    XML,
    /** The fields that were seen at a customer of Inspur; can't be asked, removes repeats. */
    INSPUR
  }

  /** What a language answers. */
  interface Speech {
    Optional<Request> errand(Call call);

    Reply answer(Call call);

    Reply trouble(Trouble trouble, Call call);

    Map<String, String> settings(URI address);

    Map<String, String> secrets();
  }

  private final StandInBooks books = new StandInBooks();
  private final Speech speech;
  private final StandInServer server;
  private Optional<Reply> fixed = Optional.empty();
  private Optional<Call> last = Optional.empty();

  private ConnectorStandIn(Language language) {
    speech =
        switch (language) {
          case JSON -> new JsonSpeech(books);
          case XML -> new XmlSpeech(books);
          case INSPUR -> new InspurSpeech(books);
        };
    server = StandInServer.start(new Door());
  }

  /** Starts one on any free port. */
  public static ConnectorStandIn start(Language language) {
    return new ConnectorStandIn(language);
  }

  /** Its address, without a path. */
  public URI address() {
    return server.address();
  }

  /** The settings of a connection to it. */
  public Map<String, String> settings() {
    return speech.settings(address());
  }

  /** The secrets that go with {@link #settings}, in clear: they are invented. */
  public Map<String, String> secrets() {
    return speech.secrets();
  }

  /** How many vouchers it holds. */
  public int vouchers() {
    return books.size();
  }

  /** How many it holds under a key. */
  public int countWithKey(String key) {
    return books.held(key).size();
  }

  /** Books a voucher once more, as somebody could by hand. */
  public void bookAgain(String key) {
    books.book(key, books.held(key).getFirst().lines());
  }

  /** Closes a period. */
  public void close(YearMonth period) {
    books.close(period);
  }

  /** Answers everything with this from now on, and books nothing. */
  public synchronized void answer(Reply reply) {
    fixed = Optional.of(reply);
  }

  /** The call that arrived last. */
  public synchronized Call last() {
    return last.orElseThrow();
  }

  /** The HTTP side, with its troubles. */
  public StandInServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }

  private final class Door implements StandInServer.Books {
    @Override
    public Optional<Request> errand(Call call) {
      return speech.errand(call);
    }

    @Override
    public Reply answer(Call call) {
      synchronized (ConnectorStandIn.this) {
        last = Optional.of(call);
        return fixed.orElseGet(() -> speech.answer(call));
      }
    }

    @Override
    public Optional<Reply> trouble(Trouble trouble, Call call) {
      return switch (trouble) {
        case THROTTLED, THROTTLED_WITH_WAIT -> Optional.empty();
        default -> Optional.of(speech.trouble(trouble, call));
      };
    }
  }
}
