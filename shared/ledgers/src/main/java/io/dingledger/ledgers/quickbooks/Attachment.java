package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Uploads a file for a transaction: {@code multipart/form-data} with the part {@code
 * file_metadata_01} (JSON that refers to the transaction) and {@code file_content_01}. The shape is
 * as integrators use it; it was not tried on a live company.
 */
final class Attachment {
  private static final String BOUNDARY = "dingledger-part-7MA4YWxkTrZu0gW";
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\"\\\\/:*?<>|]");
  private static final int LONGEST_NAME = 100;

  private Attachment() {}

  static Attached attached(QuickBooksApi api, LedgerReference voucher, Attached.File file) {
    return switch (api.upload(body(voucher, file))) {
      case Answer.Failed<JsonNode>(Failure failure) -> new Attached.Failed(failure);
      case Answer.Got<JsonNode>(JsonNode tree) -> {
        JsonNode attachable = tree.path("AttachableResponse").path(0).path("Attachable");
        yield Json.scalar(attachable.path("Id")).isEmpty()
            ? new Attached.Failed(
                QuickBooksForm.FAILURES.of(
                    FailureKind.AMBIGUOUS, LedgerReason.UNCLEAR, "no attachable with an id"))
            : new Attached.Done();
      }
    };
  }

  /** Bytes as the characters of ISO 8859-1, which that charset turns into the same bytes again. */
  static HttpCall.Body body(LedgerReference voucher, Attached.File file) {
    String shown = UNSAFE.matcher(file.name()).replaceAll("_");
    String name = shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
    String type = file.contentType().matches("[!-~ ]{3,100}") ? file.contentType() : "text/plain";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    part(
        bytes,
        "name=\"file_metadata_01\"",
        "application/json; charset=UTF-8",
        Json.text(metadata(voucher, name, type)).getBytes(StandardCharsets.UTF_8));
    part(bytes, "name=\"file_content_01\"; filename=\"" + name + "\"", type, file.content());
    bytes.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return new HttpCall.Body(
        "multipart/form-data; boundary=" + BOUNDARY,
        bytes.toString(StandardCharsets.ISO_8859_1),
        StandardCharsets.ISO_8859_1);
  }

  private static ObjectNode metadata(LedgerReference voucher, String name, String type) {
    ObjectNode metadata = Json.object();
    metadata
        .putArray("AttachableRef")
        .addObject()
        .putObject("EntityRef")
        .put("type", TransactionKind.of(voucher).entity())
        .put("value", TransactionKind.id(voucher));
    return metadata.put("FileName", name).put("ContentType", type);
  }

  private static void part(
      ByteArrayOutputStream bytes, String disposition, String type, byte[] content) {
    String head =
        "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, disposition, type);
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(content);
    bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }
}
