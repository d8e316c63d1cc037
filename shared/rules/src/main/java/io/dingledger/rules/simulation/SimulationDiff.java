package io.dingledger.rules.simulation;

import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What would have been different under another rule book. Explanations and versions are not
 * compared: who gets the same money on the same account by another way gets the same.
 *
 * @param documents the documents of which something else would become, in order
 * @param months the months of which something else would become
 * @param accounts the accounts whose totals differ, in order of the codes
 * @param payItems the pay items whose totals differ, in order of the names
 * @param same how many documents stay as they are
 */
public record SimulationDiff(
    List<DocumentChange> documents,
    List<DocumentChange> months,
    List<Change<AccountTotal>> accounts,
    List<Change<PayTotal>> payItems,
    int same) {
  private static final Matching<VoucherLine> LINES =
      new Matching<>(
          line ->
              List.of(
                  line.side(), line.account(), line.dimensions(), line.amount(), line.summary()),
          List.of(
              line -> List.of(line.side(), line.account(), line.dimensions(), line.summary()),
              line -> List.of(line.side(), line.account(), line.dimensions()),
              line -> List.of(line.side(), line.explanation().rule(), line.amount()),
              line -> List.of(line.side(), line.explanation().rule())));
  private static final Matching<PayItem> ITEMS =
      new Matching<>(
          item ->
              List.of(
                  item.person().userId(),
                  item.item(),
                  item.code(),
                  item.sign(),
                  item.day(),
                  item.quantity().stripTrailingZeros(),
                  item.unit(),
                  item.amount()),
          List.of(PayItem::id, item -> List.of(item.person().userId(), item.item(), item.day())));

  public SimulationDiff {
    documents = List.copyOf(documents);
    months = List.copyOf(months);
    accounts = List.copyOf(accounts);
    payItems = List.copyOf(payItems);
  }

  /** Compares two reports of the same documents. */
  public static SimulationDiff of(SimulationReport before, SimulationReport after) {
    List<DocumentChange> documents = changes(before.documents(), after.documents());
    int all = joined(before.documents(), after.documents(), Outcome::name).size();
    return new SimulationDiff(
        documents,
        changes(before.months(), after.months()),
        different(before.accounts(), after.accounts(), AccountTotal::account),
        different(before.payItems(), after.payItems(), PayTotal::item),
        all - documents.size());
  }

  /** Whether nothing at all would be different. */
  public boolean isEmpty() {
    return documents.isEmpty() && months.isEmpty() && accounts.isEmpty() && payItems.isEmpty();
  }

  private static List<DocumentChange> changes(List<Outcome> before, List<Outcome> after) {
    List<DocumentChange> changes = new ArrayList<>();
    for (Change<Outcome> pair : joined(before, after, Outcome::name)) {
      DocumentChange change = change(pair);
      if (!change.lines().isEmpty()
          || !change.items().isEmpty()
          || change.headers()
          || !fate(pair.before()).equals(fate(pair.after()))) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static DocumentChange change(Change<Outcome> pair) {
    List<Voucher> before = pair.before().map(Outcome::vouchers).orElse(List.of());
    List<Voucher> after = pair.after().map(Outcome::vouchers).orElse(List.of());
    return new DocumentChange(
        pair,
        LINES.changes(lines(before), lines(after)),
        ITEMS.changes(
            pair.before().map(Outcome::items).orElse(List.of()),
            pair.after().map(Outcome::items).orElse(List.of())),
        !before.isEmpty() && !after.isEmpty() && !headers(before).equals(headers(after)));
  }

  private static List<VoucherLine> lines(List<Voucher> vouchers) {
    return vouchers.stream().flatMap(voucher -> voucher.lines().stream()).toList();
  }

  private static List<List<Object>> headers(List<Voucher> vouchers) {
    return vouchers.stream()
        .map(each -> List.<Object>of(each.date(), each.summary(), each.attachments()))
        .toList();
  }

  /** What became of it, with the reasons. */
  private static List<Object> fate(Optional<Outcome> outcome) {
    return outcome
        .map(
            known -> {
              List<Object> fate = new ArrayList<>(List.of(known.state()));
              known.reasons().forEach(reason -> fate.add(reason.chinese()));
              return fate;
            })
        .orElse(List.of());
  }

  private static <T> List<Change<T>> different(
      List<T> before, List<T> after, Function<T, String> name) {
    return joined(before, after, name).stream()
        .filter(pair -> !pair.before().equals(pair.after()))
        .sorted(
            Comparator.comparing(pair -> name.apply(pair.before().or(pair::after).orElseThrow())))
        .toList();
  }

  /** Both sides by name: in the old order, then what only the new side has. */
  private static <T> List<Change<T>> joined(
      List<T> before, List<T> after, Function<T, String> name) {
    Map<String, T> later =
        after.stream()
            .collect(Collectors.toMap(name, each -> each, (one, two) -> one, LinkedHashMap::new));
    List<Change<T>> pairs = new ArrayList<>();
    for (T each : before) {
      pairs.add(
          new Change<>(Optional.of(each), Optional.ofNullable(later.remove(name.apply(each)))));
    }
    later.values().forEach(each -> pairs.add(Change.added(each)));
    return pairs;
  }
}
