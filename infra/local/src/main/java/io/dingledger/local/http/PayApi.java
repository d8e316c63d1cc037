package io.dingledger.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayMonth;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.PayItemStore;
import io.dingledger.platform.store.TenantRegistry;
import io.dingledger.rules.pay.PayDrillDown;
import io.dingledger.rules.pay.PayrollTable;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The part of the interface that concerns months of pay: their items and sums, as JSON and as CSV,
 * the items behind a line of a voucher, and the close of a month.
 */
public final class PayApi {
  /** Below a tenant's address. */
  static final String PERIODS = "pay-periods";

  private static final String CSV = "text/csv; charset=utf-8";

  /** Without it spreadsheets take Chinese for something else. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final TenantRegistry tenants;
  private final DocumentStore documents;
  private final PayItemStore payItems;
  private final MessageQueue<TranslateWork> work;
  private final OperatorToken operator;
  private final InstantSource clock;

  /**
   * Reads from these.
   *
   * @param work where the close of a month is asked for
   * @param operator what a request must carry that asks for it
   */
  public PayApi(
      TenantRegistry tenants,
      DocumentStore documents,
      PayItemStore payItems,
      MessageQueue<TranslateWork> work,
      OperatorToken operator,
      InstantSource clock) {
    this.tenants = tenants;
    this.documents = documents;
    this.payItems = payItems;
    this.work = work;
    this.operator = operator;
    this.clock = clock;
  }

  /**
   * Answers a request below a tenant's months.
   *
   * @param rest the segments behind {@code pay-periods}, decoded
   */
  Reply handle(Tenant tenant, List<String> rest, Request request) {
    if (rest.isEmpty()) {
      return reading(request, months(tenant));
    }
    Optional<YearMonth> month = month(rest.getFirst());
    if (month.isEmpty()) {
      return ApiProblem.MONTH_REFUSED.reply(request.path(), rest.getFirst());
    }
    return switch (String.join("/", rest.subList(1, Math.min(2, rest.size())))) {
      case "" -> reading(request, month(tenant, month.get()));
      case "items.csv" -> csv(request, rest, table(tenant, month.get()).csv());
      case "sums.csv" -> csv(request, rest, table(tenant, month.get()).sumCsv());
      case "lines" -> lines(tenant, month.get(), rest, request);
      case "close" -> close(tenant, month.get(), rest, request);
      default -> ApiProblem.PATH_UNKNOWN.reply(request.path());
    };
  }

  /** The pay items of a document, with the months in which they are booked. */
  ArrayNode itemsOf(DocumentRecord record) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (BookedPayItem booked : payItems.of(record)) {
      nodes.add(PayItemJson.item(booked.item()).put("bookedIn", booked.period().toString()));
    }
    return nodes;
  }

  private static Reply reading(Request request, ObjectNode body) {
    return request.method().equals("GET") ? Reply.json(200, body) : refused(request, "GET");
  }

  private static Reply csv(Request request, List<String> rest, String text) {
    if (rest.size() > 2) {
      return ApiProblem.PATH_UNKNOWN.reply(request.path());
    }
    return request.method().equals("GET")
        ? Reply.text(200, CSV, BYTE_ORDER_MARK + text)
        : refused(request, "GET");
  }

  private static Reply refused(Request request, String instead) {
    return ApiProblem.METHOD_REFUSED.reply(request.path(), request.method(), instead);
  }

  private ObjectNode months(Tenant tenant) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode months = body.putArray("periods");
    payItems.months(tenant).forEach(month -> months.add(PayItemJson.month(month)));
    return body;
  }

  private ObjectNode month(Tenant tenant, YearMonth month) {
    PayMonth known =
        payItems.months(tenant).stream()
            .filter(each -> each.month().equals(month))
            .findFirst()
            .orElse(new PayMonth(month, Optional.empty()));
    PayrollTable table = table(tenant, month);
    ObjectNode body = PayItemJson.month(known);
    body.set("sums", PayItemJson.sums(table.sums()));
    body.set("items", PayItemJson.items(table.items()));
    return body;
  }

  private PayrollTable table(Tenant tenant, YearMonth month) {
    return new PayrollTable(items(tenant, month));
  }

  /** What a close that is not over yet has put ahead does not count before it is over. */
  private List<PayItem> items(Tenant tenant, YearMonth month) {
    DocumentId own = DocumentId.ofPayPeriod(month);
    boolean isOver = documents.find(tenant, own).filter(DocumentRecord::hasPayItems).isPresent();
    return payItems.bookedIn(tenant, month).stream()
        .filter(item -> isOver || !item.document().equals(own))
        .toList();
  }

  /** {@code lines/‹voucher›/‹number›}: the items behind a line of the month's voucher. */
  private Reply lines(Tenant tenant, YearMonth month, List<String> rest, Request request) {
    if (rest.size() != 4) {
      return ApiProblem.PATH_UNKNOWN.reply(request.path());
    }
    Optional<Voucher> voucher = voucher(tenant, month, rest.get(2));
    Optional<Integer> number = number(rest.get(3));
    if (voucher.isEmpty() || number.filter(n -> n <= voucher.get().lines().size()).isEmpty()) {
      return ApiProblem.LINE_UNKNOWN.reply(request.path(), month, rest.get(2), rest.get(3));
    }
    List<PayItem> found =
        new PayDrillDown(items(tenant, month)).of(voucher.get().lines().get(number.get() - 1));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("items", PayItemJson.items(found));
    return reading(request, body);
  }

  private Optional<Voucher> voucher(Tenant tenant, YearMonth month, String key) {
    DocumentId id = DocumentId.ofPayPeriod(month);
    return documents.find(tenant, id).stream()
        .flatMap(record -> record.postings().stream())
        .map(posting -> posting.key())
        .filter(known -> known.value().equals(key))
        .findFirst()
        .flatMap((VoucherKey known) -> documents.voucher(tenant, id, known));
  }

  private Reply close(Tenant tenant, YearMonth month, List<String> rest, Request request) {
    if (rest.size() != 2) {
      return ApiProblem.PATH_UNKNOWN.reply(request.path());
    }
    if (!request.method().equals("POST")) {
      return refused(request, "POST");
    }
    if (!operator.isIn(request)) {
      return ApiProblem.OPERATOR_UNKNOWN.reply(request.path());
    }
    LocalDate today =
        LocalDate.ofInstant(
            clock.instant(), tenants.find(tenant).map(TenantSettings::zone).orElseThrow());
    if (!today.isAfter(month.atEndOfMonth())) {
      return ApiProblem.MONTH_NOT_OVER.reply(request.path(), month);
    }
    work.send(new TranslateWork.ClosePeriod(tenant, month, by(request)));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("document", DocumentId.ofPayPeriod(month).value());
    return Reply.json(202, body);
  }

  private static String by(Request request) {
    String named = request.parameters().getOrDefault("by", "").strip();
    return named.isEmpty() ? "operator" : named.substring(0, Math.min(64, named.length()));
  }

  private static Optional<YearMonth> month(String text) {
    try {
      return text.matches("\\d{4}-\\d{2}") ? Optional.of(YearMonth.parse(text)) : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9]\\d{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
