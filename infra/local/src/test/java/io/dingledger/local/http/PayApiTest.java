package io.dingledger.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.DocumentStore.Source;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.PayItemStore.Booking;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.PayItemSamples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayApiTest {
  private static final Tenant ACME = Tenant.verified("acme");
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final String PERIODS = "/api/tenants/acme/pay-periods";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  private final HandClock clock = new HandClock(Instant.parse("2026-03-31T16:00:00Z"));
  private final MemoryMessageQueue<TranslateWork> work = new MemoryMessageQueue<>(clock);
  private Platform platform;
  private ReadApi api;

  @BeforeEach
  void start() {
    platform = new Platform(new MemoryTable(), KeyFileWrap.at(folder.resolve("key")), clock);
    platform.tenants().put(io.dingledger.platform.support.Samples.settings("acme", "callback"));
    platform.tenants().put(io.dingledger.platform.support.Samples.settings("other", "another"));
    PayApi pay =
        new PayApi(
            platform.tenants(),
            platform.documents(),
            platform.payItems(),
            work,
            OperatorToken.at(folder.resolve("operator.token")),
            clock);
    api = new ReadApi(platform.tenants(), platform.documents(), pay);
  }

  private Reply ask(String method, String path, String query, Map<String, String> headers) {
    return api.handle(new Request(method, path, query, headers, new byte[0], "127.0.0.1"));
  }

  private Reply get(String path) {
    return ask("GET", path, "", Map.of());
  }

  private static JsonNode json(Reply reply) {
    try {
      return MAPPER.readTree(new String(reply.body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static String text(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  private static PayItem item(DocumentId document, String userId, int day) {
    return PayItemSamples.overtime(ACME, document, userId, MARCH.atDay(day), "2");
  }

  /** A document with these items; that of the month itself with a voucher, too. */
  private void stored(DocumentId document, List<Voucher> vouchers, PayItem... items) {
    List<BookedPayItem> booked =
        List.of(items).stream().map(item -> new BookedPayItem(item, MARCH)).toList();
    platform.payItems().booked(ACME, List.of(items));
    DocumentRecord next =
        DocumentRecord.announced(ACME, document, Optional.empty(), clock.instant())
            .changed()
            .state(vouchers.isEmpty() ? DocumentState.ACCRUED : DocumentState.POSTING)
            .postings(
                vouchers.stream()
                    .map(each -> Posting.ready(each.key(), each.purpose(), clock.instant()))
                    .toList())
            .bookedIn(List.of(MARCH))
            .build();
    platform
        .documents()
        .saveTranslated(
            next,
            new Source("{}", Optional.empty(), Optional.empty()),
            vouchers,
            new Booking(booked, Map.of(), !vouchers.isEmpty()))
        .orElseThrow();
  }

  private static Voucher voucher() {
    DocumentId id = DocumentId.ofPayPeriod(MARCH);
    Money amount = Money.of("300.00", "CNY");
    Explanation why =
        new Explanation(
            "计提",
            "v-1",
            List.of(
                new Explanation.Input(
                    "group.amount", "300.00", "sum of 2 pay items, 加班费, 2026-03")),
            "group.amount",
            "HALF_UP 2",
            amount);
    return new Voucher(
        VoucherKey.of(ACME, id, Purpose.RECORD, 1),
        id,
        Purpose.RECORD,
        MARCH.atEndOfMonth(),
        "CNY",
        "计提",
        0,
        List.of(
            new VoucherLine("计提", "6602", Map.of(), Side.DEBIT, amount, why),
            new VoucherLine("计提", "2211", Map.of(), Side.CREDIT, amount, why)));
  }

  private void accrueTwo() {
    stored(new DocumentId("A"), List.of(), item(new DocumentId("A"), "u-1", 3));
    stored(new DocumentId("B"), List.of(), item(new DocumentId("B"), "u-2", 4));
  }

  @Test
  void theMonthsAreListedWithTheirState() {
    accrueTwo();
    assertEquals("OPEN", json(get(PERIODS)).path("periods").path(0).path("state").asText());
    platform.payItems().close(ACME, MARCH, clock.instant(), "anna");
    JsonNode closed = json(get(PERIODS)).path("periods").path(0);
    assertEquals("CLOSED", closed.path("state").asText());
    assertEquals("anna", closed.path("closedBy").asText());
    assertEquals("pay:2026-03", closed.path("document").asText());
    JsonNode others = json(get("/api/tenants/other/pay-periods"));
    assertEquals(0, others.path("periods").size());
  }

  @Test
  void aMonthShowsItsItemsAndEachPersonsSums() {
    accrueTwo();
    JsonNode month = json(get(PERIODS + "/2026-03"));
    assertEquals(2, month.path("items").size());
    JsonNode sum = month.path("sums").path(0);
    assertEquals("150.00", sum.path("amount").path("amount").asText());
    assertEquals("2", sum.path("quantity").asText());
    assertEquals("hour", sum.path("unit").asText());
    JsonNode item = month.path("items").path(0);
    assertEquals("day.hours * 1.5 * 50.00", item.path("explanation").path("arithmetic").asText());
    assertEquals(0, json(get(PERIODS + "/2026-04")).path("items").size());
  }

  @Test
  void aMonthIsExportedForPayroll() {
    accrueTwo();
    Reply items = get(PERIODS + "/2026-03/items.csv");
    assertTrue(items.headers().get("Content-Type").startsWith("text/csv"), "" + items.headers());
    assertTrue(text(items).startsWith("\uFEFF工号 jobNumber,"), text(items));
    assertTrue(
        text(items).contains("0001,某人,加班费,OT,小时,2,1.5,50.00,150.00,2026-03,A\r\n"), text(items));
    assertEquals(3, text(get(PERIODS + "/2026-03/sums.csv")).split("\r\n").length);
  }

  @Test
  void aLineOfAVoucherLeadsToItsItems() {
    accrueTwo();
    platform.payItems().close(ACME, MARCH, clock.instant(), "anna");
    Voucher voucher = voucher();
    DocumentId own = DocumentId.ofPayPeriod(MARCH);
    stored(own, List.of(voucher));
    String line = PERIODS + "/2026-03/lines/" + voucher.key().value();
    JsonNode items = json(get(line + "/2")).path("items");
    assertEquals("A", items.path(0).path("document").asText());
    assertEquals(2, items.size());
    for (String wrong : List.of("/0", "/3", "/x", "/99999")) {
      assertEquals("API-LINE-UNKNOWN", json(get(line + wrong)).path("code").asText());
    }
    assertEquals(404, get(PERIODS + "/2026-03/lines/DLNONE/1").status());
  }

  @Test
  void aDocumentShowsItsItemsAndWhereTheyAreBooked() {
    accrueTwo();
    JsonNode items = json(get("/api/tenants/acme/documents/A")).path("payItems");
    assertEquals(1, items.size());
    assertEquals("2026-03", items.path(0).path("bookedIn").asText());
  }

  @Test
  void everyFieldOfTheAnswersIsDescribed() {
    DocumentId back = new DocumentId("C");
    accrueTwo();
    stored(back, List.of(), item(new DocumentId("A"), "u-1", 3).reversed(back));
    platform.payItems().close(ACME, MARCH, clock.instant(), "anna");
    JsonNode month = json(get(PERIODS + "/2026-03"));
    assertDescribed("PayPeriod", month);
    assertDescribed("PaySum", month.path("sums").path(0));
    assertDescribed("PayPeriods", json(get(PERIODS)));
    assertDescribed("PayItem", json(get("/api/tenants/acme/documents/C")).path("payItems").path(0));
  }

  private static void assertDescribed(String schema, JsonNode answer) {
    Set<String> fields = new HashSet<>();
    answer.fieldNames().forEachRemaining(fields::add);
    assertEquals(new HashSet<>(ReadApiTest.properties(schema)), fields, schema);
  }

  @Test
  void whatACloseHasOnlyPutAheadIsNotShown() {
    DocumentId own = DocumentId.ofPayPeriod(MARCH);
    DocumentRecord claimed =
        platform
            .documents()
            .save(DocumentRecord.announced(ACME, own, Optional.empty(), clock.instant()))
            .orElseThrow();
    platform
        .payItems()
        .putAhead(claimed, 1, List.of(new BookedPayItem(item(own, "u-1", 31), MARCH)));
    assertEquals(0, json(get(PERIODS + "/2026-03")).path("items").size());
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (String month : List.of("2026-13", "march", "2026-3")) {
      assertEquals("API-MONTH-REFUSED", json(get(PERIODS + "/" + month)).path("code").asText());
    }
    for (String path :
        List.of("/2026-03/other", "/2026-03/items.csv/x", "/2026-03/lines", "/2026-03/close/x")) {
      assertEquals("API-PATH-UNKNOWN", json(get(PERIODS + path)).path("code").asText(), path);
    }
    assertEquals(405, ask("POST", PERIODS, "", Map.of()).status());
    assertEquals(405, ask("POST", PERIODS + "/2026-03/items.csv", "", Map.of()).status());
    assertEquals(404, get("/api/tenants/nobody/pay-periods").status());
  }

  @Nested
  class TheClose {
    private Map<String, String> token() {
      try {
        return Map.of(
            "authorization", "Bearer " + Files.readString(folder.resolve("operator.token")));
      } catch (java.io.IOException impossible) {
        throw new AssertionError(impossible);
      }
    }

    @Test
    void isAskedForByTheOperator() {
      Reply reply = ask("POST", PERIODS + "/2026-03/close", "by=anna", token());
      assertEquals(202, reply.status());
      assertEquals("pay:2026-03", json(reply).path("document").asText());
      assertEquals(List.of(new TranslateWork.ClosePeriod(ACME, MARCH, "anna")), work.drain());
    }

    @Test
    void isRefusedWithoutTheToken() {
      for (String header : List.of("", "Bearer", "Bearer ", "Bearer x", "Basic x")) {
        Reply reply = ask("POST", PERIODS + "/2026-03/close", "", Map.of("authorization", header));
        assertEquals(401, reply.status());
        assertEquals("API-OPERATOR-UNKNOWN", json(reply).path("code").asText());
      }
      assertTrue(work.drain().isEmpty());
    }

    @Test
    void isRefusedBeforeTheMonthIsOver() {
      Reply reply = ask("POST", PERIODS + "/2026-04/close", "", token());
      assertEquals(409, reply.status());
      assertEquals("API-MONTH-NOT-OVER", json(reply).path("code").asText());
      assertTrue(work.drain().isEmpty());
    }

    @Test
    void isNotReadable() {
      assertEquals(405, ask("GET", PERIODS + "/2026-03/close", "", token()).status());
    }
  }
}
