package io.dingledger.dingtalk.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.day.DaySample;
import io.dingledger.dingtalk.document.leave.LeaveSample;
import io.dingledger.dingtalk.document.overtime.OvertimeSample;
import io.dingledger.dingtalk.document.travel.TripDetailsSample;
import io.dingledger.dingtalk.document.travel.TripSample;
import io.dingledger.dingtalk.form.FormParser;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.SourceDocument;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One byte of what DingTalk sends is flipped, ten thousand times and more. Nothing is thrown, and
 * what comes out without a doubt is the same document, or differs in the one text that was hit.
 */
class ByteFlipsTest {
  private static final int FLIPS_EACH = 1_200;
  private static final long SEED = 20_240_914L;

  /** What is flipped, and how it is read; empty when what is left is no JSON, or no suite. */
  enum Source {
    LEAVE("", LeaveSample.overNewYear().entry()),
    PACKED_LEAVE("", LeaveSample.overNewYear().packed().entry()),
    OVERTIME("attendance.batchovertime", OvertimeSample.overnight().suite()),
    OVERTIME_WITHOUT_CATEGORY("", new OvertimeSample().day("2024-09-14", "8").suite()),
    TRAVEL("alitrip.business", TripSample.twoJourneys().suite()),
    OUTSIDE_WORK("attendance.goout", ExtractedSamples.outside()),
    SWAP("attendance.relieve", ExtractedSamples.swap()),
    DAY(
        new DaySample()
            .with("OnDuty", "Late", "09:00:00", "09:05:30")
            .with("OffDuty", "Early", "18:00:00", "17:30:00")
            .rows
            .toString(),
        text -> Optional.of(Documents.dailyResult(Samples.header(), text))),
    TRIP(
        TripDetailsSample.JSON,
        text ->
            Optional.of(
                Documents.trip(
                    Samples.detail("alitrip.business", new Form(List.of())),
                    Samples.header(),
                    text)));

    private final String text;
    private final Function<String, Optional<Reading>> read;

    Source(String text, Function<String, Optional<Reading>> read) {
      this.text = text;
      this.read = read;
    }

    Source(String category, ObjectNode... entries) {
      this(Samples.entries(entries).toString(), json -> suite(category, json));
    }

    private static Optional<Reading> suite(String category, String json) {
      return JsonTexts.parse(json)
          .flatMap(FormParser::parse)
          .flatMap(form -> Documents.suite(Samples.detail(category, form), Samples.header()));
    }
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void never_throw_and_never_change_a_document_unnoticed(Source source) {
    Map<String, String> expected = leaves(source.read.apply(source.text).orElseThrow());
    byte[] original = source.text.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(SEED + source.ordinal());
    int certain = 0;
    for (int count = 0; count < FLIPS_EACH; count++) {
      byte[] flipped = original.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      String text = new String(flipped, StandardCharsets.UTF_8);
      Supplier<String> place = () -> place(source.text, text);
      Optional<Reading> reading;
      try {
        reading = source.read.apply(text);
      } catch (RuntimeException thrown) {
        fail(place.get(), thrown);
        return;
      }
      if (reading.isPresent() && reading.get().doubts().isEmpty()) {
        certain++;
        Map<String, String> found = leaves(reading.get());
        assertEquals(expected.keySet(), found.keySet(), place);
        List<String> changed =
            expected.keySet().stream()
                .filter(leaf -> !expected.get(leaf).equals(found.get(leaf)))
                .toList();
        assertTrue(changed.size() <= 1, () -> changed + " changed unnoticed: " + place.get());
      } else if (reading.isEmpty()) {
        assertTrue(isNoJson(text), place);
      }
    }
    assertTrue(certain > 0, "some flips do no harm");
  }

  private static String place(String before, String after) {
    int at = 0;
    while (at < Math.min(before.length(), after.length())
        && before.charAt(at) == after.charAt(at)) {
      at++;
    }
    return after.substring(Math.max(0, at - 80), Math.min(after.length(), at + 80));
  }

  private static boolean isNoJson(String text) {
    return JsonTexts.parse(text).filter(JsonNode::isArray).isEmpty();
  }

  /** Every single text of a document by its place; minutes follow from the times beside them. */
  private static Map<String, String> leaves(Reading reading) {
    Map<String, String> leaves = new TreeMap<>();
    SourceDocument document = reading.document();
    collect("", document, leaves);
    leaves.keySet().removeIf(leaf -> leaf.startsWith(".header") || leaf.endsWith(".minutes"));
    leaves.put("kind", document.kind().word());
    return leaves;
  }

  private static void collect(String place, Object value, Map<String, String> into) {
    switch (value) {
      case Record composite -> {
        for (RecordComponent component : composite.getClass().getRecordComponents()) {
          collect(place + "." + component.getName(), of(composite, component), into);
        }
      }
      case Optional<?> optional ->
          into.put(place, optional.map(Object::toString).orElse("(nothing)"));
      case Collection<?> many -> {
        List<Object> all = new ArrayList<>(many);
        for (int index = 0; index < all.size(); index++) {
          collect(place + "[" + index + "]", all.get(index), into);
        }
      }
      case BigDecimal number -> into.put(place, number.stripTrailingZeros().toPlainString());
      default -> into.put(place, String.valueOf(value));
    }
  }

  private static Object of(Record composite, RecordComponent component) {
    try {
      return component.getAccessor().invoke(composite);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
