package io.dingledger.simulator.world;

import io.dingledger.platform.store.Attribute;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.Write;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * What a call to the table is about, from its keys and, for the record of a document, from the last
 * entry of the timeline that is written with it. So a crash point has its name from what is really
 * written there.
 */
final class WrittenWhat {
  /** What stands in the name of a write of something that a person must see. */
  static final String NOTICE = "notice";

  private static final String LAST = "\"what\":\"";
  private static final String TEXT = "text";
  private static final String PACKED = "gzip";

  /** The meaning of the letters in {@code docs/data-model.md}. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("D", "document"),
          Map.entry("R", "rule book"),
          Map.entry("V", "lives of rule books"),
          Map.entry("B", "siblings"),
          Map.entry("P", "people"),
          Map.entry("O", "departments"),
          Map.entry("M", "marks"),
          Map.entry("N", "notes"),
          Map.entry("Z", "months of pay"),
          Map.entry("W", "pay sheets"),
          Map.entry("Y", "pay items"),
          Map.entry("G", "gate"),
          Map.entry("E", "exports"),
          Map.entry("Q", "call count"),
          Map.entry("K", "token"),
          Map.entry("X", "write-backs"));

  private WrittenWhat() {}

  /** What lies at a key. */
  static String at(Key key) {
    return at(key.partition(), key.sort());
  }

  /** What lies in a partition under sorts that begin so. */
  static String at(String partition, String sort) {
    String[] parts = partition.split("#", 4);
    if (!parts[0].equals("T")) {
      return switch (parts[0]) {
        case "C", "I" -> "callback key";
        case "S" -> "suite";
        case "Q", "QUARANTINE" -> "quarantine";
        case "TENANTS" -> "tenants";
        default -> parts[0];
      };
    }
    if (parts.length < 3) {
      return "tenant " + sort;
    }
    String place = PLACES.getOrDefault(parts[2], parts[2]);
    String kind = sort.isEmpty() ? "all" : sort.split("#", 2)[0];
    return switch (parts[2]) {
      case "D" -> (parts[3].startsWith(NOTICE) ? NOTICE : "document") + " " + kind;
      case "N" -> "notes " + kind;
      default -> place;
    };
  }

  /** What is written together. */
  static String of(List<Write> writes) {
    TreeSet<String> places = new TreeSet<>();
    for (Write write : writes) {
      places.add(of(write));
    }
    return places.stream().collect(Collectors.joining(" + "));
  }

  private static String of(Write write) {
    String place = at(write.key());
    return switch (write) {
      case Write.Put put when place.endsWith(" record") ->
          place + " (" + lastEntry(put.item()) + ")";
      case Write.Put put -> place;
      case Write.Delete gone -> place + " gone";
      case Write.Check check -> place + " checked";
    };
  }

  /** The last entry of a record's timeline; later fields hold no such name. */
  private static String lastEntry(Item record) {
    String text = text(record);
    int from = text.lastIndexOf(LAST);
    if (from < 0) {
      return "new";
    }
    int begin = from + LAST.length();
    return text.substring(begin, text.indexOf('"', begin));
  }

  private static String text(Item record) {
    return switch (record.attributes().get(TEXT)) {
      case Attribute.Text(String plain) -> plain;
      case null, default -> record.bytes(PACKED).map(WrittenWhat::unpacked).orElse("");
    };
  }

  private static String unpacked(byte[] packed) {
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
