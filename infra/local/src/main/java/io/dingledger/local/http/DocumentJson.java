package io.dingledger.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Documents as the interface shows them; {@code docs/api.openapi.yaml} describes each field.
 * Instants are UTC, dates are dates of the tenant's zone, amounts are decimal texts.
 */
final class DocumentJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private DocumentJson() {}

  /** A document in a list. */
  static ObjectNode summary(DocumentRecord record) {
    ObjectNode node = JSON.objectNode();
    node.put("id", record.id().value());
    node.put("state", record.state().name());
    node.put("kind", record.kind());
    node.put("title", record.title());
    node.put("businessId", record.businessId());
    record.businessDate().ifPresent(date -> node.put("businessDate", date.toString()));
    record.total().ifPresent(total -> node.set("total", money(total)));
    node.set("reasons", reasons(record.reasons()));
    List<Wait> open = open(record);
    node.put("attempts", attempts(record));
    open.stream()
        .flatMap(wait -> wait.waitsFor().stream())
        .findFirst()
        .ifPresent(waitsFor -> node.put("waitsFor", waitsFor));
    open.reversed().stream()
        .flatMap(wait -> wait.failure().stream())
        .findFirst()
        .ifPresent(failure -> node.set("failure", cause(failure)));
    record.dueAt().ifPresent(dueAt -> node.put("dueAt", dueAt.toString()));
    node.put("createdAt", record.createdAt().toString());
    node.put("updatedAt", record.updatedAt().toString());
    return node;
  }

  /** The work that is not done, in its order: the fetch, then the vouchers. */
  private static List<Wait> open(DocumentRecord record) {
    List<Wait> open = new ArrayList<>();
    if (!isFetched(record)) {
      open.add(record.fetch());
    }
    record.postings().stream()
        .filter(posting -> posting.state() != PostingState.POSTED)
        .forEach(posting -> open.add(posting.pending()));
    return open;
  }

  /** A person may hold a document whose fetch has failed, so being translated does not tell. */
  private static boolean isFetched(DocumentRecord record) {
    return record.isRecorded() || record.state() == DocumentState.IGNORED;
  }

  private static int attempts(DocumentRecord record) {
    return Stream.concat(
            Stream.of(record.fetch()), record.postings().stream().map(Posting::pending))
        .mapToInt(Wait::attempts)
        .max()
        .orElse(0);
  }

  /**
   * A document with all that is known of it.
   *
   * @param typed the typed document, JSON text; empty when it was never typed
   */
  static ObjectNode detail(DocumentRecord record, List<Voucher> vouchers, Optional<String> typed) {
    ObjectNode node = summary(record);
    node.put("version", record.version());
    record.supersededBy().ifPresent(by -> node.put("supersededBy", by.value()));
    typed.ifPresent(text -> node.set("typed", read(text)));
    record
        .approval()
        .ifPresent(
            approval ->
                node.putObject("approval")
                    .put("processCode", approval.processCode())
                    .put("phase", approval.phase().name())
                    .put("result", approval.result().map(Enum::name).orElse("")));
    ArrayNode events = node.putArray("eventIds");
    record.eventIds().forEach(events::add);
    node.set("fetch", waiting(record.fetch(), isFetched(record)));
    ArrayNode postings = node.putArray("postings");
    record.postings().forEach(posting -> postings.add(posting(posting)));
    ArrayNode all = node.putArray("vouchers");
    vouchers.forEach(voucher -> all.add(voucher(voucher)));
    ArrayNode timeline = node.putArray("timeline");
    record.timeline().forEach(entry -> timeline.add(entry(entry)));
    return node;
  }

  /** Its decimals are texts, so that reading it loses no digit. */
  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("the typed document is no JSON", damaged);
    }
  }

  private static ObjectNode posting(Posting posting) {
    ObjectNode node = waiting(posting.pending(), posting.state() == PostingState.POSTED);
    node.put("key", posting.key().value());
    node.put("purpose", posting.purpose().name());
    node.put("state", posting.state().name());
    posting.firstSentAt().ifPresent(at -> node.put("firstSentAt", at.toString()));
    posting.lastSentAt().ifPresent(at -> node.put("lastSentAt", at.toString()));
    posting
        .reference()
        .ifPresent(
            reference ->
                node.putObject("ledger")
                    .put("id", reference.id())
                    .put("number", reference.number()));
    return node;
  }

  /** What is done keeps its last failure as something overcome. */
  private static ObjectNode waiting(Wait wait, boolean done) {
    ObjectNode node = JSON.objectNode();
    node.put("attempts", wait.attempts());
    wait.dueAt().ifPresent(dueAt -> node.put("nextAttemptAt", dueAt.toString()));
    wait.waitsFor().ifPresent(waitsFor -> node.put("waitsFor", waitsFor));
    wait.failure().ifPresent(last -> node.set(done ? "overcome" : "failure", failure(last)));
    return node;
  }

  private static ObjectNode failure(Failure failure) {
    return cause(failure).put("detail", failure.detail());
  }

  private static ObjectNode cause(Failure failure) {
    return JSON.objectNode()
        .put("kind", failure.kind().name())
        .put("system", failure.system())
        .put("code", failure.code());
  }

  private static ArrayNode reasons(List<Reason> reasons) {
    ArrayNode nodes = JSON.arrayNode();
    reasons.forEach(
        reason ->
            nodes
                .addObject()
                .put("code", reason.code())
                .put("zh", reason.chinese())
                .put("en", reason.english()));
    return nodes;
  }

  private static ObjectNode entry(TimelineEntry entry) {
    return JSON.objectNode()
        .put("at", entry.at().toString())
        .put("actor", entry.actor())
        .put("what", entry.what())
        .put("detail", entry.detail());
  }

  static ObjectNode voucher(Voucher voucher) {
    ObjectNode node = JSON.objectNode();
    node.put("key", voucher.key().value());
    node.put("purpose", voucher.purpose().name());
    node.put("date", voucher.date().toString());
    node.put("currency", voucher.currency());
    node.put("summary", voucher.summary());
    node.put("attachments", voucher.attachments());
    node.put("debit", voucher.debit().plain());
    node.put("credit", voucher.credit().plain());
    ArrayNode lines = node.putArray("lines");
    voucher.lines().forEach(line -> lines.add(line(line)));
    return node;
  }

  private static ObjectNode line(VoucherLine line) {
    ObjectNode node = JSON.objectNode();
    node.put("summary", line.summary());
    node.put("account", line.account());
    ObjectNode dimensions = node.putObject("dimensions");
    new TreeMap<>(line.dimensions())
        .forEach((dimension, code) -> dimensions.put(dimension.name(), code));
    node.put("side", line.side().name());
    node.set("amount", money(line.amount()));
    node.set("explanation", explanation(line.explanation()));
    return node;
  }

  static ObjectNode explanation(Explanation explanation) {
    ObjectNode node = JSON.objectNode();
    node.put("rule", explanation.rule());
    node.put("ruleBookVersion", explanation.ruleBookVersion());
    ArrayNode inputs = node.putArray("inputs");
    explanation
        .inputs()
        .forEach(
            input ->
                inputs
                    .addObject()
                    .put("name", input.name())
                    .put("value", input.value())
                    .put("origin", input.origin()));
    node.put("arithmetic", explanation.arithmetic());
    node.put("rounding", explanation.rounding());
    node.set("result", money(explanation.result()));
    return node;
  }

  static ObjectNode money(Money money) {
    return JSON.objectNode().put("amount", money.plain()).put("currency", money.currency());
  }
}
