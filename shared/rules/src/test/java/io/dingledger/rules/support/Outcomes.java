package io.dingledger.rules.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.Translation;
import java.util.Arrays;
import java.util.List;

/** What a translation must have given. */
public final class Outcomes {
  private Outcomes() {}

  /** The pay items of a document that has some. */
  public static List<PayItem> items(Translation translation) {
    return assertInstanceOf(Translation.Accrued.class, translation, translation.toString()).items();
  }

  /** The only pay item. */
  public static PayItem item(Translation translation) {
    List<PayItem> items = items(translation);
    assertEquals(1, items.size(), items.toString());
    return items.getFirst();
  }

  /** The signed amounts of the pay items, in their order. */
  public static List<String> amounts(Translation translation) {
    return items(translation).stream().map(item -> item.amount().plain()).toList();
  }

  /** The reasons of a document that waits for exactly these. */
  public static List<Reason> held(Translation translation, ReasonCode... expected) {
    Translation.Held held =
        assertInstanceOf(Translation.Held.class, translation, translation.toString());
    assertEquals(
        Arrays.stream(expected).map(ReasonCode::code).sorted().toList(),
        held.reasons().stream().map(Reason::code).sorted().toList(),
        held.reasons().toString());
    return held.reasons();
  }

  public static void ignored(Translation translation, IgnoreReason expected) {
    Translation.Ignored ignored =
        assertInstanceOf(Translation.Ignored.class, translation, translation.toString());
    assertEquals(expected.code(), ignored.reason().code());
  }

  /** The only voucher. */
  public static Voucher voucher(Translation translation) {
    List<Voucher> vouchers =
        assertInstanceOf(Translation.Vouchers.class, translation, translation.toString())
            .vouchers();
    assertEquals(1, vouchers.size());
    return vouchers.getFirst();
  }

  /** {@code DEBIT 6602.01 150.00}. */
  public static List<String> lines(Voucher voucher) {
    return voucher.lines().stream().map(Outcomes::line).toList();
  }

  private static String line(VoucherLine line) {
    return line.side() + " " + line.account() + " " + line.amount().plain();
  }
}
