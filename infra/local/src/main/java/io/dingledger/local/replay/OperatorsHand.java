package io.dingledger.local.replay;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import java.util.List;
import java.util.stream.Collectors;

/** What an operator's word does to the reasons of a document. */
final class OperatorsHand {
  /** Reasons of the way to the ledger, which say nothing against the document itself. */
  private static final List<String> OF_THE_WAY = List.of("POST-", "RETRY-");

  /** A dead letter may have said more than the record holds. */
  private static final String DEAD_LETTER = "RETRY-UNDELIVERABLE";

  private OperatorsHand() {}

  /** Whether it is HELD for doubt that is not its vouchers'. */
  static boolean isInDoubtItself(DocumentRecord record) {
    return record.state() == DocumentState.HELD
        && record.reasons().stream().anyMatch(reason -> !isOfTheWay(reason));
  }

  /** The codes of that doubt. */
  static String ownReasons(DocumentRecord record) {
    return record.reasons().stream()
        .filter(reason -> !isOfTheWay(reason))
        .map(Reason::code)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Once it waits for nobody any more, why it waited is forgotten. */
  static DocumentRecord withoutReasons(DocumentRecord record) {
    return record.state() == DocumentState.HELD
        ? record
        : record
            .changed()
            .reasons(record.reasons().stream().filter(reason -> !isOfTheWay(reason)).toList())
            .build();
  }

  private static boolean isOfTheWay(Reason reason) {
    return !reason.code().equals(DEAD_LETTER)
        && OF_THE_WAY.stream().anyMatch(reason.code()::startsWith);
  }
}
