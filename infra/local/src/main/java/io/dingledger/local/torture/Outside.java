package io.dingledger.local.torture;

import io.dingledger.local.DataFolder;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.local.torture.company.Firm;
import io.dingledger.local.torture.company.FirmFiles;
import io.dingledger.local.torture.ledger.Book;
import io.dingledger.local.torture.ledger.FaultProxy;
import io.dingledger.local.torture.ledger.LedgerServer;
import io.dingledger.local.torture.ledger.Trouble;
import io.dingledger.local.torture.ledger.TroubleDice;
import io.dingledger.local.torture.process.Killer.Moment;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What stands around the system: a DingTalk for each company, and the ledger of all. */
final class Outside implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Map<Firm, SandboxDingTalk> dingTalks = new LinkedHashMap<>();
  private final TroubleDice dice;
  private final Book book;
  private final Optional<FaultProxy> proxy;
  private final Path bookFile;
  private final Path tenants;
  private final URI ledger;
  private volatile Consumer<Moment> listener = moment -> {};

  /**
   * Starts all.
   *
   * @throws RuntimeException when a port is taken or the folder can't be used
   */
  Outside(Plan plan, DataFolder data) {
    this.dice = new TroubleDice(plan.seed());
    this.bookFile = data.ledger().resolve("book.jsonl");
    this.tenants = data.root().resolve("tenants");
    this.book = keep(new Book(bookFile));
    LedgerServer server =
        keep(LedgerServer.start(plan.proxy() ? 0 : plan.ledgerPort(), book, dice, this::reached));
    this.proxy =
        plan.proxy()
            ? Optional.of(keep(FaultProxy.before(server.address(), plan.ledgerPort(), plan.seed())))
            : Optional.empty();
    this.ledger =
        plan.ledgerAddress()
            .orElseGet(() -> proxy.map(FaultProxy::address).orElseGet(server::address));
    int port = plan.dingTalkPort();
    for (Firm firm : Firm.ALL) {
      SandboxDingTalk dingTalk = keep(SandboxDingTalk.start(firm.app(), port));
      Firm.people().forEach(dingTalk.company()::put);
      Firm.departments().forEach(dingTalk.company()::put);
      dingTalk.company().failedPushes().immediately(true);
      dingTalk.tell(path -> reached(Moment.DINGTALK_IS_ASKED));
      dingTalks.put(firm, dingTalk);
      FirmFiles.write(tenants, firm, dingTalk.base(), ledger);
      port = port == 0 ? 0 : port + 1;
    }
  }

  /** Passes a moment on to whoever listens. */
  void reached(Moment moment) {
    listener.accept(moment);
  }

  /** Somebody listens to the moments. */
  void listen(Consumer<Moment> each) {
    listener = each;
  }

  Map<Firm, SandboxDingTalk> dingTalks() {
    return dingTalks;
  }

  /** The folder of the tenants' files. */
  Path tenants() {
    return tenants;
  }

  /** Where the ledger is reached. */
  URI ledger() {
    return ledger;
  }

  Book book() {
    return book;
  }

  Path bookFile() {
    return bookFile;
  }

  /** No more trouble. */
  void calmDown() {
    dice.calmDown();
    proxy.ifPresent(FaultProxy::calmDown);
  }

  /** What the ledger did, and how often. */
  Map<Trouble, Integer> troubles() {
    return dice.struck();
  }

  /** What the proxy did to lines, and how often; empty without one. */
  Map<String, Integer> lines() {
    return proxy.map(FaultProxy::struck).orElseGet(Map::of);
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception failed) {
        System.getLogger(Outside.class.getName())
            .log(System.Logger.Level.WARNING, "a stand-in did not close", failed);
      }
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    opened.push(part);
    return part;
  }
}
