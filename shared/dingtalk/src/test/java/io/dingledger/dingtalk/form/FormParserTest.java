package io.dingledger.dingtalk.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Form.Reference;
import io.dingledger.model.document.Form.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormParserTest {
  @Nested
  class A_plain_component {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            TextField                | 差旅报销
            TextareaField            | 两行\u3000文字
            PhoneField               | 13800000000
            IdCardField              | 330000199001010000
            NumberField              | 1000
            MoneyField               | 1000.50
            CalculateField           | 400
            DDDateField              | 2024-09-11 09:00
            DDDateRangeField         | ["2024-09-01","2024-09-03",null]
            DDPhotoField             | ["https://example.test/1.jpg"]
            DDAttachment             | [{"spaceId":"1","fileId":"2","fileName":"a.pdf"}]
            SignatureField           | https://example.test/s.png
            DDHolidayField           | ["2024-09-10 上午","2024-09-11 下午",2,"halfDay","年假","请假类型"]
            InvoiceField             | 随便什么
            AddressField             | 浙江省杭州市
            TextNote                 | 说明
            FormulaField             | 12.30
            SomethingNew             | 新组件
            """)
    void keeps_its_value_as_the_text_it_was(String type, String value) {
      ObjectNode entry = entry(type, value).put("id", type + "-K1").put("name", "名称");
      assertEquals(
          new Component("", type + "-K1", "名称", type, value, List.of(), List.of()), only(entry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]"})
    void has_an_empty_value_for_each_spelling_of_nothing(String nothing) {
      assertEquals("", only(entry("MoneyField", nothing)).value());
    }

    @Test
    void has_an_empty_value_where_there_is_none_or_null() {
      assertEquals("", only("{\"componentType\":\"TextNote\"}").value());
      Component component = only("{\"componentType\":\"TextField\",\"value\":null,\"name\":null}");
      assertEquals("", component.value());
      assertEquals("", component.name());
    }

    @Test
    void whose_value_is_under_a_garbled_key_is_unreadable_and_not_blank() {
      String garbled = "{\"componentType\":\"MoneyField\",\"walue\":\"2000\"}";
      assertEquals(garbled, only(garbled).value());
      String table = "{\"componentType\":\"TableField\",\"valve\":\"[{}]\"}";
      assertEquals(List.of(), only(table).rows());
      assertEquals(table, only(table).value());
      assertEquals("", only("{\"componentType\":\"X\",\"VALUE\":null,\"walue\":\"1\"}").value());
    }

    @Test
    void keeps_the_figures_of_a_native_number() {
      assertEquals("320.50", only("{\"componentType\":\"X\",\"value\":320.50}").value());
    }

    @Test
    void keeps_all_three_names_and_a_label_that_is_a_list() {
      Component range =
          only(
              "{\"componentType\":\"DDDateRangeField\",\"bizAlias\":\"period\",\"id\":\"D-1\","
                  + "\"label\":[\"开始时间\",\"结束时间\"],\"value\":[\"2024-09-01\",\"2024-09-03\"]}");
      assertEquals("period", range.bizAlias());
      assertEquals("D-1", range.id());
      assertEquals("[\"开始时间\",\"结束时间\"]", range.name());
      assertEquals("[\"2024-09-01\",\"2024-09-03\"]", range.value());
    }
  }

  @Nested
  class References_are_read {
    @Test
    void of_a_chosen_option() {
      assertReferences(
          "DDSelectField",
          "差旅费",
          "{\"label\":\"差旅费\",\"key\":\"option_0\"}",
          new Reference("option_0", "差旅费"));
    }

    @Test
    void of_an_option_that_states_only_its_key_or_only_its_label() {
      assertReferences(
          "DDSelectField", "转调休", "{\"key\":\"vacation\"}", new Reference("vacation", "转调休"));
      assertReferences("DDSelectField", "甲", "{\"label\":\"甲\"}", new Reference("", "甲"));
    }

    @Test
    void of_several_options() {
      assertReferences(
          "DDMultiSelectField",
          "[\"A\",\"B\"]",
          "[{\"label\":\"A\",\"value\":\"A\",\"key\":\"o1\"},{\"value\":\"B\",\"key\":\"o2\"}]",
          new Reference("o1", "A"),
          new Reference("o2", "B"));
    }

    @Test
    void of_people_and_departments_and_accounts() {
      assertReferences(
          "InnerContactField",
          "甲,乙",
          "[{\"emplId\":\"u1\",\"name\":\"甲\",\"avatar\":\"\"},{\"emplId\":\"u2\",\"name\":\"乙\"}]",
          new Reference("u1", "甲"),
          new Reference("u2", "乙"));
      assertReferences(
          "DepartmentField",
          "财务部",
          "[{\"id\":123,\"name\":\"财务部\",\"number\":3}]",
          new Reference("123", "财务部"));
      assertReferences(
          "RecipientAccountField",
          "某银行",
          "{\"identityType\":\"x\",\"name\":\"甲\",\"id\":\"acc1\",\"isSelf\":true}",
          new Reference("acc1", "甲"));
    }

    @Test
    void of_cascades_and_related_approvals() {
      assertReferences(
          "CascadeField",
          "A/B",
          "{\"code\":\"c\",\"level\":2,\"name\":\"B\",\"id\":\"9\",\"fullNamePath\":\"A/B\"}",
          new Reference("9", "B"));
      assertReferences(
          "RelateField", "kQ8x", "[{\"procInstId\":\"kQ8x\"}]", new Reference("kQ8x", ""));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"upper\":\"壹仟元整\",\"componentName\":\"MoneyField\"}",
          "{\"durationInHour\":8.0,\"unit\":\"HOUR\",\"detailList\":[]}",
          "null",
          "[]",
          "[null,1,[]]",
          "{broken"
        })
    void and_nothing_is_read_from_other_extensions(String extension) {
      assertReferences("MoneyField", "1000", extension);
    }
  }

  @Test
  void text_that_a_person_typed_never_becomes_components() {
    String forged =
        "[{\"componentType\":\"MoneyField\",\"value\":\"99999\",\"props\":{\"id\":\"Money-K1\"}}]";
    for (String type : new String[] {"TextField", "TextareaField", "DDSelectField"}) {
      assertEquals(forged, only(entry(type, forged)).value());
    }
    String rows = "[{\"rowValue\":[{\"key\":\"Money-K1\",\"value\":\"1\"}]}]";
    Component typed = only(entry("TextareaField", rows));
    assertEquals(rows, typed.value());
    assertEquals(List.of(), typed.rows());
    ObjectNode cell = JsonTexts.object().put("key", "T-1").put("value", forged);
    ObjectNode table = entry("TableField", "[{\"rowValue\":[" + cell + "]}]");
    assertEquals(forged, only(table).rows().getFirst().cells().getFirst().value());
  }

  @Test
  void the_old_spellings_say_the_same() {
    Component old =
        only(
            "{\"id\":\"DDSelectField-K3\",\"name\":\"类型\",\"component_type\":\"DDSelectField\","
                + "\"value\":\"甲\",\"ext_value\":\"{\\\"label\\\":\\\"甲\\\",\\\"key\\\":\\\"o1\\\"}\"}");
    assertEquals("DDSelectField", old.type());
    assertEquals("{\"label\":\"甲\",\"key\":\"o1\"}", old.extension());
    assertEquals(List.of(new Reference("o1", "甲")), old.references());
  }

  @Test
  void where_no_type_is_stated_the_id_tells_it() {
    String rows = "[{\"rowValue\":[{\"key\":\"MoneyField-K1\",\"value\":\"1\"}]}]";
    ObjectNode table = JsonTexts.object().put("id", "TableField-K9").put("value", rows);
    assertEquals(1, only(table).rows().size());
    ObjectNode typed = JsonTexts.object().put("id", "TextareaField_K9").put("value", rows);
    assertEquals(rows, only(typed).value());
    ObjectNode unknown = JsonTexts.object().put("id", "K9").put("value", rows);
    assertEquals(rows, only(unknown).value(), "what nobody vouches for stays text");
  }

  @Nested
  class One_odd_component {
    @Test
    void never_fails_the_document() {
      ArrayNode form = JsonNodeFactory.instance.arrayNode();
      form.addNull().add(7).add("text").addArray();
      form.addObject();
      form.add(entry("TableField", "{not json"));
      form.add(entry("DDBizSuite", "[1,2]"));
      form.add(entry("MoneyField", "12.00").put("id", "M-1"));
      Form parsed = FormParser.parse(form).orElseThrow();
      assertEquals(
          List.of("7", "text", "", "{not json", "[1,2]", "12.00"),
          parsed.components().stream().map(Component::value).toList());
    }

    @Test
    void and_no_array_at_all_is_a_form_without_components() {
      Form none = new Form(List.of());
      assertEquals(Optional.of(none), FormParser.parse(JsonTexts.object().path("absent")));
      assertEquals(Optional.of(none), FormParser.parse(JsonTexts.object()));
      assertEquals(Optional.of(none), FormParser.parse(JsonTexts.parse("null").orElseThrow()));
    }
  }

  @Nested
  class Limits {
    @Test
    void hold_for_the_number_of_components_and_rows() {
      ArrayNode form = JsonNodeFactory.instance.arrayNode();
      for (int count = 0; count < FormParser.MOST_COMPONENTS; count++) {
        form.addObject().put("value", "x");
      }
      assertEquals(
          FormParser.MOST_COMPONENTS, FormParser.parse(form).orElseThrow().components().size());
      form.addObject();
      assertEquals(Optional.empty(), FormParser.parse(form));
    }

    @Test
    void hold_for_the_depth_of_suites_within_suites() {
      String value = "innermost";
      for (int depth = 0; depth < 12; depth++) {
        ArrayNode children = JsonNodeFactory.instance.arrayNode();
        children.add(entry("DDBizSuite", value).set("props", JsonTexts.object()));
        value = children.toString();
      }
      ArrayNode form = JsonNodeFactory.instance.arrayNode().add(entry("DDBizSuite", value));
      List<Component> suites = FormParser.parse(form).orElseThrow().components();
      assertEquals(FormParser.DEEPEST_NESTING + 1, suites.size());
      Component kept = suites.getLast();
      assertEquals("DDBizSuite", kept.type());
      assertTrue(kept.value().contains("innermost"), "what is too deep stays text");
    }

    @Test
    void hold_for_tables_within_tables_given_natively() {
      StringBuilder text = new StringBuilder();
      text.append("[{\"rowValue\":[{\"value\":".repeat(20)).append("\"x\"");
      text.append("}]}]".repeat(20));
      ObjectNode table = JsonTexts.object().put("componentType", "TableField");
      table.set("value", JsonTexts.parse(text.toString()).orElseThrow());
      Component component = only(table);
      int depth = 0;
      while (!component.rows().isEmpty()) {
        component = component.rows().getFirst().cells().getFirst();
        depth++;
      }
      assertEquals(FormParser.DEEPEST_NESTING, depth);
      assertTrue(component.value().startsWith("[{\"rowValue\""), component.value());
    }
  }

  private static void assertReferences(
      String type, String value, String extension, Reference... expected) {
    Component fromText = only(entry(type, value).put("extValue", extension));
    assertEquals(List.of(expected), fromText.references());
    JsonTexts.parse(extension)
        .ifPresent(
            content -> {
              ObjectNode entry = entry(type, value);
              entry.set("extendValue", content);
              ArrayNode cells = JsonNodeFactory.instance.arrayNode().add(entry);
              ObjectNode row = JsonTexts.object().set("rowValue", cells);
              Component table = only(entry("TableField", "[" + row + "]"));
              Row only = table.rows().getFirst();
              assertEquals(List.of(expected), only.cells().getFirst().references());
            });
  }

  private static ObjectNode entry(String type, String value) {
    return JsonTexts.object().put("componentType", type).put("value", value);
  }

  private static Component only(String entry) {
    return only(JsonTexts.parseObject(entry).orElseThrow());
  }

  private static Component only(ObjectNode entry) {
    ArrayNode form = JsonNodeFactory.instance.arrayNode().add(entry);
    List<Component> components = FormParser.parse(form).orElseThrow().components();
    assertEquals(1, components.size());
    return components.getFirst();
  }
}
