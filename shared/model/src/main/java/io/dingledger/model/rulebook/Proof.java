package io.dingledger.model.rulebook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * That a text of a rule book was tried out: on which documents, and what of them was abnormal. The
 * system makes it, never the person who asks for it. It is kept for ever, as what the approver saw.
 *
 * @param version the version of the very text that was tried out
 * @param report SHA-256 of the report, 64 hexadecimal digits
 * @param documents the documents that were used, abnormal ones included, each once
 * @param abnormal those of them that are abnormal
 */
public record Proof(
    String version, String report, List<String> documents, List<Abnormal> abnormal) {
  /** Fewer abnormal documents than this prove nothing: everybody tries out what goes well. */
  public static final int LEAST_ABNORMAL = 3;

  public Proof {
    documents = List.copyOf(documents);
    abnormal = List.copyOf(abnormal);
  }

  /**
   * A document with which something is not as usual.
   *
   * @param document which
   * @param what what is abnormal about it, a stable word
   * @param result SHA-256 of what the rule book made of it, 64 hexadecimal digits
   */
  public record Abnormal(String document, String what, String result) {}

  /**
   * Whether it proves what has to be proven: digests are digests, every document is named once, and
   * {@value #LEAST_ABNORMAL} abnormal ones are among them.
   */
  public boolean isComplete() {
    Set<String> used = new HashSet<>(documents);
    Set<String> distinct = new HashSet<>();
    boolean allThere =
        abnormal.stream()
            .allMatch(
                each ->
                    used.contains(each.document())
                        && distinct.add(each.document())
                        && !each.what().isBlank()
                        && isDigest(each.result()));
    return allThere
        && abnormal.size() >= LEAST_ABNORMAL
        && used.size() == documents.size()
        && isDigest(report);
  }

  private static boolean isDigest(String text) {
    return text.matches("[0-9a-f]{64}");
  }
}
