package io.dingledger.bench;

import io.dingledger.platform.store.Index;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Read and write units of DynamoDB, as its documentation counts them from sizes.
 *
 * @param halfReads eventually consistent reads of 4 KB, half a unit each
 * @param writes writes of 1 KB to the table
 * @param lines writes to each index
 */
record Units(long halfReads, long writes, Map<Index, Long> lines) {
  static final Units NONE = new Units(0, 0, Map.of());

  private static final int READ_UNIT = 4096;
  private static final int WRITE_UNIT = 1024;

  Units {
    lines = Map.copyOf(lines);
  }

  /** A consistent read of so many bytes; looking for what is not there costs one unit, too. */
  static Units read(long bytes) {
    return new Units(2 * begun(bytes, READ_UNIT), 0, Map.of());
  }

  /** A read of so many bytes through an index. */
  static Units readThroughIndex(long bytes) {
    return new Units(begun(bytes, READ_UNIT), 0, Map.of());
  }

  /** A write of an item that had or has so many bytes, whichever is more. */
  static Units write(long bytes, boolean inTransaction) {
    return new Units(0, begun(bytes, WRITE_UNIT) * (inTransaction ? 2 : 1), Map.of());
  }

  /** A changed line of an index: one for each that comes or goes. */
  static Units lines(Index index, int changed) {
    return new Units(0, 0, Map.of(index, (long) changed));
  }

  Units plus(Units more) {
    Map<Index, Long> both = new EnumMap<>(Index.class);
    both.putAll(lines);
    more.lines.forEach((index, count) -> both.merge(index, count, Long::sum));
    return new Units(halfReads + more.halfReads, writes + more.writes, both);
  }

  Units minus(Units before) {
    Map<Index, Long> rest = new EnumMap<>(Index.class);
    rest.putAll(lines);
    before.lines.forEach((index, count) -> rest.merge(index, -count, Long::sum));
    return new Units(halfReads - before.halfReads, writes - before.writes, rest);
  }

  /** Table and indexes together. */
  long allWrites() {
    return writes + lines.values().stream().mapToLong(Long::longValue).sum();
  }

  /** As it is printed, for example {@code 9.0 reads, 16 writes, due 6, list 9}. */
  String inWords() {
    String indexes =
        lines.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(line -> ", " + line.getKey().indexName() + " " + line.getValue())
            .collect(Collectors.joining());
    return String.format(Locale.ROOT, "%d.%d reads", halfReads / 2, halfReads % 2 * 5)
        + ", "
        + writes
        + " writes"
        + indexes;
  }

  private static long begun(long bytes, int unit) {
    return Math.max(1, Math.ceilDiv(bytes, unit));
  }
}
