package io.dingledger.dingtalk.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Form;
import java.util.Arrays;

/**
 * Measures how long an expense claim of forty rows takes from text to form. Run by hand; nothing is
 * asserted, for it depends on the machine.
 */
public final class ParseTime {
  private static final int ROWS = 40;
  private static final int RUNS = 2_000;

  private ParseTime() {}

  /**
   * Prints the first run, which a cold start pays, and the median and the worst of the warm ones.
   */
  public static void main(String[] arguments) {
    String claim = claim();
    long[] nanoseconds = new long[RUNS];
    long first = measured(claim);
    for (int run = 0; run < RUNS; run++) {
      nanoseconds[run] = measured(claim);
    }
    long[] warm = Arrays.copyOfRange(nanoseconds, RUNS / 2, RUNS);
    Arrays.sort(warm);
    System.out.printf(
        "%d rows, %d characters: first %d us, median %d us, 99th of 100 %d us%n",
        ROWS,
        claim.length(),
        first / 1000,
        warm[warm.length / 2] / 1000,
        warm[warm.length * 99 / 100] / 1000);
  }

  private static long measured(String claim) {
    long start = System.nanoTime();
    JsonNode json = JsonTexts.parse(claim).orElseThrow();
    Form form = FormParser.parse(json).orElseThrow();
    long taken = System.nanoTime() - start;
    if (form.components().getLast().rows().size() != ROWS) {
      throw new IllegalStateException("rows were lost");
    }
    return taken;
  }

  private static String claim() {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (int number = 1; number <= ROWS; number++) {
      ArrayNode cells = JsonNodeFactory.instance.arrayNode();
      ObjectNode category = cell(cells, "费用类型", "DDSelectField-K3").put("value", "差旅费");
      category.putObject("extendValue").put("label", "差旅费").put("key", "option_0");
      cell(cells, "金额", "MoneyField-K4").put("value", number + ".50");
      cell(cells, "税额", "MoneyField-K5").put("value", "0.50");
      cell(cells, "发生日期", "DDDateField-K6").put("value", "2024-09-11");
      cell(cells, "备注", "TextareaField-K7").put("value", "客户拜访的交通费用第" + number + "次");
      cell(cells, "发票", "DDAttachment-K8")
          .putArray("value")
          .addObject()
          .put("fileId", "f" + number)
          .put("fileName", "invoice.pdf");
      rows.addObject().put("rowNumber", "TableField_" + number).set("rowValue", cells);
    }
    ArrayNode form = JsonNodeFactory.instance.arrayNode();
    form.addObject()
        .put("componentType", "MoneyField")
        .put("id", "MoneyField-K1")
        .put("name", "总金额")
        .put("value", "840.00");
    form.addObject()
        .put("componentType", "TableField")
        .put("id", "TableField-K9")
        .put("name", "报销明细")
        .put("value", rows.toString())
        .put("extValue", "{\"componentName\":\"TableField\"}");
    return form.toString();
  }

  private static ObjectNode cell(ArrayNode cells, String label, String key) {
    return cells.addObject().put("label", label).put("key", key).put("bizAlias", "");
  }
}
