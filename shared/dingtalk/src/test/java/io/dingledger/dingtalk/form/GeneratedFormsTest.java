package io.dingledger.dingtalk.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.dingledger.dingtalk.document.Documents;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.Unrecognised;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that hold for every form; each run tries the same ones. */
class GeneratedFormsTest {
  private static final int FORMS = 5_000;
  private static final int FORMS_OF_EACH_CATEGORY = 1_000;
  private static final int FLIPS = 2_000;

  @Test
  void are_parsed_and_none_of_their_texts_is_lost() {
    GeneratedForms generated = new GeneratedForms(1);
    for (int count = 0; count < FORMS; count++) {
      ArrayNode entries = generated.form();
      Form form = FormParser.parse(entries).orElseThrow();
      StringBuilder found = new StringBuilder();
      form.components().forEach(component -> append(component, found));
      List<String> lost =
          generated.leaves.stream().filter(leaf -> found.indexOf(leaf) < 0).toList();
      assertEquals(List.of(), lost, entries::toString);
      assertEquals(form, FormParser.parse(JsonTexts.parse(entries.toString()).get()).get());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "attendance.batchovertime",
        "attendance.goout",
        "attendance.supply",
        "attendance.relieve",
        "attendance.leave",
        "alitrip.business"
      })
  void are_typed_or_doubted_and_nothing_is_thrown(String category) {
    GeneratedForms generated = new GeneratedForms(2);
    for (int count = 0; count < FORMS_OF_EACH_CATEGORY; count++) {
      Form form = FormParser.parse(generated.form()).orElseThrow();
      Documents.suite(Samples.detail(category, form), Samples.header())
          .ifPresent(GeneratedFormsTest::assertExplained);
      assertFalse(Documents.peopleNamed(form).contains(""));
    }
  }

  private static void assertExplained(Reading reading) {
    assertTrue(
        !(reading.document() instanceof Unrecognised) || !reading.doubts().isEmpty(),
        "what is not recognised says why");
  }

  @Test
  void with_a_flipped_byte_are_parsed_or_no_json_at_all() {
    GeneratedForms generated = new GeneratedForms(3);
    Random random = new Random(4);
    int parsed = 0;
    for (int count = 0; count < FLIPS; count++) {
      byte[] bytes = generated.form().toString().getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      var json = JsonTexts.parse(new String(bytes, StandardCharsets.UTF_8));
      if (json.isPresent()) {
        parsed++;
        Form form = FormParser.parse(json.get()).orElseThrow();
        Documents.suite(Samples.detail("", form), Samples.header());
      }
    }
    assertTrue(parsed > FLIPS / 4, "most flips hit a text");
  }

  private static void append(Component component, StringBuilder into) {
    into.append(component.value()).append('\n').append(component.extension()).append('\n');
    component.rows().forEach(row -> row.cells().forEach(cell -> append(cell, into)));
    List<String> names = new ArrayList<>(List.of(component.name(), component.id()));
    names.forEach(name -> into.append(name).append('\n'));
  }
}
