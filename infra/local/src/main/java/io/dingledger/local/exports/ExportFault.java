package io.dingledger.local.exports;

import io.dingledger.model.failure.ReasonCode;

/** Why a batch or its file can't be had. */
public enum ExportFault implements ReasonCode {
  NONE_WAITS(
      "EXPORT-NONE-WAITS",
      "没有等待导出的凭证。",
      "单据记账后凭证会自动进入清单；已做的批次用 ./dev exports list 查看。",
      "No voucher waits to be exported.",
      "Vouchers are listed as documents are posted; ./dev exports list shows the batches made."),
  /** Argument: what was asked for. */
  BATCH_UNKNOWN(
      "EXPORT-BATCH-UNKNOWN",
      "没有批次 {0}。",
      "批次号见 ./dev exports list。",
      "There is no batch {0}.",
      "./dev exports list shows the batches."),
  /** The tenant has no ledger at all. */
  NO_LEDGER(
      "EXPORT-NO-LEDGER",
      "此租户没有连接账务系统，不知道文件的格式。",
      "请在租户文件中连接类型为 file 的账务系统。",
      "This tenant has no ledger, so the file's format is not known.",
      "Connect a ledger of the type file in the tenant's file."),
  /** Arguments: the word, the known ones. */
  FORMAT_UNKNOWN(
      "EXPORT-FORMAT-UNKNOWN",
      "没有文件格式 {0}。",
      "可用：{1}。",
      "There is no file format {0}.",
      "Use one of: {1}."),
  /** Argument: the parameter. */
  NUMBER_WRONG(
      "EXPORT-NUMBER-WRONG",
      "参数 {0} 须是范围内的正整数。",
      "limit 为 1–5000，numberFrom 为 1–999999。",
      "The parameter {0} must be a whole number within its range.",
      "limit is 1 to 5000, numberFrom 1 to 999999."),
  /** Argument: the batch. */
  VOUCHER_MISSING(
      "EXPORT-VOUCHER-MISSING",
      "批次 {0} 中有凭证在存储中找不到。",
      "请联系运维人员检查数据表；不要手工补造文件。",
      "A voucher of batch {0} is not in the store.",
      "Let an operator look at the table; don't make up the file by hand."),
  /** Argument: the path. */
  FILE_NOT_WRITTEN(
      "EXPORT-FILE-NOT-WRITTEN",
      "文件 {0} 已存在或无法写入；这次导出已登记。",
      "请用 --out 指定另一个文件夹，再取一次。",
      "The file {0} is there or can't be written; that it was taken is noted all the same.",
      "Name another folder by --out, and take it again.");

  private final Texts texts;

  ExportFault(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
