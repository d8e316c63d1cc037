package io.dingledger.platform.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The value of an attribute. */
public sealed interface Attribute {
  /** How many bytes it counts for, by DynamoDB's rules. */
  int size();

  /** Text, stored as UTF-8. */
  record Text(String value) implements Attribute {
    @Override
    public int size() {
      return value.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /** A whole number. */
  record Whole(long value) implements Attribute {
    @Override
    public int size() {
      return Long.toString(value).length() / 2 + 2;
    }
  }

  /** Bytes; compared by content. The array is not copied: nobody may change it. */
  record Bytes(byte[] value) implements Attribute {
    @Override
    public int size() {
      return value.length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes bytes && Arrays.equals(bytes.value, value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return value.length + " bytes";
    }
  }
}
