package io.dingledger.ledgers.hose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.HoseSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Writes an expense document of 合思 down as an {@code expenseClaim} in the published form, so that
 * rules see it as they see any other. Amounts are texts inside money objects: {@code {standard,
 * standardStrCode}}; days are milliseconds.
 */
public final class FlowClaim {
  /** No money has more; written out, {@code 1e999999999} would fill the memory. */
  private static final int MOST_DIGITS = 30;

  private final HoseSettings settings;
  private final ZoneId zone;
  private final Directory people;
  private final ObjectNode claim = Json.object();
  private String currency = "";

  private FlowClaim(HoseSettings settings, ZoneId zone, Directory people) {
    this.settings = settings;
    this.zone = zone;
    this.people = people;
  }

  /** What writing it down gave. */
  public sealed interface Written {
    /** The claim, JSON. */
    record Claim(String json) implements Written {}

    /** Why it can't be written down; a person must look at it. */
    record Unreadable(Reason reason) implements Written {}
  }

  /** A part that is missing or can't be read; never leaves this class. */
  private static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing(String part) {
      super(part, null, false, false);
    }
  }

  /**
   * Writes it down.
   *
   * @param date the day on which it counts
   * @param zone the zone of the days in it
   * @param people who is known; its submitter is described from here
   */
  public static Written of(
      Flow flow, HoseSettings settings, LocalDate date, ZoneId zone, Directory people) {
    try {
      return new Written.Claim(new FlowClaim(settings, zone, people).written(flow, date));
    } catch (Missing missing) {
      return new Written.Unreadable(Reason.of(HoseReason.UNREADABLE, missing.getMessage()));
    }
  }

  /** What a document gives whose time of change can't be read. */
  public static Written undated() {
    return new Written.Unreadable(Reason.of(HoseReason.UNREADABLE, "updateTime"));
  }

  private String written(Flow flow, LocalDate date) {
    JsonNode form = flow.json().path("form");
    claim.put("kind", "expenseClaim").put("id", flow.id()).put("date", date.toString());
    putText("businessId", Json.scalar(form.path("code")));
    putText("title", Json.scalar(form.path("title")));
    putText("form", settings.form());
    claim.set("person", person(flow));
    claim.set("total", Json.amount(money(form.path("expenseMoney"), "expenseMoney")));
    ArrayNode lines = claim.putArray("lines");
    JsonNode details = form.path("details");
    if (!details.isArray() || details.isEmpty()) {
      throw new Missing("details");
    }
    for (int index = 0; index < details.size(); index++) {
      lines.add(line(details.get(index), "details[" + index + "]"));
    }
    claim.put("currency", currency);
    return Json.text(claim);
  }

  private void putText(String name, String text) {
    if (!text.isEmpty()) {
      claim.put(name, text);
    }
  }

  /**
   * The company's user id at DingTalk of who submitted it; empty when it says none. That staff ids
   * are user ids, with the company's id and a colon before them or without, was seen and is not
   * documented.
   */
  public static String submitter(Flow flow, HoseSettings settings) {
    String id = idOf(flow.json().path("form").path("submitterId"));
    String company = settings.corpId() + ":";
    return id.startsWith(company) ? id.substring(company.length()) : id;
  }

  /** As the directory knows them, but in the department that bears the expense, if that is told. */
  private ObjectNode person(Flow flow) {
    String userId = submitter(flow, settings);
    if (userId.isEmpty()) {
      throw new Missing("submitterId");
    }
    ObjectNode person = Json.object().put("userId", userId);
    Optional<Person> known = people.person(userId);
    known.ifPresent(found -> describe(person, found));
    JsonNode bears = flow.json().path("form").path("expenseDepartment");
    String name = Json.scalar(bears.path("name"));
    String code = Json.scalar(bears.path("code"));
    if (!name.isEmpty() || !code.isEmpty()) {
      person.putObject("department").put("id", idOf(bears)).put("name", name).put("code", code);
    } else {
      known
          .flatMap(found -> found.departmentIds().stream().findFirst())
          .flatMap(people::department)
          .ifPresent(own -> describe(person.putObject("department"), own));
    }
    return person;
  }

  private static void describe(ObjectNode person, Person known) {
    person.put("name", known.name()).put("jobNumber", known.jobNumber());
    known.hiredOn().ifPresent(day -> person.put("hiredOn", day.toString()));
    known.firstWorkedOn().ifPresent(day -> person.put("firstWorkedOn", day.toString()));
  }

  private static void describe(ObjectNode department, Department known) {
    department.put("id", known.id()).put("name", known.name()).put("code", known.code());
    ArrayNode path = department.putArray("path");
    known.path().forEach(path::add);
  }

  private static String idOf(JsonNode node) {
    return node.isObject() ? Json.scalar(node.path("id")) : Json.scalar(node);
  }

  private ObjectNode line(JsonNode detail, String place) {
    JsonNode form = detail.path("feeTypeForm");
    JsonNode type = detail.path("feeType");
    String category =
        switch (settings.category()) {
          case NAME -> Json.scalar(type.path("name"));
          case CODE -> Json.scalar(type.path("code"));
        };
    if (category.isEmpty()) {
      throw new Missing(place + ".feeType");
    }
    ObjectNode line = Json.object().put("category", category);
    line.set("amount", Json.amount(money(form.path("amount"), place + ".amount")));
    tax(form.path("invoiceForm").path("invoices"), place)
        .ifPresent(tax -> line.set("tax", Json.amount(tax)));
    Optional<Instant> day = Flow.moment(form.path("feeDate"));
    day.ifPresent(at -> line.put("date", LocalDate.ofInstant(at, zone).toString()));
    String note = Json.scalar(form.path("consumptionReasons"));
    if (!note.isEmpty()) {
      line.put("note", note);
    }
    return line;
  }

  /** The sum of what its invoices state; empty when none states any. */
  private Optional<BigDecimal> tax(JsonNode invoices, String place) {
    if (!invoices.isArray() && !invoices.isMissingNode() && !invoices.isNull()) {
      throw new Missing(place + ".invoices");
    }
    Optional<BigDecimal> sum = Optional.empty();
    for (JsonNode invoice : invoices) {
      JsonNode stated = invoice.path("taxAmount");
      if (!stated.isMissingNode() && !stated.isNull()) {
        BigDecimal tax =
            stated.isObject()
                ? money(stated, place + ".taxAmount")
                : amount(stated, place + ".taxAmount");
        sum = Optional.of(sum.orElse(BigDecimal.ZERO).add(tax));
      }
    }
    return sum;
  }

  /** One currency for the whole document: nothing here knows rates. */
  private BigDecimal money(JsonNode money, String place) {
    String code = Json.scalar(money.path("standardStrCode"));
    if (!code.isEmpty() && !currency.isEmpty() && !code.equals(currency)) {
      throw new Missing(place + ": " + code + " / " + currency);
    }
    currency = code.isEmpty() ? currency : code;
    return amount(money.path("standard"), place);
  }

  private static BigDecimal amount(JsonNode node, String place) {
    if (Json.scalar(node).isEmpty()) {
      throw new Missing(place);
    }
    return Json.decimal(node)
        .filter(amount -> Math.abs((long) amount.scale()) <= MOST_DIGITS)
        .filter(amount -> amount.precision() <= MOST_DIGITS)
        .orElseThrow(() -> new Missing(place));
  }
}
