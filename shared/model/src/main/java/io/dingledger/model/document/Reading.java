package io.dingledger.model.document;

import io.dingledger.model.failure.Reason;
import java.util.List;

/**
 * A source document as it was read, and what is doubtful about it.
 *
 * @param document the typed document
 * @param doubts why a person must look at it before anything is posted; empty when nothing is
 *     doubtful
 */
public record Reading(SourceDocument document, List<Reason> doubts) {
  public Reading {
    doubts = List.copyOf(doubts);
  }
}
