package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.audit.Recomputation;
import io.dingledger.rules.audit.Verdict;
import io.dingledger.rules.simulation.CaseDocument;
import io.dingledger.rules.written.Written;
import io.dingledger.rules.written.WrittenDocuments;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A worked example of a pack: documents in the order in which they come, and what becomes of them,
 * each thing in one line of text. Every amount is also computed anew from its explanation alone.
 *
 * @param name what it shows
 * @param node its mapping
 */
record WorkedExample(String name, JsonNode node) {
  static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final RuleBook.Context CONTEXT =
      new RuleBook.Context(Tenant.verified("t1"), SHANGHAI, "v1");
  private static final List<String> OUTCOMES = List.of("vouchers", "payItems", "held", "ignored");

  /** All examples of a pack, with the people whom they name. */
  record Sheet(JsonNode people, List<WorkedExample> examples) {}

  static Sheet read(String text) throws IOException {
    JsonNode root = YAML.readTree(text);
    List<WorkedExample> examples = new ArrayList<>();
    root.path("examples")
        .forEach(each -> examples.add(new WorkedExample(each.path("name").asText(), each)));
    return new Sheet(root.path("people"), examples);
  }

  boolean isHeldOrIgnored() {
    JsonNode close = node.path("close");
    return node.has("held") || node.has("ignored") || close.has("held") || close.has("ignored");
  }

  /** What the example says; what it does not mention is none. */
  Map<String, List<String>> expected() {
    Map<String, List<String>> expected = new TreeMap<>();
    for (String outcome : OUTCOMES) {
      expected.put(outcome, texts(node.path(outcome)));
      if (node.has("close")) {
        expected.put("close " + outcome, texts(node.path("close").path(outcome)));
      }
    }
    return expected;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** What a rule book makes of its documents, and of the month if it is closed. */
  Map<String, List<String>> outcome(RuleBook book, JsonNode people) {
    Map<String, List<String>> outcome = new TreeMap<>();
    OUTCOMES.forEach(each -> outcome.put(each, new ArrayList<>()));
    List<PayItem> items = new ArrayList<>();
    for (CaseDocument document : documents(people)) {
      Translation made = translated(book, document, new Usage(items));
      if (made instanceof Translation.Accrued accrued) {
        items.addAll(accrued.items());
      }
      note(made, "", outcome);
    }
    if (node.has("close")) {
      OUTCOMES.forEach(each -> outcome.put("close " + each, new ArrayList<>()));
      YearMonth month = YearMonth.parse(node.path("close").path("month").asText());
      Closing closing = book.close(CONTEXT, month, items);
      closing.made().forEach(item -> outcome.get("close payItems").add(shown(item)));
      note(closing.translation(), "close ", outcome);
    }
    return outcome;
  }

  private List<CaseDocument> documents(JsonNode people) {
    ObjectNode text = YAML.createObjectNode();
    text.set("people", people);
    text.set("documents", node.path("documents"));
    return switch (WrittenDocuments.read("example", text.toString(), SHANGHAI)) {
      case Written.Documents(List<CaseDocument> documents) -> documents;
      case Written.Faulty(List<Finding> faults) -> throw new AssertionError(Books.shown(faults));
    };
  }

  private static Translation translated(RuleBook book, CaseDocument document, Usage usage) {
    RuleBook.Context context = CONTEXT.counting(usage);
    return switch (document) {
      case CaseDocument.Written written ->
          book.translateWritten(context, written.kind(), written.detail(), written.directory());
      case CaseDocument.Suite suite ->
          book.translateWritten(context, suite.reading(), suite.directory());
      case CaseDocument.Fact fact -> book.translate(context, fact.reading());
      case CaseDocument.Approval approval ->
          book.translate(context, approval.detail(), approval.suite(), approval.directory());
    };
  }

  private static void note(Translation made, String when, Map<String, List<String>> outcome) {
    switch (made) {
      case Translation.Vouchers vouchers ->
          vouchers.vouchers().forEach(each -> shown(each, outcome.get(when + "vouchers")));
      case Translation.Accrued accrued -> {
        accrued.items().forEach(item -> outcome.get(when + "payItems").add(shown(item)));
        accrued.vouchers().forEach(each -> shown(each, outcome.get(when + "vouchers")));
      }
      case Translation.Held held ->
          held.reasons().forEach(reason -> outcome.get(when + "held").add(reason.code()));
      case Translation.Ignored ignored ->
          outcome.get(when + "ignored").add(ignored.reason().code());
    }
  }

  private static void shown(Voucher voucher, List<String> texts) {
    for (VoucherLine line : voucher.lines()) {
      assertEquals(new Verdict.Agrees(), Recomputation.of(line));
      List<String> codes = new TreeMap<>(line.dimensions()).values().stream().toList();
      texts.add(
          (line.side() == Side.DEBIT ? "借 " : "贷 ")
              + line.account()
              + " "
              + line.amount().plain()
              + (codes.isEmpty() ? "" : " " + codes));
    }
  }

  private static String shown(PayItem item) {
    assertEquals(new Verdict.Agrees(), Recomputation.of(item));
    return item.day()
        + " "
        + item.person().jobNumber()
        + " "
        + item.item()
        + " "
        + item.quantity().stripTrailingZeros().toPlainString()
        + " × "
        + item.factor().stripTrailingZeros().toPlainString()
        + " = "
        + item.amount().plain();
  }
}
