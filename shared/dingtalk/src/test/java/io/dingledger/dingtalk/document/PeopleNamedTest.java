package io.dingledger.dingtalk.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.overtime.OvertimeSample;
import io.dingledger.dingtalk.json.JsonTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleNamedTest {
  @Test
  void are_found_in_components_suites_and_rows_each_once() {
    ObjectNode cell =
        JsonTexts.object()
            .put("key", "InnerContactField-K7")
            .put("label", "经办人")
            .put("value", "丙三");
    cell.set("extendValue", JsonTexts.parse(Samples.people("u3", "丙三")).orElseThrow());
    ArrayNode row = JsonNodeFactory.instance.arrayNode().add(cell);
    assertEquals(
        List.of("u9", "u1", "u2", "u3"),
        Documents.peopleNamed(
            Samples.form(
                Samples.with(
                    Samples.entry("InnerContactField", "", "审批人", "庚九"),
                    Samples.people("u9", "庚九")),
                new OvertimeSample().suite(),
                Samples.entry("TableField", "", "明细", Samples.rows(row)),
                Samples.with(
                    Samples.entry("BrandNewContact", "", "同事", "甲一"),
                    Samples.people("u1", "甲一")))));
  }

  @Test
  void are_no_options_departments_or_accounts() {
    assertEquals(
        List.of(),
        Documents.peopleNamed(
            Samples.form(
                Samples.with(
                    Samples.entry("DDSelectField", "", "类型", "甲"),
                    "{\"label\":\"甲\",\"key\":\"option_0\"}"),
                Samples.with(
                    Samples.entry("DepartmentField", "", "部门", "财务部"),
                    "[{\"id\":\"123\",\"name\":\"财务部\"}]"),
                Samples.with(Samples.entry("InnerContactField", "", "人", "甲"), "{\"broken\""))));
  }
}
