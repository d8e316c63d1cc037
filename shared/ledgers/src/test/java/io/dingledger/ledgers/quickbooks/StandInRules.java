package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.quickbooks.StandInCompany.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the stand-in refuses, as the real one does as far as it is known. */
record StandInRules(
    Map<String, List<ObjectNode>> entities,
    Optional<LocalDate> closedUntil,
    boolean multicurrency,
    boolean refusesRepeatedNumbers) {
  void check(String kind, ObjectNode entity) throws Refused {
    refuseIf(entity.has("Id"), "610", "Object Not Found");
    refuseIf(hasEmptyText(entity), "2010", "Request has invalid or unsupported property");
    refuseIf(entity.path("DocNumber").asText().length() > 21, "2050", "String length too long");
    refuseIf(entity.path("PrivateNote").asText().length() > 4000, "2050", "String too long");
    refuseIf(
        multicurrency && !entity.path("CurrencyRef").has("value"),
        "2020",
        "Required param missing: CurrencyRef");
    LocalDate date = LocalDate.parse(entity.path("TxnDate").asText());
    refuseIf(
        closedUntil.filter(until -> !date.isAfter(until)).isPresent(),
        "6210",
        "Account Period Closed, Cannot Update Through Services API");
    boolean taken =
        entities.get(kind).stream()
            .anyMatch(
                each -> each.path("DocNumber").asText().equals(entity.path("DocNumber").asText()));
    refuseIf(refusesRepeatedNumbers && taken, "6140", "Duplicate Document Number Error");
    if (kind.equals("JournalEntry")) {
      journalEntry(entity);
    } else {
      expense(kind, entity);
    }
  }

  private void journalEntry(ObjectNode entry) throws Refused {
    refuseIf(entry.path("Line").size() < 2, "2020", "Required param missing: Line");
    BigDecimal balance = BigDecimal.ZERO;
    for (JsonNode line : entry.path("Line")) {
      BigDecimal amount = amount(line);
      JsonNode detail = line.path("JournalEntryLineDetail");
      String posting = detail.path("PostingType").asText();
      refuseIf(!posting.matches("Debit|Credit"), "2170", "Invalid Enumeration");
      balance = posting.equals("Debit") ? balance.add(amount) : balance.subtract(amount);
      JsonNode account = existing("Account", detail.path("AccountRef"));
      reference("Class", detail, "ClassRef");
      reference("Department", detail, "DepartmentRef");
      String type = detail.path("Entity").path("Type").asText();
      if (!type.isEmpty()) {
        existing(type, detail.path("Entity").path("EntityRef"));
      }
      String accountType = account.path("AccountType").asText();
      refuseIf(
          accountType.equals("Accounts Payable") && !type.equals("Vendor"),
          "6000",
          "When you use Accounts Payable, you must choose a vendor in the Name field.");
      refuseIf(
          accountType.equals("Accounts Receivable") && !type.equals("Customer"),
          "6000",
          "When you use Accounts Receivable, you must choose a customer in the Name field.");
    }
    refuseIf(balance.signum() != 0, "6000", "Please balance debits and credits.");
  }

  private void expense(String kind, ObjectNode expense) throws Refused {
    boolean bill = kind.equals("Bill");
    if (bill) {
      existing("Vendor", expense.path("VendorRef"));
    } else {
      refuseIf(
          !expense.path("PaymentType").asText().matches("Cash|Check|CreditCard"),
          "2170",
          "Invalid Enumeration");
      if (expense.has("EntityRef")) {
        existing(expense.path("EntityRef").path("type").asText(), expense.path("EntityRef"));
      }
    }
    JsonNode account = existing("Account", expense.path(bill ? "APAccountRef" : "AccountRef"));
    refuseIf(
        bill && !account.path("AccountType").asText().equals("Accounts Payable"),
        "6000",
        "Not an accounts payable account");
    reference("Department", expense, "DepartmentRef");
    refuseIf(expense.path("Line").isEmpty(), "2020", "Required param missing: Line");
    for (JsonNode line : expense.path("Line")) {
      amount(line);
      JsonNode detail = line.path("AccountBasedExpenseLineDetail");
      existing("Account", detail.path("AccountRef"));
      reference("Class", detail, "ClassRef");
      reference("Customer", detail, "CustomerRef");
    }
  }

  private static BigDecimal amount(JsonNode line) throws Refused {
    JsonNode amount = line.path("Amount");
    refuseIf(
        !amount.isNumber()
            || amount.decimalValue().signum() <= 0
            || amount.decimalValue().scale() > 2,
        "2040",
        "Invalid Number");
    refuseIf(line.path("Description").asText().length() > 4000, "2050", "String too long");
    return amount.decimalValue();
  }

  private void reference(String entity, JsonNode parent, String field) throws Refused {
    if (parent.has(field)) {
      existing(entity, parent.path(field));
    }
  }

  private JsonNode existing(String entity, JsonNode reference) throws Refused {
    String id = reference.path("value").asText();
    ObjectNode found =
        entities.getOrDefault(entity, List.of()).stream()
            .filter(each -> each.path("Id").asText().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refused("2500", "Invalid Reference Id"));
    refuseIf(!found.path("Active").asBoolean(true), "610", "Object Not Found: made inactive");
    return found;
  }

  private static boolean hasEmptyText(JsonNode node) {
    if (node.isTextual()) {
      return node.asText().isEmpty();
    }
    for (JsonNode child : node) {
      if (hasEmptyText(child)) {
        return true;
      }
    }
    return false;
  }

  private static void refuseIf(boolean bad, String code, String message) throws Refused {
    if (bad) {
      throw new Refused(code, message);
    }
  }
}
