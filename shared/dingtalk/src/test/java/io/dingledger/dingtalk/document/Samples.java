package io.dingledger.dingtalk.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.form.FormParser;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Person;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.failure.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Forms as DingTalk sends them, composed for tests. */
public final class Samples {
  public static final String ORIGINATOR = "u1";
  public static final String INSTANCE = "kQ8xAbCdEf";

  private Samples() {}

  public static DocumentHeader header() {
    return header(LocalDate.of(2024, 9, 14));
  }

  public static DocumentHeader header(LocalDate businessDate) {
    return new DocumentHeader(
        new DocumentId(INSTANCE),
        "202409110943000123456",
        "某人提交的审批",
        new Person(ORIGINATOR, "甲一", "0001"),
        new Department("1", "总部", ""),
        businessDate,
        List.of(),
        Map.of());
  }

  public static ApprovalDetail detail(String category, Form form) {
    Instant at = Instant.parse("2024-09-11T01:43:00Z");
    return new ApprovalDetail(
        new DocumentId(INSTANCE),
        "PROC-1",
        category,
        "202409110943000123456",
        "某人提交的审批",
        ORIGINATOR,
        "-1",
        "总部",
        at,
        Optional.of(at),
        ApprovalDetail.Status.COMPLETED,
        ApprovalDetail.Result.AGREE,
        ApprovalDetail.Action.NONE,
        Optional.empty(),
        List.of(),
        form,
        "{}");
  }

  public static ArrayNode entries(ObjectNode... entries) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    all.addAll(List.of(entries));
    return all;
  }

  public static Form form(ObjectNode... entries) {
    return FormParser.parse(entries(entries)).orElseThrow();
  }

  public static Optional<Reading> suite(String category, ObjectNode... entries) {
    return Documents.suite(detail(category, form(entries)), header());
  }

  public static Reading read(String category, ObjectNode... entries) {
    return suite(category, entries).orElseThrow();
  }

  /** The document, when nothing about it is doubtful. */
  public static <D extends SourceDocument> D certain(Class<D> kind, Reading reading) {
    if (!reading.doubts().isEmpty()) {
      throw new AssertionError(reading.doubts().toString());
    }
    return kind.cast(reading.document());
  }

  public static Set<String> codes(Reading reading) {
    return reading.doubts().stream().map(Reason::code).collect(Collectors.toSet());
  }

  /** Whether a document was not typed, is said to be this kind, and says why. */
  public static boolean isUnrecognised(Reading reading, String supposedKind) {
    return reading.document() instanceof Unrecognised unrecognised
        && unrecognised.supposedKind().equals(supposedKind)
        && !reading.doubts().isEmpty();
  }

  /** A component on its own. */
  public static ObjectNode entry(String type, String alias, String name, String value) {
    return JsonTexts.object()
        .put("componentType", type)
        .put("id", type + "-" + alias + name.hashCode())
        .put("bizAlias", alias)
        .put("name", name)
        .put("value", value);
  }

  /** A component within a suite. */
  public static ObjectNode child(String type, String alias, String label, String value) {
    ObjectNode child =
        JsonTexts.object()
            .put("componentType", type)
            .put("componentName", type)
            .put("value", value);
    child.putObject("props").put("bizAlias", alias).put("id", type + "-K").put("label", label);
    return child;
  }

  public static ObjectNode with(ObjectNode component, String extension) {
    return component.put("extValue", extension);
  }

  public static ObjectNode suiteOf(String name, ObjectNode... children) {
    return JsonTexts.object()
        .put("componentType", "DDBizSuite")
        .put("id", "DDBizSuite-K1")
        .put("name", name)
        .put("value", entries(children).toString());
  }

  public static ObjectNode cell(String alias, String label, String value) {
    return JsonTexts.object()
        .put("bizAlias", alias)
        .put("label", label)
        .put("key", "Field-" + alias)
        .put("value", value);
  }

  /** The rows of a table, as the text that its value is. */
  public static String rows(ArrayNode... rows) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (ArrayNode row : rows) {
      all.addObject().put("rowNumber", "Row_" + all.size()).set("rowValue", row);
    }
    return all.toString();
  }

  /** People as {@code extValue} tells them, by user id and name in turn. */
  public static String people(String... idsAndNames) {
    ArrayNode people = JsonNodeFactory.instance.arrayNode();
    for (int index = 0; index < idsAndNames.length; index += 2) {
      people
          .addObject()
          .put("emplId", idsAndNames[index])
          .put("name", idsAndNames[index + 1])
          .put("avatar", "");
    }
    return people.toString();
  }

  /** The milliseconds of a midnight, GMT+8. */
  public static long midnight(String day) {
    return Instant.parse(day + "T00:00:00Z").toEpochMilli() - 8 * 3_600_000L;
  }

  /** Hex digits of the gzipped text. */
  public static String packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
