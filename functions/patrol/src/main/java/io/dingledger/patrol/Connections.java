package io.dingledger.patrol;

import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Page;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts documents that wait for a connection to work again; only asked where any are parked. */
final class Connections {
  private static final int PAGE = 100;
  private static final int PAGES = 2;

  /** How the retry step and the entrance to ledgers begin what such a document waits for. */
  private static final String CONNECTION = "connection";

  private Connections() {}

  static int waitedFor(DocumentStore documents, Tenant tenant) {
    int waiting = 0;
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < PAGES; page++) {
      Page<DocumentRecord> parked =
          documents.list(tenant, Optional.of(DocumentState.PARKED), cursor, PAGE);
      waiting += Math.toIntExact(parked.items().stream().filter(Connections::waits).count());
      cursor = parked.cursor();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return waiting;
  }

  private static boolean waits(DocumentRecord record) {
    return Stream.concat(
            Stream.of(record.fetch()), record.postings().stream().map(each -> each.pending()))
        .map(Wait::waitsFor)
        .flatMap(Optional::stream)
        .anyMatch(thing -> thing.startsWith(CONNECTION));
  }
}
