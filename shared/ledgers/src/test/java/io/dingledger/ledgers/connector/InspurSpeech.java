package io.dingledger.ledgers.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.connector.StandInBooks.Booked;
import io.dingledger.ledgers.connector.StandInBooks.Line;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that an integrator showed of one Inspur customer's service; answers are invented. */
final class InspurSpeech implements ConnectorStandIn.Speech {
  private static final String CONSTANTS =
      """
      sourceSystemCode=DL
      sourceSystemName=钉钉凭证
      billType=BX
      voucherType=记
      applier=integration
      companyCode=01
      companyName=示例公司
      """;

  private static final String TOKEN = "tok-8c41e7d20b";

  private final StandInBooks books;

  InspurSpeech(StandInBooks books) {
    this.books = books;
  }

  @Override
  public Map<String, String> settings(URI address) {
    return Map.of(
        "template", "inspur",
        "url", address + "/Voucher",
        "headers", "X-Token: ${secret.token}",
        "constants", CONSTANTS,
        "successTests", "/ResultCode equals 1",
        "idPointer", "/VoucherGuid",
        "numberPointer", "/VoucherNo",
        "refusalTests", "/ResultCode equals 0",
        "wordsPointer", "/ResultMsg",
        "readTimeoutSeconds", "3");
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("token", TOKEN);
  }

  @Override
  public Optional<Request> errand(Call call) {
    return Optional.of(Request.SEND);
  }

  @Override
  public Reply answer(Call call) {
    if (!call.headers().getOrDefault("x-token", "").equals(TOKEN)) {
      return Reply.json(401, "{}");
    }
    JsonNode voucher = JsonSpeech.tree(call.body());
    String key = voucher.path("VoucherID").textValue();
    if (!books.held(key).isEmpty()) {
      return booked(books.held(key).getFirst());
    }
    List<Line> lines = new ArrayList<>();
    for (JsonNode row : voucher.path("Rows")) {
      BigDecimal amount = row.path("Amount").decimalValue();
      boolean debit = row.path("Direction").textValue().equals("1");
      lines.add(
          new Line(
              row.path("SubjectCode").textValue(),
              row.path("DeptmentCode").textValue(),
              debit ? amount : BigDecimal.ZERO,
              debit ? BigDecimal.ZERO : amount));
    }
    LocalDate date =
        LocalDate.parse(voucher.path("VoucherDate").textValue(), DateTimeFormatter.BASIC_ISO_DATE);
    return books.refusal(YearMonth.from(date), lines).isPresent()
        ? Reply.json("{\"ResultCode\":\"0\",\"ResultMsg\":\"凭证不合规\"}")
        : booked(books.book(key, lines));
  }

  @Override
  public Reply trouble(Trouble trouble, Call call) {
    return Reply.json("{\"ResultCode\":\"9\",\"ResultMsg\":\"系统异常\"}");
  }

  private static Reply booked(Booked booked) {
    return Reply.json(
        "{\"ResultCode\":\"1\",\"ResultMsg\":\"\",\"VoucherGuid\":\"%s\",\"VoucherNo\":\"%s\"}"
            .formatted(booked.id(), booked.number()));
  }
}
