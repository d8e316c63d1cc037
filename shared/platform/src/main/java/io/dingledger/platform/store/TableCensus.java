package io.dingledger.platform.store;

import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counts a tenant's documents that are not at rest, from the index alone: five queries that read no
 * document, half a read unit for about twenty lines. What is counted stops at {@value #MOST} for
 * each state, so that a count never costs more than five read units for each.
 */
public final class TableCensus {
  /** So many of each state are counted at most. */
  public static final int MOST = 200;

  private static final List<DocumentState> OPEN =
      List.of(DocumentState.RECEIVED, DocumentState.FETCHING, DocumentState.POSTING);

  private static final String NOTICE = "notice:";

  private final Table table;

  /** Of the documents in this table. */
  public TableCensus(Table table) {
    this.table = table;
  }

  /**
   * What was counted.
   *
   * @param open documents that machines are busy with
   * @param parked documents that wait for something named
   * @param held documents that wait for a person, without notices
   * @param oldest how long the longest of the open ones has not changed; zero when there are none
   */
  public record Count(int open, int parked, int held, Duration oldest) {
    /** None. */
    public static final Count NONE = new Count(0, 0, 0, Duration.ZERO);

    /** Both together. */
    public Count plus(Count other) {
      return new Count(
          open + other.open,
          parked + other.parked,
          held + other.held,
          oldest.compareTo(other.oldest) >= 0 ? oldest : other.oldest);
    }
  }

  /**
   * Counts.
   *
   * @throws StoreUnreachable when the table gives no answer
   */
  public Count of(Tenant tenant, Instant now) {
    int open = 0;
    Instant oldest = now;
    for (DocumentState state : OPEN) {
      List<Index.Entry> lines = lines(tenant, state);
      open += lines.size();
      if (!lines.isEmpty()) {
        oldest = earlier(oldest, Keys.momentOf(lines.getFirst().sort()));
      }
    }
    return new Count(
        open,
        lines(tenant, DocumentState.PARKED).size(),
        lines(tenant, DocumentState.HELD).size(),
        Duration.between(oldest, now));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private List<Index.Entry> lines(Tenant tenant, DocumentState state) {
    return table
        .queryIndex(Index.LIST, Keys.list(tenant, state), Optional.empty(), false, MOST)
        .stream()
        .filter(line -> !isNotice(line))
        .toList();
  }

  private static boolean isNotice(Index.Entry line) {
    return Keys.ownerOf(line.key())
        .filter(owner -> owner.document().value().startsWith(NOTICE))
        .isPresent();
  }
}
