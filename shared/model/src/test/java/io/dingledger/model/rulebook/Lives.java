package io.dingledger.model.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Steps to build lives of. */
final class Lives {
  static final String TEXT = "v-aaaaaaaaaaaa";
  static final String OTHER_TEXT = "v-bbbbbbbbbbbb";
  static final Instant AT = Instant.parse("2026-07-01T02:00:00Z");
  static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  static final Signer LI = signer("Li");
  static final Signer WANG = signer("Wang");
  static final String REPORT = "a".repeat(64);
  static final String LATER_REPORT = "b".repeat(64);

  private Lives() {}

  static Signer signer(String id) {
    return Signer.of(id).orElseThrow();
  }

  static Proof proof(String version, String report, int abnormal) {
    List<String> documents = new ArrayList<>(List.of("ordinary"));
    List<Proof.Abnormal> odd =
        IntStream.range(0, abnormal)
            .mapToObj(n -> new Proof.Abnormal("odd-" + n, "negative", "c".repeat(64)))
            .toList();
    odd.forEach(each -> documents.add(each.document()));
    return new Proof(version, report, documents, odd);
  }

  static Step drafted(Signer by) {
    return new Step.Drafted(by, AT);
  }

  static Step simulated(Signer by) {
    return new Step.Simulated(proof(TEXT, REPORT, 3), by, AT);
  }

  static Step approved(Signer by) {
    return new Step.Approved(REPORT, by, AT);
  }

  static Step activated(Signer by, LocalDate from) {
    return new Step.Activated(from, by, AT);
  }

  static Step withdrawn(Signer by) {
    return new Step.Withdrawn(by, AT);
  }

  static RuleBookVersion.Active active(String version, LocalDate from, Instant at) {
    return (RuleBookVersion.Active)
        taken(
            LifeCycle.of(
                version,
                List.of(
                    drafted(LI),
                    new Step.Simulated(proof(version, REPORT, 3), LI, AT),
                    approved(WANG),
                    new Step.Activated(from, WANG, at))));
  }

  static RuleBookVersion taken(LifeCycle.Outcome outcome) {
    return switch (outcome) {
      case LifeCycle.Outcome.Taken(RuleBookVersion version) -> version;
      case LifeCycle.Outcome.Refused(var reason) -> throw new AssertionError(reason.code());
    };
  }
}
