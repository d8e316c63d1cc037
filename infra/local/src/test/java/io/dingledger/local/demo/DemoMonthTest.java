package io.dingledger.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.local.demo.DemoDocument.Stage;
import io.dingledger.local.demo.DemoDocument.Trouble;
import io.dingledger.local.sandbox.dingtalk.Staff;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.voucher.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DemoMonthTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void everyShapeThatTheDemoPromisesIsThere() {
    List<DemoDocument> claims = DemoMonth.claims();
    assertTrue(claims.size() >= 12);
    Map<DocumentState, Long> ends =
        claims.stream()
            .collect(Collectors.groupingBy(each -> each.expected().state(), Collectors.counting()));
    assertEquals(
        Map.of(DocumentState.POSTED, 12L, DocumentState.HELD, 5L, DocumentState.IGNORED, 2L), ends);
    assertEquals(
        Set.of(Trouble.values()),
        all().stream().map(DemoDocument::trouble).collect(Collectors.toSet()));
    assertTrue(
        claims.stream()
            .flatMap(each -> each.pushes().stream())
            .anyMatch(each -> each.copies() > 1));
    assertTrue(
        claims.stream()
            .anyMatch(
                each ->
                    phase(each.pushes().getFirst()).equals("finish")
                        && phase(each.pushes().getLast()).equals("start")));
  }

  @Test
  void everyKindOfDocumentIsThere() {
    Set<String> forms =
        all().stream()
            .flatMap(each -> each.approval().stream())
            .map(approval -> approval.processCode())
            .collect(Collectors.toSet());
    List<?> scope = (List<?>) book().get("scope");
    Set<Object> wanted = new HashSet<>();
    for (Object entry : scope) {
      wanted.add(((Map<?, ?>) entry).get("processCode"));
      wanted.add(((Map<?, ?>) entry).get("category"));
    }
    for (DemoDocument document : all()) {
      document
          .approval()
          .ifPresent(
              approval ->
                  assertTrue(
                      wanted.contains(approval.processCode())
                          || wanted.contains(approval.category()),
                      document.shape()));
    }
    assertEquals(12, forms.size());
    assertEquals(6, all().stream().filter(each -> each.approval().isEmpty()).count());
  }

  @Test
  void whatChangesOrWithdrawsSharesTheNumberAndComesLater() {
    List<DemoDocument> changing =
        all().stream()
            .filter(each -> each.approval().isPresent())
            .filter(each -> !each.instance().action().equals("NONE"))
            .toList();
    assertEquals(5, changing.size());
    for (DemoDocument document : changing) {
      DemoDocument main =
          all().stream()
              .filter(each -> each.id().value().equals(document.instance().mainInstanceId()))
              .findFirst()
              .orElseThrow();
      assertEquals(main.number(), document.number());
      assertTrue(
          document
              .instance()
              .finishedAt()
              .orElseThrow()
              .isAfter(main.instance().finishedAt().orElseThrow()));
      assertTrue(document.expected().effect().isPresent());
    }
  }

  private static List<DemoDocument> all() {
    return DemoMonth.documents(LocalDate.of(2026, 4, 20));
  }

  private static String phase(DemoDocument.Push push) {
    return push.fields().path("type").asText();
  }

  @Test
  void identifiersAreUniqueAndTheSameInEveryRun() {
    List<String> identifiers = new ArrayList<>();
    all().forEach(each -> identifiers.add(each.id().value()));
    assertEquals(identifiers.size(), new HashSet<>(identifiers).size());
    assertEquals(all().toString(), all().toString());
  }

  @Test
  void aPostedClaimsDebitIsItsTotalAndTheSumOfItsRows() throws Exception {
    for (DemoDocument claim : DemoMonth.claims()) {
      String total = component(claim, "MoneyField-Total").path("value").asText();
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode row : rows(claim)) {
        sum = sum.add(new BigDecimal(cell(row, "MoneyField-Amount").path("value").asText()));
      }
      boolean differs = claim.expected().reason().filter("RULE-TOTAL-DIFFERS"::equals).isPresent();
      assertEquals(!differs, new BigDecimal(total).compareTo(sum) == 0, claim.shape());
      claim.expected().debit().ifPresent(debit -> assertEquals(total, debit, claim.shape()));
    }
  }

  @Test
  void theFormHasTheComponentsThatTheRuleBookReads() throws Exception {
    Map<?, ?> form = child(child(book(), "forms"), "expense");
    DemoDocument claim = DemoMonth.claims().get(2);
    assertSame(child(child(form, "fields"), "total"), component(claim, "MoneyField-Total"));
    Map<?, ?> table = child(form, "table");
    assertSame(child(table, "at"), component(claim, "TableField-Items"));
    JsonNode row = rows(claim).path(0);
    for (Object field : child(table, "fields").values()) {
      Map<?, ?> selector = (Map<?, ?>) field;
      assertEquals(
          selector.get("name"), cell(row, (String) selector.get("id")).path("label").asText());
    }
    assertEquals(
        "PROC-DEMO-EXPENSE",
        ((Map<?, ?>) ((List<?>) book().get("scope")).getFirst()).get("processCode"));
  }

  @Test
  void theLedgersAccountsAreThoseOfTheRuleBook() {
    Map<String, Set<Dimension>> accounts = new HashMap<>();
    for (Object value : child(book(), "accounts").values()) {
      Map<?, ?> account = (Map<?, ?>) value;
      List<?> dimensions = account.get("dimensions") instanceof List<?> list ? list : List.of();
      accounts.put(
          (String) account.get("code"),
          dimensions.stream()
              .map(each -> Dimension.valueOf(each.toString().toUpperCase(Locale.ROOT)))
              .collect(Collectors.toSet()));
    }
    assertEquals(accounts, DemoCompany.accounts());
  }

  @Test
  void noExpenseIsLaterThanItsApprovalAndAllLieInMarch() throws Exception {
    for (DemoDocument claim : DemoMonth.claims()) {
      LocalDate approved =
          LocalDate.ofInstant(
              claim.instance().finishedAt().orElseThrow(), ZoneId.of("Asia/Shanghai"));
      assertEquals(YearMonth.of(2026, 3), YearMonth.from(approved));
      for (JsonNode row : rows(claim)) {
        LocalDate date = LocalDate.parse(cell(row, "DDDateField-Date").path("value").asText());
        assertEquals(YearMonth.of(2026, 3), YearMonth.from(date));
        assertFalse(date.isAfter(approved), claim.shape());
      }
    }
  }

  @Test
  void everyOriginatorAndDepartmentIsInTheDirectory() {
    Set<String> people =
        DemoCompany.people().stream().map(Staff::userId).collect(Collectors.toSet());
    Set<String> departments =
        DemoCompany.departments().stream()
            .map(each -> String.valueOf(each.id()))
            .collect(Collectors.toSet());
    for (DemoDocument document : all()) {
      document
          .approval()
          .ifPresent(
              approval -> {
                assertTrue(people.contains(approval.originatorUserId()));
                assertTrue(departments.contains(approval.departmentId()));
              });
    }
  }

  @Test
  void theMonthOfPayComesToExactlyWhatItsDocumentsMake() {
    List<DemoDocument> pay =
        all().stream().filter(each -> each.expected().state() == DocumentState.ACCRUED).toList();
    assertEquals(10, pay.size(), "five of overtime, one of time off, one leave, three days");
    DemoDocument month =
        all().stream().filter(each -> each.stage() == Stage.CLOSE).findFirst().orElseThrow();
    assertEquals("pay:2026-03", month.id().value());
    BigDecimal overtime =
        new BigDecimal("2")
            .multiply(new BigDecimal("1.5"))
            .add(new BigDecimal("8"))
            .multiply(new BigDecimal("50"));
    BigDecimal leave = new BigDecimal("0.5").multiply(new BigDecimal("600"));
    assertEquals(
        overtime.subtract(leave).setScale(2).toPlainString(),
        month.expected().debit().orElseThrow());
  }

  private static void assertSame(Map<?, ?> selector, JsonNode component) {
    assertEquals(selector.get("id"), component.path("id").asText());
    assertEquals(selector.get("name"), component.path("name").asText());
  }

  private static JsonNode component(DemoDocument claim, String id) {
    for (JsonNode component : claim.instance().components()) {
      if (component.path("id").asText().equals(id)) {
        return component;
      }
    }
    throw new AssertionError("no component " + id);
  }

  private static JsonNode rows(DemoDocument claim) throws Exception {
    return MAPPER.readTree(component(claim, "TableField-Items").path("value").asText());
  }

  private static JsonNode cell(JsonNode row, String key) {
    for (JsonNode cell : row.path("rowValue")) {
      if (cell.path("key").asText().equals(key)) {
        return cell;
      }
    }
    throw new AssertionError("no cell " + key);
  }

  private static Map<?, ?> book() {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(DemoCompany.ruleBook());
  }

  private static Map<?, ?> child(Map<?, ?> owner, String name) {
    Map<?, ?> child = (Map<?, ?>) owner.get(name);
    assertNotNull(child, name);
    return child;
  }
}
