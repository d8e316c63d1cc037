package io.dingledger.ledgers.connector;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The books behind the connector's stand-ins, whatever language they speak. */
final class StandInBooks {
  /** One line. */
  record Line(String account, String department, BigDecimal debit, BigDecimal credit) {}

  /** A voucher in the books. */
  record Booked(String id, String number, List<Line> lines) {}

  /** Why a voucher is not booked. */
  enum Refusal {
    CLOSED,
    ACCOUNT,
    DEPARTMENT,
    UNBALANCED,
    TOO_FINE
  }

  private static final Set<String> ACCOUNTS = Set.of("6602.03", "2241", "1002");

  private final Map<String, List<Booked>> byKey = new LinkedHashMap<>();
  private final Set<YearMonth> closed = new HashSet<>();
  private int next = 1;

  synchronized Optional<Refusal> refusal(YearMonth period, List<Line> lines) {
    if (closed.contains(period)) {
      return Optional.of(Refusal.CLOSED);
    }
    BigDecimal balance = BigDecimal.ZERO;
    for (Line line : lines) {
      if (!ACCOUNTS.contains(line.account())) {
        return Optional.of(Refusal.ACCOUNT);
      }
      if (line.account().equals("6602.03") && !line.department().equals("BM000001")) {
        return Optional.of(Refusal.DEPARTMENT);
      }
      if (line.debit().scale() > 2 || line.credit().scale() > 2) {
        return Optional.of(Refusal.TOO_FINE);
      }
      balance = balance.add(line.debit()).subtract(line.credit());
    }
    return balance.signum() == 0 ? Optional.empty() : Optional.of(Refusal.UNBALANCED);
  }

  synchronized Booked book(String key, List<Line> lines) {
    Booked booked = new Booked("V" + (1000 + next), "记-" + next, List.copyOf(lines));
    next++;
    byKey.computeIfAbsent(key, each -> new ArrayList<>()).add(booked);
    return booked;
  }

  synchronized List<Booked> held(String key) {
    return List.copyOf(byKey.getOrDefault(key, List.of()));
  }

  synchronized int size() {
    return byKey.values().stream().mapToInt(List::size).sum();
  }

  synchronized void close(YearMonth period) {
    closed.add(period);
  }
}
