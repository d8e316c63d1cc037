package io.dingledger.rules.book;

import io.dingledger.model.document.DocumentKind;
import java.util.List;

/**
 * Documents that are wanted. Of approvals, at least one of code and category is given, and all that
 * are given must fit; facts without approval have neither.
 *
 * @param target what they are
 * @param processCode the form's code, or empty
 * @param category DingTalk's {@code bizCategoryId}, or empty
 */
public record ScopeEntry(Target target, String processCode, String category) {
  /** DingTalk's own suites, which need no form mapping. */
  public static final List<DocumentKind> SUITES =
      List.of(
          DocumentKind.LEAVE,
          DocumentKind.OVERTIME,
          DocumentKind.TRAVEL,
          DocumentKind.OUTSIDE_WORK,
          DocumentKind.PUNCH_CORRECTION,
          DocumentKind.SHIFT_SWAP);

  /** Facts that no approval brings. */
  public static final List<DocumentKind> FACTS =
      List.of(DocumentKind.PUNCH, DocumentKind.DAILY_RESULT);

  /** What wanted documents are. */
  public sealed interface Target {
    /** Read by a form mapping. */
    record ByForm(FormMapping form) implements Target {}

    /** Typed without a mapping: one of {@link #SUITES} or {@link #FACTS}. */
    record BuiltIn(DocumentKind kind) implements Target {}
  }
}
