package io.dingledger.rules.written;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Directory;
import io.dingledger.rules.Finding;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every fault of a written document is told with its place, all of them at once. */
class FaultsTest {
  private static final String PAID = "amount: 10.00\npayee: 甲公司";
  private static final String ONE_DAY = "starts: 2026-03-30\nends: 2026-03-30";

  /** For each fault a text that has it, and where. */
  private static Map<WrittenFault, Map.Entry<String, String>> provoked() {
    Map<WrittenFault, Map.Entry<String, String>> all = new LinkedHashMap<>();
    all.put(WrittenFault.SYNTAX, Map.entry("kind: [payment\n", "2:1"));
    all.put(WrittenFault.TOO_LARGE, Map.entry("#" + "x".repeat(WrittenDocuments.LONGEST), "1:1"));
    all.put(WrittenFault.NO_DOCUMENT, Map.entry("documents: []\n", "1:1"));
    all.put(WrittenFault.KEY_UNKNOWN, Map.entry(Texts.of("payment", PAID, "payer: 乙"), "7:1"));
    all.put(WrittenFault.KEY_MISSING, Map.entry(Texts.of("payment", "amount: 10"), "1:1"));
    all.put(WrittenFault.KEY_REPEATED, Map.entry(Texts.of("payment", PAID, "payee: 乙"), "7:1"));
    all.put(WrittenFault.WRONG_TYPE, Map.entry(Texts.of("payment", "amount: 十元\npayee: 甲"), "5:9"));
    all.put(
        WrittenFault.VALUE_EMPTY, Map.entry(Texts.of("payment", "amount: 1\npayee: \"\""), "6:8"));
    all.put(WrittenFault.CHOICE_UNKNOWN, Map.entry("kind: payments\n", "1:7"));
    String twice = "  - " + Texts.of("payment", PAID).strip().replace("\n", "\n    ") + "\n";
    all.put(WrittenFault.ID_REPEATED, Map.entry("documents:\n" + twice + twice, "9:9"));
    all.put(
        WrittenFault.SEVERAL,
        Map.entry("documents:\n" + twice + twice.replace("D-1", "D-2"), "8:5"));
    all.put(
        WrittenFault.ID_TOO_LONG,
        Map.entry(Texts.of("payment", PAID).replace("D-1", "D".repeat(201)), "2:5"));
    all.put(
        WrittenFault.ID_UNSEEN,
        Map.entry(Texts.of("payment", PAID).replace("D-1", "\"D\\n1\""), "2:5"));
    all.put(
        WrittenFault.DESCRIBED_TWICE,
        Map.entry(
            Texts.of("overtime", ONE_DAY, "hours: 2", "people: [{ userId: u1, name: 别人 }]"),
            "8:20"));
    all.put(
        WrittenFault.ENDS_FIRST,
        Map.entry(Texts.of("overtime", "starts: 2026-03-30\nends: 2026-03-29\nhours: 2"), "6:7"));
    String trip = "journeys: [{ arrival: 北京, starts: 2026-03-30, ends: 2026-03-31 }]";
    all.put(
        WrittenFault.AMOUNT_TOO_FINE,
        Map.entry(Texts.of("travel", trip, "advance: 1.005"), "6:10"));
    all.put(
        WrittenFault.CURRENCY_UNKNOWN,
        Map.entry(Texts.of("travel", trip, "currency: RMB"), "6:11"));
    return all;
  }

  private static List<Finding> faultsOfSent(String text) {
    WrittenDocuments.Sent sent =
        new WrittenDocuments.Sent("in:x:", new Directory(Map.of(), Map.of()));
    return ((Written.Faulty) WrittenDocuments.readSent(text, sent, ZoneId.of("UTC"))).faults();
  }

  @Test
  void what_another_system_sends_must_state_its_id_which_gets_a_prefix() {
    String text = Texts.of("payment", PAID);
    WrittenDocuments.Sent sent =
        new WrittenDocuments.Sent("in:x:", new Directory(Map.of(), Map.of()));
    Written.Documents read =
        (Written.Documents) WrittenDocuments.readSent(text, sent, ZoneId.of("UTC"));
    assertEquals("in:x:D-1", read.documents().getFirst().id().value());
    assertEquals(
        WrittenFault.KEY_MISSING.code(),
        faultsOfSent(text.replace("id: D-1\n", "")).getFirst().reason().code());
    assertEquals(
        WrittenFault.ID_TOO_LONG.code(),
        faultsOfSent(text.replace("D-1", "D".repeat(196))).getFirst().reason().code());
  }

  @TestFactory
  Stream<DynamicTest> each_fault_is_found_where_it_is_and_told_in_both_languages() {
    return Arrays.stream(WrittenFault.values())
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.code(),
                    () -> {
                      Map.Entry<String, String> expected = provoked().get(fault);
                      List<Finding> faults =
                          fault == WrittenFault.SEVERAL
                              ? faultsOfSent(expected.getKey())
                              : Texts.faults(expected.getKey());
                      assertEquals(1, faults.size(), faults.toString());
                      Finding found = faults.getFirst();
                      assertEquals(fault.code(), found.reason().code());
                      assertEquals(expected.getValue(), found.line() + ":" + found.column());
                      assertFalse(found.reason().chinese().contains("{"));
                      assertFalse(found.reason().english().contains("{"));
                    }));
  }

  @Test
  void all_faults_of_all_documents_are_told_at_once() {
    List<Finding> faults =
        Texts.faults(
            """
            documents:
              - kind: payment
                person: { userId: 42, name: 张三 }
                date: 2026-02-30
                amount: "1,000"
                payye: 甲
              - kind: overtime
                person: { userId: u1 }
                date: 2026-03-31
                starts: tomorrow
                ends: 2026-03-31 25:00
                hours: -2
                compensation: timeoff
            """);
    assertEquals(
        List.of(
            "2:5 DOC-WRITTEN-KEY-MISSING",
            "3:23 DOC-WRITTEN-WRONG-TYPE",
            "4:11 DOC-WRITTEN-WRONG-TYPE",
            "5:13 DOC-WRITTEN-WRONG-TYPE",
            "6:5 DOC-WRITTEN-KEY-UNKNOWN",
            "10:13 DOC-WRITTEN-WRONG-TYPE",
            "11:11 DOC-WRITTEN-WRONG-TYPE",
            "12:12 DOC-WRITTEN-WRONG-TYPE",
            "13:19 DOC-WRITTEN-CHOICE-UNKNOWN"),
        faults.stream()
            .map(each -> each.line() + ":" + each.column() + " " + each.reason().code())
            .toList());
  }

  @Test
  void a_misspelt_word_comes_with_the_one_that_was_probably_meant() {
    assertTrue(
        Texts.faults("kind: overtme\n").getFirst().reason().english().contains("(→ overtime?)"));
    assertTrue(
        Texts.faults(Texts.of("payment", PAID, "suplier: 甲"))
            .getFirst()
            .reason()
            .chinese()
            .contains("(→ supplier?)"));
  }

  @Test
  void what_is_no_number_is_refused() {
    for (String text : List.of("1e3", "010", "0x1F", "1_000", ".5", "5.", "+1", "NaN", "[1]")) {
      assertEquals(
          "DOC-WRITTEN-WRONG-TYPE",
          Texts.faults(Texts.of("payment", "payee: 甲", "amount: " + text))
              .getFirst()
              .reason()
              .code(),
          text);
    }
  }

  @Test
  void a_pay_period_and_an_unrecognised_document_cannot_be_written() {
    for (String kind : List.of("payPeriod", "personMonth", "unrecognised")) {
      assertEquals(
          "DOC-WRITTEN-CHOICE-UNKNOWN",
          Texts.faults("kind: " + kind + "\n").getFirst().reason().code());
    }
  }
}
