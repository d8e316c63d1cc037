package io.dingledger.ledgers.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of files that vouchers leave in. */
public enum FileFormat {
  /** A workbook with one row for each line, for any use. */
  GENERIC_XLSX(
      "generic-xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** The same as comma-separated text, RFC 4180. */
  GENERIC_CSV("generic-csv", "csv", "text/csv"),
  /** The import workbook of Kingdee Cloud Galaxy (金蝶云·星空). */
  KINGDEE_XLSX("kingdee-xlsx", "xlsx", GENERIC_XLSX.contentType),
  /** The 36 columns of Kingdee KIS and K/3. */
  KIS_XLSX("kis-xlsx", "xlsx", GENERIC_XLSX.contentType),
  /** The text file of Yonyou U8, T3 and T6 (用友总账工具). */
  U8_TEXT("u8-text", "txt", "text/plain");

  private final String word;
  private final String ending;
  private final String contentType;

  FileFormat(String word, String ending, String contentType) {
    this.word = word;
    this.ending = ending;
    this.contentType = contentType;
  }

  /** How settings and addresses write it, for example {@code generic-xlsx}. */
  public String word() {
    return word;
  }

  /** The format of a word. */
  public static Optional<FileFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** All words, in order, between commas. */
  public static String words() {
    return Arrays.stream(values()).map(FileFormat::word).collect(Collectors.joining(", "));
  }

  String ending() {
    return ending;
  }

  String contentType() {
    return contentType;
  }

  /** Whether it is a workbook, in which numbers are binary and keep 15 digits. */
  boolean isWorkbook() {
    return ending.equals("xlsx");
  }
}
