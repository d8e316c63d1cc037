package io.dingledger.ledgers.file;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How vouchers are laid out in a file of one format. */
interface Layout {
  /** The columns by the names that the receiver gives them. */
  List<String> columns();

  /** A line; a cell for each column. */
  List<Cell> row(Entry entry);

  /**
   * The whole file.
   *
   * @param rows the lines, without headings
   * @param made when its batch was made: files of the same batch are the same, byte by byte
   */
  byte[] file(List<List<Cell>> rows, Instant made);

  /** In what it is encoded; empty for Unicode in XML. */
  Optional<Charset> encoding();

  /** The longest account code. */
  default int longestAccount() {
    return Integer.MAX_VALUE;
  }

  /** The column in which a code holds what separates fields in this format. */
  default Optional<String> unfit(Entry entry, List<Cell> row) {
    return Optional.empty();
  }

  /** The layout of the settings' format. */
  static Layout of(FileSettings settings) {
    return switch (settings.format()) {
      case GENERIC_XLSX, GENERIC_CSV -> new GenericLayout(settings);
      case KINGDEE_XLSX -> new KingdeeLayout(settings);
      case KIS_XLSX -> new KisLayout(settings);
      case U8_TEXT -> new U8Layout(settings);
    };
  }
}
