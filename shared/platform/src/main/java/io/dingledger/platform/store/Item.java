package io.dingledger.platform.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One item of the table: its place and its attributes. Immutable.
 *
 * @param key its place
 * @param attributes its attributes by name, without those of the key
 */
public record Item(Key key, Map<String, Attribute> attributes) {
  /** The attribute that conditions compare. */
  public static final String VERSION = "version";

  /**
   * When the table may forget the item, in seconds since 1970: {@code TimeToLiveSpecification} in
   * {@code template.yaml}. It happens days later, or on one machine never: no reader may rely on
   * it.
   */
  public static final String GONE_AFTER = "goneAfter";

  /** DynamoDB refuses larger items: 400 KB, names of attributes included. */
  public static final int LARGEST = 400 * 1024;

  /** What the table itself adds: the names {@code pk} and {@code sk} and the id of the write. */
  static final int OVERHEAD = 44;

  public Item {
    attributes = Map.copyOf(attributes);
  }

  /** An item without attributes. */
  public static Item at(Key key) {
    return new Item(key, Map.of());
  }

  /** This item with a text. */
  public Item with(String name, String value) {
    return with(name, new Attribute.Text(value));
  }

  /** This item with a whole number. */
  public Item with(String name, long value) {
    return with(name, new Attribute.Whole(value));
  }

  /** This item with bytes. */
  public Item with(String name, byte[] value) {
    return with(name, new Attribute.Bytes(value));
  }

  /**
   * This item with an end. Only for what is of no use afterwards to anybody: nothing that guards
   * against posting twice, and nothing of a document.
   */
  Item goneAfter(Instant end) {
    return with(GONE_AFTER, end.getEpochSecond());
  }

  /** This item without an attribute. */
  public Item without(String name) {
    Map<String, Attribute> fewer = new TreeMap<>(attributes);
    fewer.remove(name);
    return new Item(key, fewer);
  }

  /** A text by name; empty when there is none of that type. */
  public Optional<String> text(String name) {
    return attributes.get(name) instanceof Attribute.Text(String value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** A whole number by name; 0 when there is none of that type. */
  public long whole(String name) {
    return attributes.get(name) instanceof Attribute.Whole(long value) ? value : 0;
  }

  /** Bytes by name; empty when there are none of that type. */
  public Optional<byte[]> bytes(String name) {
    return attributes.get(name) instanceof Attribute.Bytes(byte[] value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** How many bytes it counts for, by DynamoDB's rules, with what the table adds. */
  public int size() {
    int size = OVERHEAD + key.partition().length() + key.sort().length();
    for (Map.Entry<String, Attribute> attribute : attributes.entrySet()) {
      size += attribute.getKey().getBytes(StandardCharsets.UTF_8).length;
      size += attribute.getValue().size();
    }
    return size;
  }

  private Item with(String name, Attribute value) {
    Map<String, Attribute> more = new TreeMap<>(attributes);
    more.put(name, value);
    return new Item(key, more);
  }
}
