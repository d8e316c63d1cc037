package io.dingledger.ledgers.file;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Reads a ZIP in memory by its central directory. The library that writes workbooks puts sizes of
 * 64 bits behind its entries, which Java's reader of streams refuses.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format
 *     Specification</a>, 4.3.7, 4.3.12 and 4.3.16
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int DEFLATED = 8;
  private static final int CENTRAL_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;

  private ZipDirectory() {}

  /**
   * The contents by name, in their order.
   *
   * @throws IOException when this is no such ZIP: one disk, no comment, everything deflated
   */
  static Map<String, byte[]> contents(byte[] zip) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int end = zip.length - END_LENGTH;
      if (bytes.getInt(end) != END) {
        throw new ZipException("no end of the central directory");
      }
      Map<String, byte[]> contents = new LinkedHashMap<>();
      int entry = bytes.getInt(end + 16);
      for (int left = bytes.getShort(end + 10); left > 0; left--) {
        int name = bytes.getShort(entry + 28);
        contents.put(
            new String(zip, entry + CENTRAL_LENGTH, name, StandardCharsets.UTF_8),
            content(bytes, entry));
        entry += CENTRAL_LENGTH + name + bytes.getShort(entry + 30) + bytes.getShort(entry + 32);
      }
      return contents;
    } catch (IndexOutOfBoundsException | BufferUnderflowException cut) {
      throw new IOException("the ZIP is cut short", cut);
    }
  }

  private static byte[] content(ByteBuffer bytes, int entry) throws IOException {
    if (bytes.getShort(entry + 10) != DEFLATED) {
      throw new ZipException("an entry is not deflated");
    }
    int local = bytes.getInt(entry + 42);
    int from = local + LOCAL_LENGTH + bytes.getShort(local + 26) + bytes.getShort(local + 28);
    byte[] content = new byte[bytes.getInt(entry + 24)];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes.array(), from, bytes.getInt(entry + 20));
      if (inflater.inflate(content) != content.length) {
        throw new ZipException("an entry is shorter than its size");
      }
      return content;
    } catch (DataFormatException damaged) {
      throw new IOException("an entry is damaged", damaged);
    } finally {
      inflater.end();
    }
  }
}
