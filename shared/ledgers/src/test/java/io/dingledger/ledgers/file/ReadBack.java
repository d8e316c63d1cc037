package io.dingledger.ledgers.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads files as their receivers would, by code that did not write them. */
final class ReadBack {
  /**
   * A table.
   *
   * @param sheet the sheet's name, empty of a text
   * @param rows all rows; numbers of workbooks as they are stored
   * @param types the types of a workbook's cells by {@code row/column}
   */
  record Table(String sheet, List<List<String>> rows, Map<String, CellType> types) {
    /** The cell of a row under a heading of the first row. */
    String at(int row, String heading) {
      int column = rows.getFirst().indexOf(heading);
      List<String> cells = rows.get(row);
      return column < cells.size() ? cells.get(column) : "";
    }

    CellType type(int row, String heading) {
      return types.getOrDefault(row + "/" + rows.getFirst().indexOf(heading), CellType.EMPTY);
    }

    BigDecimal sum(int from, String heading) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int row = from; row < rows.size(); row++) {
        sum = sum.add(new BigDecimal(at(row, heading)));
      }
      return sum;
    }
  }

  private ReadBack() {}

  static Table workbook(byte[] content) {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
        Stream<Row> read = workbook.getFirstSheet().openStream()) {
      List<List<String>> rows = new ArrayList<>();
      Map<String, CellType> types = new HashMap<>();
      read.forEach(
          row -> {
            List<String> cells = new ArrayList<>();
            row.forEach(
                cell -> {
                  types.put(
                      rows.size() + "/" + cells.size(),
                      cell == null ? CellType.EMPTY : cell.getType());
                  cells.add(
                      cell == null || cell.getType() == CellType.EMPTY
                          ? ""
                          : cell.getType() == CellType.STRING
                              ? cell.asString()
                              : cell.getRawValue());
                });
            rows.add(cells);
          });
      return new Table(workbook.getFirstSheet().getName(), rows, types);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The text of these bytes, each of which must mean something. */
  static String text(byte[] content, String charset) {
    try {
      return Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** RFC 4180, character by character. */
  static Table csv(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      boolean doubled = quoted && index + 1 < text.length() && text.charAt(index + 1) == '"';
      if (unit == '"' && doubled) {
        cell.append(unit);
        index++;
      } else if (unit == '"') {
        quoted = !quoted;
      } else if (unit == ',' && !quoted) {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (unit == '\r' && !quoted && text.charAt(index + 1) == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(row);
        row = new ArrayList<>();
        index++;
      } else {
        cell.append(unit);
      }
    }
    if (quoted || !row.isEmpty()) {
      throw new IllegalArgumentException("the last record is not closed");
    }
    return new Table("", rows, Map.of());
  }
}
