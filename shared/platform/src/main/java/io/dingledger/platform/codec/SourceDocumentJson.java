package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.Advance;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Clearing;
import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.document.Payment;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Punch;
import io.dingledger.model.document.PunchCorrection;
import io.dingledger.model.document.Purchase;
import io.dingledger.model.document.Sale;
import io.dingledger.model.document.ShiftSwap;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.TradeLine;
import io.dingledger.model.document.Travel;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Typed documents as JSON, for people and for later comparison; nobody reads them back.
 *
 * <p>{@code kind} is the word of the kind, {@code header} what every document has, and the other
 * fields are named as in the model. Amounts of money are {@code {amount, currency}} and all
 * decimals are texts, dates and instants ISO 8601, instants in UTC, moments as people enter them;
 * what is not stated is left out.
 */
public final class SourceDocumentJson {
  private static final PersonCodec PERSONS = new PersonCodec();
  private static final DepartmentCodec DEPARTMENTS = new DepartmentCodec();

  private SourceDocumentJson() {}

  /** The document as a JSON object in text. */
  public static String text(SourceDocument document) {
    return Json.text(toJson(document));
  }

  /** The document as a tree. */
  public static ObjectNode toJson(SourceDocument document) {
    ObjectNode json = Json.object().put("kind", document.kind().word());
    json.set("header", header(document.header()));
    switch (document) {
      case ExpenseClaim claim -> put(json, claim);
      case Payment payment -> put(json, payment);
      case Purchase purchase -> put(json, purchase);
      case Sale sale -> put(json, sale);
      case Advance advance -> put(json, advance);
      case Clearing clearing -> put(json, clearing);
      case Travel travel -> put(json, travel);
      case Overtime overtime -> put(json, overtime);
      case Leave leave -> put(json, leave);
      case PunchCorrection correction -> put(json, correction);
      case OutsideWork outside -> put(json, outside);
      case ShiftSwap swap -> put(json, swap);
      case Punch punch -> put(json, punch);
      case DailyResult result -> Json.putList(json, "checks", result.checks(), check -> of(check));
      case PayPeriod period -> {
        json.put("month", period.month().toString());
        Json.putList(json, "sums", period.sums(), SourceDocumentJson::of);
      }
      case Unrecognised unrecognised -> json.put("supposedKind", unrecognised.supposedKind());
    }
    return json;
  }

  private static ObjectNode header(DocumentHeader header) {
    ObjectNode json =
        Json.object()
            .put("id", header.id().value())
            .put("businessId", header.businessId())
            .put("title", header.title());
    json.set("originator", PERSONS.toJson(header.originator()));
    json.set("department", DEPARTMENTS.toJson(header.department()));
    json.put("businessDate", header.businessDate().toString());
    Json.putList(json, "chain", header.chain(), SourceDocumentJson::of);
    ObjectNode origins = json.putObject("origins");
    header.origins().forEach(origins::put);
    return json;
  }

  private static ObjectNode of(ApprovalDetail.Step step) {
    return Json.object()
        .put("userId", step.userId())
        .put("at", step.at().toString())
        .put("type", step.type())
        .put("result", step.result());
  }

  private static void put(ObjectNode json, ExpenseClaim claim) {
    json.set("total", Json.money(claim.total()));
    Json.putList(json, "lines", claim.lines(), SourceDocumentJson::of);
  }

  private static ObjectNode of(PayPeriod.Sum sum) {
    ObjectNode json =
        Json.object()
            .put("item", sum.item())
            .put("concerns", sum.concerns().toString())
            .put("departmentId", sum.departmentId())
            .put("userId", sum.userId())
            .put("count", sum.count())
            .put("quantity", sum.quantity().toPlainString());
    json.set("amount", Json.money(sum.amount()));
    return json;
  }

  private static void put(ObjectNode json, Payment payment) {
    json.set("amount", Json.money(payment.amount()));
    json.put("payee", payment.payee())
        .put("account", payment.account())
        .put("supplier", payment.supplier())
        .put("purpose", payment.purpose());
    Json.putOptional(json, "payOn", payment.payOn());
  }

  private static void put(ObjectNode json, Purchase purchase) {
    json.set("total", Json.money(purchase.total()));
    json.put("supplier", purchase.supplier());
    Json.putList(json, "lines", purchase.lines(), SourceDocumentJson::of);
  }

  private static void put(ObjectNode json, Sale sale) {
    json.set("total", Json.money(sale.total()));
    json.put("customer", sale.customer());
    Json.putOptional(json, "dueOn", sale.dueOn());
    Json.putList(json, "lines", sale.lines(), SourceDocumentJson::of);
  }

  private static void put(ObjectNode json, Advance advance) {
    json.set("amount", Json.money(advance.amount()));
    json.put("purpose", advance.purpose());
    Json.putOptional(json, "repayOn", advance.repayOn());
  }

  private static void put(ObjectNode json, Clearing clearing) {
    json.set("spent", Json.money(clearing.spent()));
    json.set("advanced", Json.money(clearing.advanced()));
    Json.putOptional(json, "advanceDocument", clearing.advanceDocument());
    Json.putList(json, "lines", clearing.lines(), SourceDocumentJson::of);
  }

  private static void put(ObjectNode json, Travel travel) {
    json.put("reason", travel.reason());
    Json.putList(json, "journeys", travel.journeys(), SourceDocumentJson::of);
    putPeople(json, "companions", travel.companions());
    putDecimal(json, "days", travel.days());
    putMoney(json, "advance", travel.advance());
  }

  private static void put(ObjectNode json, Overtime overtime) {
    putPeople(json, "people", overtime.people());
    json.put("starts", overtime.starts().toString())
        .put("ends", overtime.ends().toString())
        .put("hours", overtime.hours().toPlainString());
    Json.putList(
        json,
        "days",
        overtime.days(),
        day ->
            Json.object()
                .put("date", day.date().toString())
                .put("hours", day.hours().toPlainString()));
    json.put("compensation", overtime.compensation().name()).put("type", overtime.type());
  }

  private static void put(ObjectNode json, Leave leave) {
    json.put("type", leave.type())
        .put("unit", leave.unit().name())
        .put("starts", leave.starts().toString())
        .put("ends", leave.ends().toString())
        .put("duration", leave.duration().toPlainString())
        .put("naturalDays", leave.naturalDays());
    Json.putList(
        json,
        "days",
        leave.days(),
        day ->
            Json.object()
                .put("date", day.date().toString())
                .put("days", day.days().toPlainString())
                .put("hours", day.hours().toPlainString())
                .put("rest", day.rest()));
  }

  private static void put(ObjectNode json, PunchCorrection correction) {
    json.put("punchedAt", correction.punchedAt().toString());
    Json.putOptional(json, "workDay", correction.workDay());
    json.put("plan", correction.plan()).put("reason", correction.reason());
  }

  private static void put(ObjectNode json, OutsideWork outside) {
    json.put("type", outside.type())
        .put("starts", outside.starts().toString())
        .put("ends", outside.ends().toString());
    putDecimal(json, "duration", outside.duration());
    putPeople(json, "people", outside.people());
    json.put("reason", outside.reason());
  }

  private static void put(ObjectNode json, ShiftSwap swap) {
    json.set("applicant", of(swap.applicant()));
    json.set("relief", of(swap.relief()));
    json.put("swapped", swap.swapped().toString());
    Json.putOptional(json, "back", swap.back());
    json.put("details", swap.details());
  }

  private static void put(ObjectNode json, Punch punch) {
    json.put("at", punch.at().toString())
        .put("method", punch.method())
        .put("outside", punch.outside())
        .put("byPerson", punch.byPerson());
  }

  private static ObjectNode of(ExpenseClaim.Line line) {
    ObjectNode json = Json.object().put("number", line.number()).put("category", line.category());
    json.set("amount", Json.money(line.amount()));
    putMoney(json, "tax", line.tax());
    json.put("invoiceKind", line.invoiceKind());
    Json.putOptional(json, "date", line.date());
    return json.put("note", line.note());
  }

  private static ObjectNode of(TradeLine line) {
    ObjectNode json = Json.object().put("number", line.number()).put("item", line.item());
    putDecimal(json, "quantity", line.quantity());
    putMoney(json, "price", line.price());
    json.set("amount", Json.money(line.amount()));
    putMoney(json, "tax", line.tax());
    return json.put("note", line.note());
  }

  private static ObjectNode of(Travel.Journey journey) {
    ObjectNode json =
        Json.object()
            .put("vehicle", journey.vehicle())
            .put("roundTrip", journey.roundTrip())
            .put("departure", journey.departure())
            .put("arrival", journey.arrival());
    journey.international().ifPresent(abroad -> json.put("international", abroad));
    json.put("starts", journey.starts().toString()).put("ends", journey.ends().toString());
    putDecimal(json, "days", journey.days());
    return json;
  }

  private static ObjectNode of(DailyResult.Check check) {
    ObjectNode json =
        Json.object().put("duty", check.duty().name()).put("outcome", check.outcome().name());
    Json.putOptional(json, "planned", check.planned());
    Json.putOptional(json, "actual", check.actual());
    return json.put("minutes", check.minutes())
        .put("outside", check.outside())
        .put("approvalId", check.approvalId());
  }

  private static ObjectNode of(PersonNamed person) {
    return Json.object().put("userId", person.userId()).put("name", person.name());
  }

  private static void putPeople(ObjectNode json, String field, List<PersonNamed> people) {
    Json.putList(json, field, people, SourceDocumentJson::of);
  }

  private static void putMoney(ObjectNode json, String field, Optional<Money> money) {
    money.ifPresent(stated -> json.set(field, Json.money(stated)));
  }

  private static void putDecimal(ObjectNode json, String field, Optional<BigDecimal> decimal) {
    decimal.ifPresent(stated -> json.put(field, stated.toPlainString()));
  }
}
