package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.progress.LedgerReference;
import java.util.Base64;

/**
 * Writes a file as the {@code data} of {@code AttachmentUpload}. That service exists; the names in
 * here are not in the vendor's public papers that we have, and are marked unsure in the form.
 */
final class AttachmentRequest {
  private AttachmentRequest() {}

  /** The whole file in one piece. */
  static ObjectNode data(LedgerReference voucher, Attached.File file) {
    return Json.object()
        .put("FileName", file.name())
        .put("FormId", SaveRequest.FORM)
        .put("IsLast", true)
        .put("InterId", voucher.id())
        .put("BillNO", voucher.number())
        .put("SendByte", Base64.getEncoder().encodeToString(file.content()));
  }
}
