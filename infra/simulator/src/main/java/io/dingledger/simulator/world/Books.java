package io.dingledger.simulator.world;

import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.Proof;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.rulebook.Step;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.Platform;
import io.dingledger.rules.Checked;
import io.dingledger.rules.RuleBooks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The companies' rule books, put in force by all steps of their life. */
public final class Books {
  private static final Signer AUTHOR = Signer.of("author").orElseThrow();
  private static final Signer APPROVER = Signer.of("approver").orElseThrow();

  /** Reading a text takes long and gives the same every time, so it is done once. */
  private static final Map<String, Checked> READ = new ConcurrentHashMap<>();

  private Books() {}

  /** What the steps read a rule book with. */
  static Checked read(String text) {
    return READ.computeIfAbsent(text, RuleBooks::check);
  }

  /** A rule book; one edition differs from another by an account. */
  static String text(int edition) {
    return """
    ruleBook: 1
    name: edition %d
    currency: CNY
    scope:
      - { form: claim, processCode: PROC-CLAIM }
    forms:
      claim:
        kind: expenseClaim
        fields:
          total: { id: MoneyField-Total, name: total }
        table:
          at: { id: TableField-Rows, name: rows }
          fields:
            category: { name: category }
            amount: { id: amount, name: amount }
    accounts:
      travel: { code: "6602.%02d" }
      payable: { code: "2241" }
    rules:
      - name: claim
        for: expenseClaim
        lines:
          - { debit: travel, amount: claim.total }
          - { credit: payable, amount: claim.total }
    vouchers:
      per: document
      date: approved
      summary: "claim"
    """
        .formatted(edition, edition);
  }

  /** Puts an edition in force from a date on; says its version. */
  public static String enact(
      Platform platform, Tenant tenant, int edition, LocalDate from, Instant now) {
    String version = platform.ruleBooks().put(tenant, text(edition));
    String digest = "0".repeat(64);
    List<String> odd = List.of("odd-1", "odd-2", "odd-3");
    Proof proof =
        new Proof(
            version,
            digest,
            odd,
            odd.stream().map(each -> new Proof.Abnormal(each, "ODD", digest)).toList());
    for (Step step :
        List.of(
            new Step.Drafted(AUTHOR, now),
            new Step.Simulated(proof, AUTHOR, now),
            new Step.Approved(digest, APPROVER, now),
            new Step.Activated(from, APPROVER, now))) {
      if (platform.lives().take(tenant, version, step, LocalDate.MIN)
          instanceof LifeCycle.Outcome.Refused refused) {
        throw new IllegalStateException(refused.reason().english());
      }
    }
    return version;
  }
}
