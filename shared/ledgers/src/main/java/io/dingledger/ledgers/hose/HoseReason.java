package io.dingledger.ledgers.hose;

import io.dingledger.model.failure.ReasonCode;

/** What is wrong with what 合思 tells. */
public enum HoseReason implements ReasonCode {
  /** There is no such document. Arguments: its id. */
  NO_FLOW(
      "HOSE-NO-FLOW",
      "合思没有返回单据 {0}。",
      "请在合思中确认单据存在，且开放接口应用有权读取；然后重新处理。",
      "Hose did not return document {0}.",
      "See in Hose that it exists and that the app may read it; then process it again."),
  /** Its parts can't be read. Arguments: which part. */
  UNREADABLE(
      "HOSE-UNREADABLE",
      "合思单据的“{0}”缺失或无法识别，因此没有生成凭证。",
      "请在合思中核对该单据；如果单据无误，请联系运维核对接口格式，然后重新处理。",
      "The part “{0}” of the document in Hose is missing or can't be read, so no voucher was made.",
      "Look at the document in Hose; if it is right, have the operator compare the interface, then"
          + " process it again."),
  /** The app's key or secret is wrong. */
  LOGIN_REFUSED(
      "HOSE-LOGIN-REFUSED",
      "合思拒绝了 appKey 或 appSecurity。",
      "请在合思“开放接口”中核对并更新租户设置。",
      "Hose refused appKey or appSecurity.",
      "Compare them with the open interface's page in Hose and update the tenant's settings.");

  private final Texts texts;

  HoseReason(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
