package io.dingledger.rules.simulation;

import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a rule book would make of a set of documents.
 *
 * @param ruleBookVersion what explanations call the book's version
 * @param documents what became of each document, in order of their business dates
 * @param months what became of each month that was closed, in order; their vouchers are of the
 *     whole month
 * @param accounts the totals of all vouchers by account, in order of the codes
 * @param payItems the totals of all pay items by name, in order of the names
 */
public record SimulationReport(
    String ruleBookVersion,
    List<Outcome> documents,
    List<Outcome> months,
    List<AccountTotal> accounts,
    List<PayTotal> payItems) {
  public SimulationReport {
    documents = List.copyOf(documents);
    months = List.copyOf(months);
    accounts = List.copyOf(accounts);
    payItems = List.copyOf(payItems);
  }

  /** The report of these outcomes. */
  static SimulationReport of(
      String ruleBookVersion, List<Outcome> documents, List<Outcome> months) {
    Map<String, AccountTotal> accounts = new TreeMap<>();
    Map<String, PayTotal> payItems = new TreeMap<>();
    for (Outcome outcome : Stream.concat(documents.stream(), months.stream()).toList()) {
      outcome.vouchers().forEach(voucher -> add(voucher, accounts));
      for (PayItem item : outcome.items()) {
        payItems.merge(item.item(), PayTotal.none(item).with(item), (old, one) -> old.with(item));
      }
    }
    return new SimulationReport(
        ruleBookVersion,
        documents,
        months,
        List.copyOf(accounts.values()),
        List.copyOf(payItems.values()));
  }

  private static void add(Voucher voucher, Map<String, AccountTotal> accounts) {
    for (VoucherLine line : voucher.lines()) {
      accounts.compute(
          line.account(),
          (code, total) ->
              (total == null ? AccountTotal.none(code, voucher.currency()) : total).with(line));
    }
  }

  /** Documents and months. */
  public List<Outcome> all() {
    return Stream.of(documents, months).flatMap(Collection::stream).toList();
  }

  /** How many documents ended so. */
  public int count(Outcome.State state) {
    return (int) documents.stream().filter(outcome -> outcome.state() == state).count();
  }

  /** How many amounts do not follow from their explanations; anything but 0 is a fault. */
  public long disputed() {
    return all().stream().mapToLong(Outcome::disputed).sum();
  }

  /**
   * A fingerprint of all of it: 64 hexadecimal digits of a SHA-256. The same documents under the
   * same book and version give the same one, on any machine and in any order of the files.
   */
  public String digest() {
    return ReportDigest.of(this);
  }
}
