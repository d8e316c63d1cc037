package io.dingledger.dingtalk.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Form.Reference;
import io.dingledger.model.document.Form.Row;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesAndSuitesTest {
  private static final String ROWS =
      """
      [{"rowNumber":"TableField_0_1","rowValue":[
        {"label":"费用类型","key":"DDSelectField-K3","value":"差旅费",
         "extendValue":{"label":"差旅费","key":"option_0"}},
        {"label":"金额","key":"MoneyField-K4","value":"320.50","bizAlias":"",
         "componentType":"MoneyField"},
        {"label":["开始","结束"],"key":"Range-K6","value":["2024-09-01","2024-09-02"]},
        {"label":"发票","key":"DDAttachment-K5","value":[{"fileId":"f","fileName":"a.pdf"}]}]},
       {"rowValue":[{"label":"金额","key":"MoneyField-K4","value":8.10}]}]""";

  @Nested
  class A_table {
    @Test
    void as_a_text_and_as_an_array_gives_the_same_rows() {
      ObjectNode asText = table().put("value", ROWS);
      ObjectNode asArray = table();
      asArray.set("value", JsonTexts.parse(ROWS).orElseThrow());
      assertEquals(only(asText), only(asArray));
      Component table = only(asText);
      assertEquals("", table.value());
      assertEquals(List.of(), table.references());
      assertEquals(2, table.rows().size());
    }

    @Test
    void has_cells_with_strings_and_native_values() {
      List<Component> cells = only(table().put("value", ROWS)).rows().getFirst().cells();
      assertEquals(
          new Component(
              "",
              "DDSelectField-K3",
              "费用类型",
              "",
              "差旅费",
              "{\"label\":\"差旅费\",\"key\":\"option_0\"}",
              List.of(new Reference("option_0", "差旅费")),
              List.of()),
          cells.get(0));
      assertEquals("320.50", cells.get(1).value());
      assertEquals("MoneyField", cells.get(1).type());
      assertEquals("[\"开始\",\"结束\"]", cells.get(2).name());
      assertEquals("[\"2024-09-01\",\"2024-09-02\"]", cells.get(2).value());
      assertEquals("[{\"fileId\":\"f\",\"fileName\":\"a.pdf\"}]", cells.get(3).value());
      assertEquals(
          "8.10", only(table().put("value", ROWS)).rows().get(1).cells().getFirst().value());
    }

    @Test
    void in_the_shape_of_submitting_gives_rows_as_well() {
      ObjectNode table =
          table()
              .put(
                  "value",
                  "[[{\"name\":\"金额\",\"value\":\"1.00\"}],[{\"name\":\"金额\",\"value\":\"2.00\"}]]");
      assertEquals(
          List.of("1.00", "2.00"),
          only(table).rows().stream().map(row -> row.cells().getFirst().value()).toList());
    }

    @Test
    void of_forty_rows_loses_none() {
      ArrayNode rows = JsonNodeFactory.instance.arrayNode();
      for (int number = 1; number <= 40; number++) {
        ObjectNode cell = JsonTexts.object().put("key", "M").put("value", number + ".10");
        rows.addObject().putArray("rowValue").add(cell);
      }
      List<Row> read = only(table().put("value", rows.toString())).rows();
      assertEquals(40, read.size());
      assertEquals("1.10", read.getFirst().cells().getFirst().value());
      assertEquals("40.10", read.getLast().cells().getFirst().value());
    }

    @Test
    void keeps_the_place_and_the_text_of_a_row_that_is_not_understood() {
      ObjectNode table =
          table()
              .put(
                  "value",
                  "[{\"rowValue\":[{\"value\":\"1\"}]},null,{\"rowValue\":7},{\"rowValue\":\"[{x\"},"
                      + "{\"金额\":\"5\"},[],\"a\"]");
      assertEquals(
          List.of("1", "-", "7", "[{x", "{\"金额\":\"5\"}", "-", "a"),
          only(table).rows().stream()
              .map(row -> row.cells().isEmpty() ? "-" : row.cells().getFirst().value())
              .toList());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[{\"rowValue\":[{\"key\":\"M\",\"value\":\"1\"}]}",
          "{\"rowValue\":[]}",
          "不是 JSON",
          "[{]"
        })
    void that_cannot_be_read_keeps_its_value_and_so_differs_from_an_empty_one(String broken) {
      Component unreadable = only(table().put("value", broken));
      assertEquals(List.of(), unreadable.rows());
      assertEquals(broken, unreadable.value());
    }

    @Test
    void keeps_what_is_said_besides_its_rows() {
      Component table = only(table().put("value", ROWS));
      assertTrue(table.extension().contains("statValue"), table.extension());
    }

    @Test
    void without_rows_is_empty() {
      for (String nothing : new String[] {"", "null", "[]", "[ ]"}) {
        Component table = only(table().put("value", nothing));
        assertEquals("", table.value());
        assertEquals(List.of(), table.rows());
      }
    }

    private ObjectNode table() {
      return JsonTexts.object()
          .put("componentType", "TableField")
          .put("id", "TableField-K9")
          .put("name", "报销明细")
          .put("extValue", "{\"statValue\":[{\"num\":320.5,\"id\":\"MoneyField-K4\"}]}");
    }
  }

  @Nested
  class A_suite {
    private static final String OVERTIME =
        """
        [{"componentType":"DDSelectField","value":"工作日","props":
           {"bizAlias":"type","id":"S-1","label":"加班类型"}},
         {"componentType":"InnerContactField","value":"甲",
          "extValue":"[{\\"emplId\\":\\"u1\\",\\"name\\":\\"甲\\"}]","props":{"bizAlias":"partner"}},
         {"componentType":"TableField","value":
           "[{\\"rowValue\\":[{\\"bizAlias\\":\\"overtimeDuration\\",\\"value\\":\\"8\\"}]}]",
          "props":{"bizAlias":"everyDayDuration"}},
         {"componentName":"NumberField","value":"8","props":{"bizAlias":"duration"}}]""";

    @Test
    void stands_before_its_children_which_are_named_by_their_props() {
      List<Component> all = all(suite("DDBizSuite").put("value", OVERTIME).put("extValue", "{}"));
      assertEquals(
          new Component("", "", "套件", "DDBizSuite", "", "{}", List.of(), List.of()),
          all.getFirst());
      List<Component> children = all.subList(1, all.size());
      assertEquals(
          List.of("type", "partner", "everyDayDuration", "duration"),
          children.stream().map(Component::bizAlias).toList());
      assertEquals("S-1", children.get(0).id());
      assertEquals("加班类型", children.get(0).name());
      assertEquals(List.of(new Reference("u1", "甲")), children.get(1).references());
      Component cell = children.get(2).rows().getFirst().cells().getFirst();
      assertEquals("overtimeDuration", cell.bizAlias());
      assertEquals("8", cell.value());
      assertEquals("NumberField", children.get(3).type());
    }

    @Test
    void is_known_by_its_children_where_its_type_is_new() {
      assertEquals(5, all(suite("BrandNewSuite").put("value", OVERTIME)).size());
    }

    @Test
    void is_read_although_one_of_its_children_is_none() {
      String odd = "[null,7," + OVERTIME.substring(1);
      for (String type : new String[] {"DDBizSuite", "BrandNewSuite"}) {
        List<Component> all = all(suite(type).put("value", odd));
        assertEquals(List.of("", "7"), all.stream().limit(2).map(Component::value).toList());
        assertEquals(6, all.size());
      }
    }

    @Test
    void that_cannot_be_read_keeps_its_value_and_so_differs_from_an_empty_one() {
      String broken = OVERTIME.substring(0, OVERTIME.length() - 1);
      assertEquals(broken, all(suite("DDBizSuite").put("value", broken)).getFirst().value());
      assertEquals("", all(suite("DDBizSuite").put("value", "[]")).getFirst().value());
    }

    @Test
    void within_a_suite_is_unfolded_too() {
      ArrayNode outer = JsonNodeFactory.instance.arrayNode();
      outer.addObject().put("value", "出差事由").putObject("props").put("bizAlias", "reason");
      ObjectNode inner = suite("DDBizSuite").put("value", OVERTIME);
      inner.putObject("props").put("bizAlias", "inner");
      outer.add(inner);
      List<Component> flat = all(suite("DDBizSuite").put("value", outer.toString()));
      assertEquals(
          List.of("", "reason", "inner", "type", "partner", "everyDayDuration", "duration"),
          flat.stream().map(Component::bizAlias).toList());
    }

    @Test
    void of_a_business_trip_has_its_journeys_as_rows() {
      String trip =
          """
          [{"componentName":"TextareaField","value":"拜访客户","props":{"bizAlias":"reason"}},
           {"componentName":"TableField","props":{"bizAlias":"itinerary"},"value":"[{\\"rowValue\\":\
          [{\\"label\\":\\"交通工具\\",\\"bizAlias\\":\\"vehicle\\",\\"value\\":\\"火车\\"},\
          {\\"label\\":\\"开始时间\\",\\"bizAlias\\":\\"startTime\\",\\"value\\":\\"2024-09-11 上午\\"}]}]"}]""";
      List<Component> flat = all(suite("DDBizSuite").put("name", "出差").put("value", trip));
      assertEquals("拜访客户", flat.get(1).value());
      List<Component> journey = flat.get(2).rows().getFirst().cells();
      assertEquals(List.of("火车", "2024-09-11 上午"), journey.stream().map(Component::value).toList());
    }

    private ObjectNode suite(String type) {
      return JsonTexts.object().put("componentType", type).put("name", "套件");
    }
  }

  private static Component only(ObjectNode entry) {
    List<Component> components = all(entry);
    assertEquals(1, components.size());
    return components.getFirst();
  }

  private static List<Component> all(ObjectNode entry) {
    return FormParser.parse(JsonNodeFactory.instance.arrayNode().add(entry))
        .orElseThrow()
        .components();
  }
}
