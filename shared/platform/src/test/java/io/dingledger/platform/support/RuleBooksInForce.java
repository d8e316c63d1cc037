package io.dingledger.platform.support;

import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.Proof;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.rulebook.Step;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.RuleBookLives;
import io.dingledger.platform.store.RuleBookStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Puts texts in force by the only way there is: all four steps. */
public final class RuleBooksInForce {
  /** Who puts texts forward. */
  public static final Signer AUTHOR = Signer.of("author").orElseThrow();

  /** Who agrees to them. */
  public static final Signer APPROVER = Signer.of("approver").orElseThrow();

  private static final String DIGEST = "a".repeat(64);

  private RuleBooksInForce() {}

  /** A text in force since ever; its version. */
  public static String put(
      RuleBookStore texts, RuleBookLives lives, Tenant tenant, String text, Instant at) {
    return put(texts, lives, tenant, text, LocalDate.EPOCH, at);
  }

  /** A text in force from a date on; its version. */
  public static String put(
      RuleBookStore texts,
      RuleBookLives lives,
      Tenant tenant,
      String text,
      LocalDate from,
      Instant at) {
    String version = texts.put(tenant, text);
    for (Step step : steps(version, from, at)) {
      if (!(lives.take(tenant, version, step, LocalDate.MIN) instanceof LifeCycle.Outcome.Taken)) {
        throw new IllegalStateException(version + " can't be put in force");
      }
    }
    return version;
  }

  /** The four steps of a version. */
  public static List<Step> steps(String version, LocalDate from, Instant at) {
    return List.of(
        new Step.Drafted(AUTHOR, at),
        new Step.Simulated(proof(version), AUTHOR, at),
        new Step.Approved(DIGEST, APPROVER, at),
        new Step.Activated(from, APPROVER, at));
  }

  /** A complete proof of a version. */
  public static Proof proof(String version) {
    List<Proof.Abnormal> abnormal =
        Stream.of("negative", "unmapped", "overnight")
            .map(what -> new Proof.Abnormal("d-" + what, what, DIGEST))
            .toList();
    return new Proof(
        version, DIGEST, abnormal.stream().map(Proof.Abnormal::document).toList(), abnormal);
  }
}
