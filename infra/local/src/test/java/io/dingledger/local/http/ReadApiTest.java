package io.dingledger.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.dingtalk.callback.CallbackRequest;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ReadApiTest {
  private static final String DOCUMENTS = "/api/tenants/demo%20%E4%B8%80/documents";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final MemoryDocuments store = Samples.documents();
  private final ReadApi api = new ReadApi(store, store, Samples.pay(store));

  @Test
  void theListIsPagedAndFiltered() {
    JsonNode first = json(get(DOCUMENTS, "limit=2"));
    assertEquals(List.of("event:full/1", "held"), identifiers(first));
    JsonNode second = json(get(DOCUMENTS, "limit=2&cursor=" + first.path("cursor").asText()));
    assertEquals(List.of("received"), identifiers(second));
    assertFalse(second.has("cursor"));
    assertEquals(List.of("held"), identifiers(json(get(DOCUMENTS, "state=HELD"))));
  }

  @Test
  void theDetailTellsAttemptsWaitsVouchersAndExplanations() {
    JsonNode detail = json(get(DOCUMENTS + "/event:full%2F1", ""));
    assertEquals("PARKED", detail.path("state").asText());
    assertEquals("545.10", detail.path("total").path("amount").asText());
    assertEquals("中文", detail.path("reasons").path(0).path("zh").asText());
    JsonNode posting = detail.path("postings").path(0);
    assertEquals(1, posting.path("attempts").asInt());
    assertEquals("2026-03-02T03:10:00Z", posting.path("nextAttemptAt").asText());
    assertEquals("connection kingdee-cloud", posting.path("waitsFor").asText());
    assertEquals("AMBIGUOUS", posting.path("failure").path("kind").asText());
    JsonNode posted = detail.path("postings").path(1);
    assertEquals("45", posted.path("ledger").path("number").asText());
    JsonNode line = detail.path("vouchers").path(0).path("lines").path(0);
    assertEquals("6602.03", line.path("account").asText());
    assertEquals("D101", line.path("dimensions").path("DEPARTMENT").asText());
    assertEquals("row 1", line.path("explanation").path("inputs").path(0).path("origin").asText());
    assertEquals("SENDING", detail.path("timeline").path(0).path("what").asText());
  }

  @Test
  void theDetailShowsTheTypedDocumentAndWhatReplacedIt() {
    JsonNode detail = json(get(DOCUMENTS + "/event:full%2F1", ""));
    assertEquals("545.10", detail.path("typed").path("total").path("amount").asText());
    assertEquals("later", detail.path("supersededBy").asText());
    JsonNode other = json(get(DOCUMENTS + "/held", ""));
    assertFalse(other.has("typed") || other.has("supersededBy"), other::toString);
  }

  @Test
  void theListTellsWhatADocumentWaitsForAndWhyItsLastTryFailed() {
    JsonNode summary = json(get(DOCUMENTS, "limit=1")).path("documents").path(0);
    assertEquals("connection kingdee-cloud", summary.path("waitsFor").asText());
    assertEquals(2, summary.path("attempts").asInt());
    assertEquals(
        Map.of("kind", "AMBIGUOUS", "system", "kingdee-cloud", "code", "TIMEOUT"),
        MAPPER.convertValue(summary.path("failure"), Map.class));
    JsonNode held = json(get(DOCUMENTS, "state=HELD")).path("documents").path(0);
    assertFalse(held.has("waitsFor") || held.has("failure"), held::toString);
    assertEquals(0, held.path("attempts").asInt(-1));
  }

  @Test
  void theFailureOfAFetchIsTheDocumentsUntilItIsTranslated() {
    Failure throttled = Failure.of(FailureKind.THROTTLE, "dingtalk", "90018", "too many");
    DocumentRecord waiting =
        Samples.plain("waiting", DocumentState.PARKED)
            .changed()
            .fetch(Wait.NONE.failed(throttled, Samples.NOW).parked("quota", Samples.NOW))
            .build();
    DocumentRecord translated =
        waiting.changed().state(DocumentState.POSTED).postings(List.of(Samples.posted())).build();
    store.records.addAll(0, List.of(waiting, translated));
    JsonNode page = json(get(DOCUMENTS, "limit=2")).path("documents");
    assertEquals("quota", page.path(0).path("waitsFor").asText());
    assertEquals("90018", page.path(0).path("failure").path("code").asText());
    assertFalse(page.path(1).has("failure") || page.path(1).has("waitsFor"), page::toString);
    assertEquals(2, page.path(1).path("attempts").asInt());
  }

  @Test
  void whatAPostedVoucherOvercameIsNotShownAsItsFailure() {
    JsonNode detail = json(get(DOCUMENTS + "/event:full%2F1", ""));
    JsonNode posted = detail.path("postings").path(1);
    assertEquals("HTTP-503", posted.path("overcome").path("code").asText());
    assertFalse(posted.has("failure"), posted::toString);
    assertFalse(detail.path("postings").path(0).has("overcome"), detail::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/tenants/nobody/documents,,404,API-TENANT-UNKNOWN",
    "/api/tenants/DEMO%20%E4%B8%80/documents,,404,API-TENANT-UNKNOWN",
    "/api/tenants/demo%20%E4%B8%80/documents/none,,404,API-DOCUMENT-UNKNOWN",
    "/api/tenants/demo%20%E4%B8%80/documents/%20,,404,API-DOCUMENT-UNKNOWN",
    "/api/tenants/demo%20%E4%B8%80/documents,state=LOST,400,API-STATE-UNKNOWN",
    "/api/tenants/demo%20%E4%B8%80/documents,cursor=x,400,API-CURSOR-UNKNOWN",
    "/api/tenants/demo%20%E4%B8%80/documents,limit=0,400,API-LIMIT-REFUSED",
    "/api/tenants/demo%20%E4%B8%80/documents,limit=101,400,API-LIMIT-REFUSED",
    "/api/tenants/demo%20%E4%B8%80/documents,limit=many,400,API-LIMIT-REFUSED",
    "/api/tenants,,404,API-PATH-UNKNOWN",
    "/api/tenants/demo%20%E4%B8%80/vouchers,,404,API-PATH-UNKNOWN",
  })
  void aWrongRequestIsAnsweredByAProblem(String path, String query, int status, String code) {
    assertProblem(get(path, query == null ? "" : query), status, code);
  }

  @Test
  void nothingCanBeWritten() {
    assertProblem(api.handle(request("POST", DOCUMENTS, "")), 405, "API-METHOD-REFUSED");
  }

  @Test
  void everyPathIsDescribed() {
    assertEquals(
        Set.of(
            "/callback/{key}",
            "/api/tenants",
            "/api/tenants/{tenant}/settings",
            "/api/tenants/{tenant}/secrets",
            "/api/tenants/{tenant}/suspension",
            "/api/tenants/{tenant}/resumption",
            "/api/tenants/{tenant}/deletion",
            "/api/suites/{suite}",
            "/api/tenants/{tenant}/ledger/test",
            "/api/tenants/{tenant}/ledger/{kind}",
            "/api/tenants/{tenant}/exports",
            "/api/tenants/{tenant}/exports/{number}",
            "/api/tenants/{tenant}/exports/{number}/file",
            "/inbound/{key}",
            "/inbound/{key}/hose",
            "/healthz",
            "/api/metrics",
            "/api/tenants/{tenant}/replay",
            "/api/tenants/{tenant}/documents/{id}/settle",
            "/api/tenants/{tenant}/documents",
            "/api/tenants/{tenant}/documents/{id}",
            "/api/tenants/{tenant}/pay-periods",
            "/api/tenants/{tenant}/pay-periods/{month}",
            "/api/tenants/{tenant}/pay-periods/{month}/items.csv",
            "/api/tenants/{tenant}/pay-periods/{month}/sums.csv",
            "/api/tenants/{tenant}/pay-periods/{month}/lines/{voucher}/{line}",
            "/api/tenants/{tenant}/pay-periods/{month}/close",
            "/api/tenants/{tenant}/documents/{id}/again",
            "/api/tenants/{tenant}/rule-books",
            "/api/tenants/{tenant}/rule-books/{version}",
            "/api/tenants/{tenant}/rule-books/{version}/{step}"),
        map(description(), "paths").keySet());
  }

  @Test
  void everyStateIsDescribed() {
    assertEquals(names(DocumentState.values()), schema("DocumentState").get("enum"));
    assertEquals(names(FailureKind.values()), schema("FailureKind").get("enum"));
    Map<?, ?> posting = (Map<?, ?>) ((List<?>) schema("Posting").get("allOf")).getLast();
    assertEquals(
        names(PostingState.values()), map(map(posting, "properties"), "state").get("enum"));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  @Test
  void theLongestCallbackIsTheIntakesOwnLimit() {
    Map<?, ?> responses =
        map(map(map(map(description(), "paths"), "/callback/{key}"), "post"), "responses");
    String text = (String) map(responses, "413").get("description");
    assertTrue(text.contains(CallbackRequest.LARGEST_BODY / 1024 + " Ki characters"), text);
  }

  @Test
  void everyFieldOfTheAnswersIsDescribed() {
    JsonNode list = json(get(DOCUMENTS, "limit=1"));
    assertDescribed("DocumentPage", list);
    assertDescribed("DocumentSummary", list.path("documents").path(0));
    JsonNode detail = json(get(DOCUMENTS + "/event:full%2F1", ""));
    assertDescribed("Document", detail);
    assertDescribed("Posting", detail.path("postings").path(0), detail.path("postings").path(1));
    assertDescribed("Voucher", detail.path("vouchers").path(0));
    assertDescribed("VoucherLine", detail.path("vouchers").path(0).path("lines").path(0));
    assertDescribed("TimelineEntry", detail.path("timeline").path(0));
    assertDescribed("Reason", detail.path("reasons").path(0));
    assertDescribed("Problem", json(get("/api/tenants/nobody/documents", "")));
  }

  /** All described fields are in full answers, and the answers have no others. */
  private static void assertDescribed(String schema, JsonNode... answers) {
    Set<String> fields = new HashSet<>();
    for (JsonNode answer : answers) {
      answer.fieldNames().forEachRemaining(fields::add);
    }
    assertEquals(new HashSet<>(properties(schema)), fields, schema);
  }

  static List<String> properties(String schema) {
    Map<?, ?> definition = schema(schema);
    List<String> names = new ArrayList<>();
    map(definition, "properties").keySet().forEach(name -> names.add((String) name));
    if (definition.get("allOf") instanceof List<?> parts) {
      for (Object part : parts) {
        if (((Map<?, ?>) part).get("$ref") instanceof String reference) {
          names.addAll(properties(reference.substring(reference.lastIndexOf('/') + 1)));
        } else {
          map((Map<?, ?>) part, "properties").keySet().forEach(name -> names.add((String) name));
        }
      }
    }
    return names;
  }

  private static Map<?, ?> schema(String name) {
    return map(map(map(description(), "components"), "schemas"), name);
  }

  private static Map<?, ?> map(Map<?, ?> owner, String name) {
    return owner.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Map<?, ?> description() {
    try (InputStream stream = ReadApiTest.class.getResourceAsStream("/docs/api.openapi.yaml")) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void assertProblem(Reply reply, int status, String code) {
    assertEquals(status, reply.status());
    assertTrue(reply.headers().get("Content-Type").startsWith("application/problem+json"));
    JsonNode problem = json(reply);
    assertEquals(code, problem.path("code").asText());
    assertEquals(status, problem.path("status").asInt());
    assertFalse(problem.path("zh").asText().contains("{"), problem.toString());
    assertFalse(problem.path("en").asText().contains("{"), problem.toString());
  }

  private static List<String> identifiers(JsonNode page) {
    return StreamSupport.stream(page.path("documents").spliterator(), false)
        .map(each -> each.path("id").asText())
        .toList();
  }

  private Reply get(String path, String query) {
    return api.handle(request("GET", path, query));
  }

  private static Request request(String method, String path, String query) {
    return new Request(method, path, query, Map.of(), new byte[0], "127.0.0.1");
  }

  private static JsonNode json(Reply reply) {
    try {
      return MAPPER.readTree(reply.body());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
