package io.dingledger.dingtalk.document;

import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.failure.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What comes out while one document is read: where its fields were found, and the doubts. */
final class Findings {
  private static final int MOST_DOUBTS = 20;
  private static final int LONGEST_SHOWN = 40;

  private final DocumentHeader header;
  private final Map<String, String> origins = new LinkedHashMap<>();
  private final Set<Reason> doubts = new LinkedHashSet<>();

  Findings(DocumentHeader header) {
    this.header = header;
  }

  DocumentHeader header() {
    return header;
  }

  void origin(String field, String where) {
    origins.putIfAbsent(field, where);
  }

  void doubt(DocumentDoubt doubt, Object... arguments) {
    if (doubts.size() < MOST_DOUBTS) {
      doubts.add(Reason.of(doubt, arguments));
    }
  }

  /** A doubt about a field, whose two names come first among the arguments. */
  void doubtOf(Field field, DocumentDoubt doubt, String... more) {
    List<Object> arguments = new ArrayList<>(List.of(field.chinese(), field.english()));
    for (String text : more) {
      arguments.add(shown(text));
    }
    doubt(doubt, arguments.toArray());
  }

  boolean isDoubtful() {
    return !doubts.isEmpty();
  }

  Reading typed(Function<DocumentHeader, SourceDocument> document) {
    return new Reading(document.apply(header.withOrigins(origins)), List.copyOf(doubts));
  }

  Reading unrecognised(DocumentKind supposed) {
    return unrecognised(supposed.word());
  }

  Reading unrecognised(String supposedKind) {
    return typed(known -> new Unrecognised(known, supposedKind));
  }

  /** What a person sees of a value that can't be used. */
  static String shown(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }
}
