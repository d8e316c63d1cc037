package io.dingledger.rules.simulation;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.Closing;
import io.dingledger.rules.Translation;
import io.dingledger.rules.audit.Recomputation;
import io.dingledger.rules.audit.Sums;
import io.dingledger.rules.audit.Verdict;
import io.dingledger.rules.simulation.Outcome.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes outcomes of what a rule book says of one document, recomputing every amount. */
final class Outcomes {
  private final String name;
  private final DocumentId id;
  private final LocalDate date;
  private List<Verdict> sums = List.of();

  Outcomes(String name, DocumentId id, LocalDate date) {
    this.name = name;
    this.id = id;
    this.date = date;
  }

  Outcome of(Translation translation) {
    return of(translation, List.of());
  }

  /**
   * The close of a month; what it made belongs to it.
   *
   * @param items what was booked in it before
   */
  Outcome of(Closing closing, List<PayItem> items) {
    sums = new Sums(closing.period(), both(items, closing.made())).verdicts();
    return of(closing.translation(), closing.made());
  }

  Outcome failed(Reason reason) {
    return outcome(State.FAILED, "", Optional.empty(), List.of(), List.of(), List.of(reason));
  }

  private Outcome of(Translation translation, List<PayItem> made) {
    return switch (translation) {
      case Translation.Vouchers(var document, var vouchers) ->
          outcome(State.VOUCHERS, document, vouchers, made, List.of());
      case Translation.Accrued(var document, var items, var vouchers) ->
          outcome(State.ACCRUED, document, vouchers, both(made, items), List.of());
      case Translation.Held(String kind, var document, var reasons) ->
          outcome(State.HELD, kind, document, List.of(), made, reasons);
      case Translation.Ignored(var document, var reason) ->
          outcome(
              State.IGNORED,
              document.map(known -> known.kind().word()).orElse(""),
              document,
              List.of(),
              made,
              List.of(reason));
    };
  }

  private Outcome outcome(
      State state,
      SourceDocument document,
      List<Voucher> vouchers,
      List<PayItem> items,
      List<Reason> reasons) {
    String kind = document.kind().word();
    return outcome(state, kind, Optional.of(document), vouchers, items, reasons);
  }

  private Outcome outcome(
      State state,
      String kind,
      Optional<SourceDocument> document,
      List<Voucher> vouchers,
      List<PayItem> items,
      List<Reason> reasons) {
    List<Verdict> lines = new ArrayList<>();
    for (Voucher voucher : vouchers) {
      for (VoucherLine line : voucher.lines()) {
        lines.add(Recomputation.of(line));
      }
    }
    List<Verdict> paid = new ArrayList<>();
    for (PayItem item : items) {
      paid.add(Recomputation.of(item));
    }
    return new Outcome(
        name, id, date, kind, state, document, vouchers, items, reasons, lines, paid, sums);
  }

  private static List<PayItem> both(List<PayItem> first, List<PayItem> second) {
    List<PayItem> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
