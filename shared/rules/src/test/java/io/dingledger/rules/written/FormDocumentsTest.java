package io.dingledger.rules.written;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.rules.simulation.CaseDocument;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A written document of a kind that forms map is an approval with such a form. */
class FormDocumentsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final String CLAIM =
      Texts.of(
          "expenseClaim",
          "total: 545.00",
          "attachments: 2",
          "lines:",
          "  - { category: 火车票, amount: 545.00, date: 2025-09-30 }");

  private static CaseDocument.Written written(String text) {
    return assertInstanceOf(CaseDocument.Written.class, Texts.only(text));
  }

  private static String shown(List<Form.Component> components) {
    return components.stream()
        .map(
            each ->
                each.bizAlias()
                    + "="
                    + each.value()
                    + each.rows().stream()
                        .map(row -> "{" + shown(row.cells()) + "}")
                        .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }

  @Test
  void its_fields_are_components_under_their_names() {
    assertEquals(
        "total=545.00 attachments=2 lines={category=火车票 amount=545.00 date=2025-09-30}",
        shown(written(CLAIM).detail().form().components()));
    assertEquals(DocumentKind.EXPENSE_CLAIM, written(CLAIM).kind());
  }

  @Test
  void it_is_approved_on_its_day_in_whichever_zone() {
    assertTrue(written(CLAIM).detail().isApproved());
    assertEquals(LocalDate.parse("2026-03-31"), written(CLAIM).businessDate(SHANGHAI));
    ZoneId newYork = ZoneId.of("America/New_York");
    Written inNewYork = WrittenDocuments.read("x", CLAIM, newYork);
    assertEquals(
        LocalDate.parse("2026-03-31"),
        assertInstanceOf(Written.Documents.class, inNewYork)
            .documents()
            .getFirst()
            .businessDate(newYork));
  }

  @Test
  void its_person_and_department_are_in_the_directory() {
    CaseDocument.Written claim = written(CLAIM);
    assertEquals("u1", claim.detail().originatorUserId());
    assertEquals("123", claim.detail().originatorDepartmentId());
    assertEquals("0042", claim.directory().person("u1").orElseThrow().jobNumber());
    assertEquals("BM01", claim.directory().department("123").orElseThrow().code());
  }

  @Test
  void amounts_keep_their_digits_and_may_stand_in_quotes() {
    assertEquals(
        "amount=0.10 payee=甲",
        shown(
            written(Texts.of("payment", "amount: \"0.10\"", "payee: 甲"))
                .detail()
                .form()
                .components()));
  }

  @Test
  void json_says_the_same_with_tabs_escapes_and_nulls() {
    String json =
        """
        {
        \t"kind": "payment", "date": "2026-03-31", "id": "P\\/1",
        \t"person": { "userId": "u1", "name": "\\u5f20\\u4e09 \\ud83d\\ude00", "jobNumber": null },
        \t"amount": 12.50, "payee": "A \\"B\\" C", "supplier": null
        }
        """;
    CaseDocument.Written payment = written(json);
    assertEquals("P/1", payment.id().value());
    assertEquals("amount=12.50 payee=A \"B\" C", shown(payment.detail().form().components()));
    assertEquals("张三 😀", payment.directory().person("u1").orElseThrow().name());
  }

  @Test
  void several_documents_of_a_text_are_numbered_behind_its_name() {
    String text = Texts.of("payment", "amount: 1", "payee: 甲").replace("id: D-1\n", "");
    String item = "  - " + text.strip().replace("\n", "\n    ") + "\n";
    for (String several : List.of("documents:\n" + item + item, item + item)) {
      Written read = WrittenDocuments.read("march.yaml", several, SHANGHAI);
      assertEquals(
          List.of("march.yaml#1", "march.yaml#2"),
          assertInstanceOf(Written.Documents.class, read).documents().stream()
              .map(each -> each.id().value())
              .toList());
    }
    assertEquals("document", written(text).id().value());
  }

  @Test
  void people_may_be_described_once_for_all_documents_of_a_text() {
    String text =
        """
        people:
          - { userId: u1, name: 张三, department: { code: BM01, name: 财务部 } }
          - { userId: u2, name: 李四, department: { id: BM01 } }
        documents:
          - { kind: payment, date: 2026-03-31, person: u1, amount: 1, payee: 甲 }
          - { kind: payment, date: 2026-03-31, person: { userId: u1 }, amount: 2, payee: 甲 }
        """;
    for (CaseDocument document : Texts.documents(text)) {
      CaseDocument.Written payment = assertInstanceOf(CaseDocument.Written.class, document);
      assertEquals("张三", payment.directory().person("u1").orElseThrow().name());
      assertEquals("BM01", payment.directory().department("BM01").orElseThrow().code());
      assertEquals("BM01", payment.detail().originatorDepartmentId());
      assertTrue(payment.directory().person("u2").isEmpty());
    }
  }
}
