package io.dingledger.rules.simulation;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.audit.Verdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Fingerprints a report. Every text goes in with its length before it, every list with its size, so
 * that no two reports look the same to the hash.
 */
final class ReportDigest {
  private final MessageDigest digest = sha256();

  private ReportDigest() {}

  static String of(SimulationReport report) {
    ReportDigest digest = new ReportDigest();
    digest.text(report.ruleBookVersion());
    digest.outcomes(report.documents());
    digest.outcomes(report.months());
    return HexFormat.of().formatHex(digest.digest.digest());
  }

  private void outcomes(List<Outcome> outcomes) {
    count(outcomes.size());
    for (Outcome outcome : outcomes) {
      text(outcome.name());
      text(outcome.id().value());
      text(outcome.date().toString());
      text(outcome.kind());
      text(outcome.state().name());
      count(outcome.reasons().size());
      outcome.reasons().forEach(this::reason);
      count(outcome.vouchers().size());
      outcome.vouchers().forEach(this::voucher);
      count(outcome.items().size());
      outcome.items().forEach(this::item);
      outcome.lineVerdicts().forEach(this::verdict);
      outcome.itemVerdicts().forEach(this::verdict);
      count(outcome.sumVerdicts().size());
      outcome.sumVerdicts().forEach(this::verdict);
    }
  }

  private void reason(Reason reason) {
    text(reason.code());
    text(reason.chinese());
    text(reason.english());
  }

  private void voucher(Voucher voucher) {
    text(voucher.key().value());
    text(voucher.purpose().name());
    text(voucher.date().toString());
    text(voucher.currency());
    text(voucher.summary());
    count(voucher.attachments());
    count(voucher.lines().size());
    voucher.lines().forEach(this::line);
  }

  private void line(VoucherLine line) {
    text(line.summary());
    text(line.account());
    text(line.side().name());
    text(line.amount().plain());
    for (Dimension dimension : Dimension.values()) {
      text(line.dimensions().getOrDefault(dimension, ""));
    }
    explanation(line.explanation());
  }

  private void item(PayItem item) {
    text(item.id().value());
    text(item.document().value());
    text(item.person().userId());
    text(item.department().id());
    text(item.item());
    text(item.code());
    text(item.unit().word());
    text(item.sign().word());
    text(item.day().toString());
    text(item.quantity().toPlainString());
    text(item.factor().toPlainString());
    text(item.rate().toPlainString());
    text(item.amount().toString());
    explanation(item.explanation());
  }

  private void explanation(Explanation explanation) {
    text(explanation.rule());
    text(explanation.arithmetic());
    text(explanation.rounding());
    text(explanation.result().toString());
    count(explanation.inputs().size());
    for (Explanation.Input input : explanation.inputs()) {
      text(input.name());
      text(input.value());
      text(input.origin());
    }
  }

  private void verdict(Verdict verdict) {
    switch (verdict) {
      case Verdict.Agrees agrees -> text("");
      case Verdict.Differs(String recomputed, Reason reason) -> reason(reason);
      case Verdict.Cannot(Reason reason) -> reason(reason);
    }
  }

  private void count(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    count(bytes.length);
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
