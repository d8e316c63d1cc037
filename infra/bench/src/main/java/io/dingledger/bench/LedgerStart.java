package io.dingledger.bench;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.StandIn;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a new process needs until its first voucher, and its second, is in a ledger of each type;
 * behind the ledger is a stand-in in the process that measures.
 */
final class LedgerStart {
  private static final int FORKS = 8;
  private static final int VOUCHERS = 2;

  /** What tells a forked process to do nothing. */
  private static final String NOTHING = "";

  private LedgerStart() {}

  /**
   * Reads a connection from the standard input, asks for and sends a voucher, and tells the
   * microseconds since it began and the milliseconds of processor time used so far; then the same
   * once more when told to.
   */
  public static void main(String[] arguments) throws IOException {
    long began = System.nanoTime();
    try (DataInputStream orders = new DataInputStream(System.in)) {
      String type = orders.readUTF();
      if (type.equals(NOTHING)) {
        tell(began);
        return;
      }
      Map<String, Secret> secrets = new HashMap<>();
      Map<String, String> settings = read(orders);
      read(orders).forEach((name, value) -> secrets.put(name, Secret.of(value)));
      Ledger ledger =
          Ledgers.open(
              new LedgerConnection(Tenant.verified("corp"), type, settings, secrets, Duration.ZERO),
              TestTools.tools());
      Vouchers vouchers = new Vouchers(StandIn.valueOf(arguments[0]).chart());
      for (int number = 0; number < VOUCHERS; number++) {
        long start = number == 0 ? began : System.nanoTime();
        post(ledger, vouchers.of("document-" + number, "12.34"));
        tell(start);
        if (number + 1 < VOUCHERS) {
          orders.readBoolean();
        }
      }
    }
  }

  private static void post(Ledger ledger, Voucher voucher) {
    if (!(ledger.ask(voucher) instanceof Asked.Absent absent
        && ledger.send(voucher, absent) instanceof Sent.Posted)) {
      throw new IllegalStateException("The voucher was not posted");
    }
  }

  private static void tell(long began) {
    long took = System.nanoTime() - began;
    Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    System.out.println(took / 1000 + " " + used.toMillis());
  }

  private static Map<String, String> read(DataInputStream from) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (int left = from.readInt(); left > 0; left--) {
      values.put(from.readUTF(), from.readUTF());
    }
    return values;
  }

  private static void write(DataOutputStream to, Map<String, String> values) throws IOException {
    to.writeInt(values.size());
    for (Map.Entry<String, String> each : values.entrySet()) {
      to.writeUTF(each.getKey());
      to.writeUTF(each.getValue());
    }
  }

  /** What a voucher needed: time, processor time of the process so far, requests. */
  record Used(long micros, long processorMillis, int requests) {
    Used with(int counted) {
      return new Used(micros, processorMillis, counted);
    }
  }

  /** Forks processes of each type in turn and prints what their vouchers needed, as Markdown. */
  static void measure() throws IOException {
    long nothing = 0;
    Map<StandIn, List<List<Used>>> all = new EnumMap<>(StandIn.class);
    for (int fork = 0; fork < FORKS; fork++) {
      nothing += forkedForNothing();
      for (StandIn standIn : StandIn.values()) {
        all.computeIfAbsent(standIn, key -> new ArrayList<>()).add(forked(standIn));
      }
    }
    double idle = nothing / (double) FORKS;
    System.out.printf(
        "Of %d processes each, mean (fastest); a JVM that does nothing needs %.0f ms of processor"
            + " time, which is taken off.%n%n",
        FORKS, idle);
    System.out.println(
        "| Type | First voucher: ms from main until posted | ms of processor time"
            + " | requests | Second voucher: ms | requests |");
    System.out.println("|---|---|---|---|---|---|");
    for (StandIn standIn : StandIn.values()) {
      System.out.println(row(standIn, all.get(standIn), idle));
    }
    System.out.println();
  }

  private static String row(StandIn standIn, List<List<Used>> forks, double idle) {
    List<Used> first = forks.stream().map(List::getFirst).toList();
    List<Used> second = forks.stream().map(List::getLast).toList();
    return "| `%s` | %s | %.0f (%.0f) | %s | %s | %s |"
        .formatted(
            standIn.type(),
            wall(first),
            first.stream().mapToLong(Used::processorMillis).average().orElseThrow() - idle,
            first.stream().mapToLong(Used::processorMillis).min().orElseThrow() - idle,
            requests(first),
            wall(second),
            requests(second));
  }

  private static String wall(List<Used> used) {
    return "%.0f (%.0f)"
        .formatted(
            used.stream().mapToLong(Used::micros).average().orElseThrow() / 1000,
            used.stream().mapToLong(Used::micros).min().orElseThrow() / 1000.0);
  }

  private static String requests(List<Used> used) {
    int[] different = used.stream().mapToInt(Used::requests).distinct().sorted().toArray();
    return String.join("–", IntStream.of(different).mapToObj(Integer::toString).toList());
  }

  private static long forkedForNothing() throws IOException {
    try (Forked forked = new Forked(NOTHING)) {
      forked.orders.writeUTF(NOTHING);
      return forked.heard().processorMillis();
    }
  }

  /** What the first and the second voucher of a new process needed. */
  static List<Used> forked(StandIn standIn) throws IOException {
    try (StandIn.Running running = standIn.start();
        Forked forked = new Forked(standIn.name())) {
      forked.orders.writeUTF(standIn.type());
      write(forked.orders, running.settings());
      write(forked.orders, running.secrets());
      Used first = forked.heard().with(running.requests().getAsInt());
      forked.orders.writeBoolean(true);
      Used second = forked.heard().with(running.requests().getAsInt() - first.requests());
      return List.of(first, second);
    }
  }

  /** A process that runs {@link #main}. */
  private static final class Forked implements AutoCloseable {
    private final Process process;
    private final DataOutputStream orders;
    private final BufferedReader said;

    Forked(String standIn) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LedgerStart.class.getName(),
                  standIn)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      orders = new DataOutputStream(process.getOutputStream());
      said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    Used heard() throws IOException {
      orders.flush();
      String line = said.readLine();
      if (line == null) {
        throw new IllegalStateException("A forked process failed");
      }
      String[] numbers = line.split(" ");
      return new Used(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), 0);
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
