package io.dingledger.platform.store;

import io.dingledger.platform.failure.PlatformReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Texts in items. A short one is stored as it is, so that a person can read it; a longer one is
 * compressed, since DynamoDB counts each begun kilobyte of a write; one that does not fit into an
 * item goes on in further items.
 */
final class StoredText {
  /** Texts up to this many bytes are not compressed: they would not save a write unit. */
  static final int SHORT = 600;

  /** Bytes in one item; the rest of DynamoDB's 400 KB is room for keys and attributes. */
  static final int PART = 350 * 1024;

  /** No text grows beyond this when it is unpacked, in bytes. */
  static final int LARGEST = 64 * 1024 * 1024;

  private static final String PLAIN = "text";
  private static final String PACKED = "gzip";
  private static final String PARTS = "parts";

  private StoredText() {}

  /** The item with the text in it. */
  static Item into(Item item, String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return plain.length <= SHORT ? item.with(PLAIN, text) : item.with(PACKED, packed(plain));
  }

  /** The text of one item. */
  static String of(Item item) {
    return item.text(PLAIN)
        .orElseGet(
            () -> unpacked(item.key(), item.bytes(PACKED).orElseThrow(() -> damaged(item.key()))));
  }

  /** The writes that store a text of any length at a key and, if need be, behind it. */
  static List<Write> writes(Item first, String text, Condition condition) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    byte[] packed = packed(plain);
    if (packed.length <= PART) {
      return List.of(new Write.Put(into(first, text), condition));
    }
    int parts = (packed.length + PART - 1) / PART;
    List<Write> writes = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      byte[] bytes =
          Arrays.copyOfRange(packed, part * PART, Math.min(packed.length, (part + 1) * PART));
      Item item =
          part == 0
              ? first.with(PARTS, parts).with(PACKED, bytes)
              : Item.at(Keys.part(first.key(), part)).with(PACKED, bytes);
      writes.add(new Write.Put(item, part == 0 ? condition : Condition.NONE));
    }
    return writes;
  }

  /** The text at a key, with all that lies behind it. */
  static Optional<String> read(Table table, Key key) {
    return table.get(key).map(first -> whole(table, first));
  }

  /** The text whose first item this is. */
  static String whole(Table table, Item first) {
    int parts = Math.toIntExact(first.whole(PARTS));
    if (parts < 2) {
      return of(first);
    }
    List<Key> rest =
        IntStream.range(1, parts).mapToObj(part -> Keys.part(first.key(), part)).toList();
    Map<Key, Item> found = table.getAll(rest);
    ByteArrayOutputStream packed = new ByteArrayOutputStream(parts * PART);
    packed.writeBytes(first.bytes(PACKED).orElseThrow(() -> damaged(first.key())));
    for (Key key : rest) {
      packed.writeBytes(
          Optional.ofNullable(found.get(key))
              .flatMap(item -> item.bytes(PACKED))
              .orElseThrow(() -> damaged(key)));
    }
    return unpacked(first.key(), packed.toByteArray());
  }

  private static byte[] packed(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory can be written to", impossible);
    }
    return packed.toByteArray();
  }

  private static String unpacked(Key key, byte[] packed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] plain = gzip.readNBytes(LARGEST + 1);
      if (plain.length > LARGEST) {
        throw damaged(key);
      }
      return new String(plain, StandardCharsets.UTF_8);
    } catch (IOException notGzip) {
      throw new StoreRefused(notGzip, PlatformReason.STORED_UNREADABLE, key.sort());
    }
  }

  /** Names the sort only: partitions hold tenants' identifiers. */
  static StoreRefused damaged(Key key) {
    return new StoreRefused(PlatformReason.STORED_UNREADABLE, key.sort());
  }
}
