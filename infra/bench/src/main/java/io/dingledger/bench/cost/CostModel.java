package io.dingledger.bench.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a month costs. Everything is in proportion to events, to tenants or to time; the lines say
 * to which. Free allowances, discounts for volume and taxes are left out.
 */
public final class CostModel {
  private static final MathContext EXACT = MathContext.DECIMAL64;
  private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1024L * 1024 * 1024);
  private static final BigDecimal HOURS = BigDecimal.valueOf(730);
  private static final BigDecimal MILLIS_OF_MEGABYTES = BigDecimal.valueOf(1000L * 1024);

  /** Each message is sent, received and deleted. */
  private static final BigDecimal PER_MESSAGE = BigDecimal.valueOf(3);

  private final Sizes sizes;
  private final PriceList prices;
  private final BigDecimal events;
  private final int fixedAddresses;
  private final List<Line> lines = new ArrayList<>();

  /**
   * One line of the bill.
   *
   * @param quantity how much of the unit that is priced
   */
  public record Line(String name, String unit, BigDecimal quantity, BigDecimal cost) {}

  /**
   * A month's bill.
   *
   * @param tenants how many there are
   * @param each the cost of one event
   */
  public record Bill(PriceList prices, BigDecimal events, BigDecimal tenants, List<Line> lines) {
    /** The sum of all lines. */
    public BigDecimal total() {
      return lines.stream().map(Line::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The cost of one event. */
    public BigDecimal each() {
      return total().divide(events, EXACT);
    }
  }

  private CostModel(Sizes sizes, PriceList prices, BigDecimal events, int fixedAddresses) {
    this.sizes = sizes;
    this.prices = prices;
    this.events = events;
    this.fixedAddresses = fixedAddresses;
  }

  /**
   * Computes a bill.
   *
   * @param events in the month, more than 0
   * @param fixedAddresses how many NAT gateways there are; 0 for none
   */
  public static Bill bill(Sizes sizes, PriceList prices, BigDecimal events, int fixedAddresses) {
    return new CostModel(sizes, prices, events, fixedAddresses).bill();
  }

  private Bill bill() {
    BigDecimal tenants =
        events.divide(sizes.of("eventsPerTenant"), 0, RoundingMode.UP).max(BigDecimal.ONE);
    BigDecimal documents = events.multiply(sizes.of("documentsPerEvent"));
    BigDecimal rounds = tenants.multiply(sizes.of("roundsPerMonth"));
    BigDecimal sweeps = sizes.of("sweepsPerMonth");
    table(documents, rounds, sweeps);
    queues(documents, rounds, sweeps);
    functions(documents, rounds, sweeps);
    watching(documents, rounds, sweeps);
    others(documents, rounds, sweeps);
    return new Bill(prices, events, tenants, List.copyOf(lines));
  }

  private void table(BigDecimal documents, BigDecimal rounds, BigDecimal sweeps) {
    line("tableWrite", "DynamoDB: writes of documents", documents, "tableWritesPerDocument");
    line("tableRead", "DynamoDB: reads of documents", documents, "tableReadsPerDocument");
    line("tableRead", "DynamoDB: reads of the patrol, by tenants", rounds, "tableReadsPerRound");
    line("tableWrite", "DynamoDB: writes of the patrol, by tenants", rounds, "tableWritesPerRound");
    line("tableRead", "DynamoDB: reads of the sweep", sweeps, "tableReadsPerSweep");
    BigDecimal stored =
        documents
            .multiply(sizes.of("tableBytesPerDocument"))
            .multiply(sizes.of("monthsKept"))
            .divide(GIGABYTE, EXACT);
    add("DynamoDB: storage", "tableGigabyteMonth", stored);
    add("DynamoDB: point-in-time recovery", "recoveryGigabyteMonth", stored);
  }

  private void queues(BigDecimal documents, BigDecimal rounds, BigDecimal sweeps) {
    BigDecimal messages = documents.multiply(sizes.of("queueMessagesPerDocument")).add(rounds);
    BigDecimal requests = messages.multiply(PER_MESSAGE);
    add("SQS: requests of messages", "queueRequest", requests);
    add("SQS: fair queues", "fairQueueRequest", requests);
    add("SQS: requests of the sweep", "queueRequest", sweeps.multiply(PER_MESSAGE));
    add(
        "SQS: polls that find nothing",
        "queueRequest",
        sizes.of("polledQueues").multiply(sizes.of("idlePollsPerQueueAndMonth")));
  }

  private void functions(BigDecimal documents, BigDecimal rounds, BigDecimal sweeps) {
    BigDecimal ofDocuments = events.add(documents.multiply(BigDecimal.TWO));
    add("Lambda: calls", "functionRequest", ofDocuments.add(rounds).add(sweeps));
    add("Lambda: intake", "functionGigabyteSecond", busy(events, "intake", "intakeMegabytes"));
    add("Lambda: translate", "functionGigabyteSecond", busy(documents, "translate"));
    add("Lambda: post", "functionGigabyteSecond", busy(documents, "post"));
    add("Lambda: patrol, by tenants", "functionGigabyteSecond", busy(rounds, "round"));
    add("Lambda: sweep", "functionGigabyteSecond", busy(sweeps, "sweep"));
    add("API Gateway", "httpRequest", events);
  }

  private BigDecimal busy(BigDecimal calls, String what) {
    return busy(calls, what, "otherMegabytes");
  }

  private BigDecimal busy(BigDecimal calls, String what, String megabytes) {
    return calls
        .multiply(sizes.of(what + "Milliseconds"))
        .multiply(sizes.of(megabytes))
        .divide(MILLIS_OF_MEGABYTES, EXACT);
  }

  private void watching(BigDecimal documents, BigDecimal rounds, BigDecimal sweeps) {
    BigDecimal logged =
        documents
            .multiply(sizes.of("logBytesPerDocument"))
            .add(rounds.multiply(sizes.of("logBytesPerRound")))
            .add(sweeps.multiply(sizes.of("logBytesPerSweep")))
            .divide(GIGABYTE, EXACT);
    add("CloudWatch: logs taken in", "logGigabyte", logged);
    add("CloudWatch: logs kept", "logGigabyteMonth", logged.multiply(sizes.of("logMonthsKept")));
    add("CloudWatch: metrics", "metricMonth", sizes.of("metrics"));
    add("CloudWatch: alarms", "alarmMonth", sizes.of("alarms"));
    add("CloudWatch: dashboard", "dashboardMonth", sizes.of("dashboards"));
    add("X-Ray", "trace", events.add(rounds).add(sweeps).multiply(sizes.of("tracedShare")));
  }

  private void others(BigDecimal documents, BigDecimal rounds, BigDecimal sweeps) {
    add("KMS: key", "keyMonth", BigDecimal.ONE);
    BigDecimal ofRounds = rounds.multiply(sizes.of("keyRequestsPerRound"));
    BigDecimal ofDocuments = documents.multiply(sizes.of("keyRequestsPerDocument"));
    add("KMS: requests", "keyRequest", ofDocuments.add(ofRounds));
    BigDecimal ticks = sizes.of("roundsPerMonth");
    add("EventBridge Scheduler", "scheduledCall", sweeps.add(ticks));
    BigDecimal out = documents.multiply(sizes.of("outBytesPerDocument")).divide(GIGABYTE, EXACT);
    add("Data sent to ledgers and DingTalk", "outGigabyte", out);
    if (fixedAddresses > 0) {
      add("NAT gateways", "natHour", HOURS.multiply(BigDecimal.valueOf(fixedAddresses)));
      add("NAT: data", "natGigabyte", out.multiply(BigDecimal.TWO));
    }
  }

  private void line(String price, String name, BigDecimal times, String size) {
    add(name, price, times.multiply(sizes.of(size)));
  }

  private void add(String name, String price, BigDecimal quantity) {
    lines.add(new Line(name, price, quantity, quantity.multiply(prices.of(price))));
  }
}
