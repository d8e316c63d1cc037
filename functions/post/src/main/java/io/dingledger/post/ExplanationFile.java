package io.dingledger.post;

import io.dingledger.ledgers.Attached;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The explanation of a voucher as a text file for people, in Chinese and English: of each line the
 * rule, its version, what went in and the arithmetic, enough to recompute it by hand.
 */
final class ExplanationFile {
  /** A ledger takes a megabyte; the rest of a longer text is in the console. */
  static final int LONGEST = 900_000;

  private static final String CONTENT_TYPE = "text/plain; charset=utf-8";
  private static final String LEFT_OUT = "\n……（其余从略 · the rest is left out）\n";

  private ExplanationFile() {}

  /** The file of a voucher. */
  static Attached.File of(Voucher voucher) {
    StringBuilder text = new StringBuilder();
    head(text, voucher);
    int number = 0;
    for (VoucherLine line : voucher.lines()) {
      number++;
      line(text, number, line);
    }
    return new Attached.File(voucher.key().value() + ".txt", CONTENT_TYPE, bytes(text.toString()));
  }

  private static void head(StringBuilder text, Voucher voucher) {
    text.append("凭证说明 · Explanation of voucher ").append(voucher.key().value()).append('\n');
    text.append("来源单据 · Source document: ").append(voucher.document().value()).append('\n');
    text.append("日期 · Date: ").append(voucher.date()).append('\n');
    text.append("币别 · Currency: ").append(voucher.currency()).append('\n');
  }

  private static void line(StringBuilder text, int number, VoucherLine line) {
    Explanation why = line.explanation();
    text.append('\n').append(number).append(". ").append(line.summary()).append('\n');
    text.append("   科目 · Account: ").append(line.account()).append("  ");
    text.append(line.side() == Side.DEBIT ? "借方 · Debit " : "贷方 · Credit ");
    text.append(line.amount());
    line.foreign()
        .ifPresent(
            foreign ->
                text.append("（原币 · foreign ")
                    .append(foreign.amount())
                    .append(" × ")
                    .append(foreign.rate().toPlainString())
                    .append("）"));
    text.append('\n');
    for (Map.Entry<Dimension, String> each : new TreeMap<>(line.dimensions()).entrySet()) {
      text.append("   辅助核算 · Dimension ").append(each.getKey().name()).append(": ");
      text.append(each.getValue()).append('\n');
    }
    text.append("   规则 · Rule: ").append(why.rule());
    text.append("（版本 · version ").append(why.ruleBookVersion()).append("）\n");
    for (Explanation.Input input : why.inputs()) {
      text.append("   输入 · Input ").append(input.name()).append(" = ").append(input.value());
      text.append("（").append(input.origin()).append("）\n");
    }
    text.append("   计算 · Arithmetic: ").append(why.arithmetic()).append(" = ");
    text.append(why.result()).append("（舍入 · rounding ").append(why.rounding()).append("）\n");
  }

  /** Cut at a line's end, so that no character is cut in two. */
  private static byte[] bytes(String text) {
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    if (whole.length <= LONGEST) {
      return whole;
    }
    int end = LONGEST;
    while (whole[end - 1] != '\n') {
      end--;
    }
    return (new String(whole, 0, end, StandardCharsets.UTF_8) + LEFT_OUT)
        .getBytes(StandardCharsets.UTF_8);
  }
}
