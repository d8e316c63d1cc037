package io.dingledger.ledgers.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows as a workbook (XLSX) of one sheet. */
final class Workbooks {
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)";

  /**
   * Without a zone; of the very first date of ZIP, in 1980, Java would store the zone's one too.
   */
  private static final LocalDateTime FIXED = LocalDateTime.of(2000, 1, 1, 0, 0);

  private Workbooks() {}

  /**
   * The rows.
   *
   * @param made the time that the workbook says it was made
   */
  static byte[] of(String sheet, List<List<Cell>> rows, Instant made) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (Workbook workbook = new Workbook(bytes, "DingLedger", "1.0")) {
        Worksheet page = workbook.newWorksheet(sheet);
        for (int row = 0; row < rows.size(); row++) {
          List<Cell> cells = rows.get(row);
          for (int column = 0; column < cells.size(); column++) {
            put(page, row, column, cells.get(column));
          }
        }
      }
      return steady(bytes.toByteArray(), made);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory can be written to", impossible);
    }
  }

  private static void put(Worksheet page, int row, int column, Cell cell) {
    switch (cell) {
      case Cell.Blank blank -> {}
      case Cell.Text(String value) -> page.value(row, column, value);
      case Cell.Whole(long value) -> page.value(row, column, value);
      case Cell.Decimal(var value) -> {
        page.value(row, column, value);
        if (value.scale() == Entry.DECIMALS) {
          page.style(row, column).format("0.00").set();
        }
      }
      case Cell.Day(var value) -> {
        page.value(row, column, value);
        page.style(row, column).format("yyyy-mm-dd").set();
      }
    }
  }

  /**
   * The same without what is different each time: the clock's time in properties and in the ZIP.
   */
  private static byte[] steady(byte[] written, Instant made) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length);
    try (ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : ZipDirectory.contents(written).entrySet()) {
        boolean isDated = entry.getKey().equals(PROPERTIES);
        ZipEntry fixed = new ZipEntry(entry.getKey());
        fixed.setTimeLocal(FIXED);
        to.putNextEntry(fixed);
        to.write(isDated ? dated(entry.getValue(), made) : entry.getValue());
        to.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] dated(byte[] properties, Instant made) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceFirst(CREATED, "$1" + made.truncatedTo(ChronoUnit.SECONDS) + "$2")
        .getBytes(StandardCharsets.UTF_8);
  }
}
