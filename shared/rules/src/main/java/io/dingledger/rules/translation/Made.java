package io.dingledger.rules.translation;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.book.Kind;
import java.util.List;
import java.util.Set;

/**
 * What the rules make of a document for one of the people whom it concerns.
 *
 * @param lines lines of its voucher
 * @param summary the voucher's summary; empty when there are no lines
 * @param items pay items
 */
record Made(List<VoucherLine> lines, String summary, List<PayItem> items) {
  /**
   * Applies a kind's rules and hold rules.
   *
   * @param sheet what the document says
   * @param named the user id to be named in messages; empty when nobody need be told apart
   * @param reasons where to put why a person must look
   */
  static Made of(
      IndexedBook index,
      RuleBook.Context context,
      Kind kind,
      DocumentId document,
      Concerned who,
      FactSheet sheet,
      String named,
      Set<Reason> reasons) {
    EarlierItems counted =
        new EarlierItems(index, context.usage(), document, who.person().userId());
    Places places = sheet.places(new Place.Ground(index, kind, counted), named);
    LinesMaker maker = new LinesMaker(index, kind, context.ruleBookVersion(), places, reasons);
    maker.hold();
    List<VoucherLine> lines = maker.lines();
    List<PayItem> items =
        new ItemsMaker(index, context, document, who, reasons).items(kind, places, counted::made);
    counted.checkOrder(items, reasons);
    return new Made(lines, lines.isEmpty() ? "" : maker.summary(), items);
  }
}
