package io.dingledger.platform.observe;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.acting.Acting;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.trace.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a thread is busy with, in the words of logs. Begun and ended by {@link Handling}; in between
 * more becomes known: whose message it is, which document it makes, how it ends.
 */
public final class Busy {
  private static final ThreadLocal<Optional<Busy>> NOW = ThreadLocal.withInitial(Optional::empty);

  private static final String STEP = "step";
  private static final String REQUEST = "requestId";
  private static final String EVENT = "event";
  private static final String DOCUMENT = "document";
  private static final String TENANT = "tenant";
  private static final String ATTEMPT = "attempt";
  private static final String TRACE = "trace";
  private static final String OUTCOME = "outcome";

  private static final String NOTICE = "notice:";

  private final Map<String, String> known = new LinkedHashMap<>();
  private final LogFields fields;
  private final Metrics metrics;
  private final int attempt;
  private String outcome = "";
  private boolean failed;
  private boolean many;

  private Busy(LogFields fields, Metrics metrics, int attempt) {
    this.fields = fields;
    this.metrics = metrics;
    this.attempt = attempt;
  }

  static Busy begin(String step, Delivery delivery, LogFields fields, Metrics metrics) {
    Busy busy = new Busy(fields, metrics, delivery.attempt());
    NOW.set(Optional.of(busy));
    busy.know(STEP, step);
    busy.know(REQUEST, delivery.request());
    busy.know(ATTEMPT, Integer.toString(delivery.attempt()));
    busy.know(TRACE, Trace.root());
    return busy;
  }

  void end() {
    known.keySet().forEach(fields.remove());
    NOW.set(Optional.empty());
  }

  /** What this thread is busy with; empty outside of messages. */
  public static Optional<Busy> now() {
    return NOW.get();
  }

  /** The fields of a log line of this thread; empty outside of messages. */
  public static Map<String, String> fieldsNow() {
    return NOW.get().map(busy -> Map.copyOf(busy.known)).orElse(Map.of());
  }

  /** What this thread's message is measured with; nothing outside of messages. */
  public static Metrics metrics() {
    return NOW.get().map(busy -> busy.metrics).orElse(Metrics.NONE);
  }

  /** A tenant and its document, in the words of logs. */
  public static Map<String, String> names(Tenant tenant, DocumentId document) {
    return Map.of(TENANT, LogNames.of(tenant), DOCUMENT, LogNames.of(tenant, document));
  }

  /** Whose message this thread is busy with, where only the step finds out. */
  public static void is(Subject subject) {
    NOW.get().ifPresent(busy -> busy.about(subject));
  }

  /** Whose message it is. */
  public void about(Subject subject) {
    subject.tenant().ifPresent(tenant -> about(tenant, subject));
  }

  private void about(Tenant tenant, Subject subject) {
    know(TENANT, LogNames.of(tenant));
    subject.document().ifPresent(document -> know(DOCUMENT, LogNames.of(tenant, document)));
    boolean isSent = subject.document().flatMap(DocumentId::inbound).isPresent();
    subject
        .event()
        .ifPresent(
            event ->
                know(EVENT, isSent ? LogNames.sent(tenant, event) : LogNames.event(tenant, event)));
  }

  /** A document was written in this thread, and stands so; the first one is the message's own. */
  public static void wrote(Tenant tenant, DocumentId document, String state) {
    NOW.get()
        .filter(busy -> !busy.many && !document.value().startsWith(NOTICE))
        .ifPresent(busy -> busy.document(tenant, document, state));
  }

  private void document(Tenant tenant, DocumentId document, String state) {
    String name = LogNames.of(tenant, document);
    if (!known.containsKey(DOCUMENT) && LogNames.of(tenant).equals(known.get(TENANT))) {
      know(DOCUMENT, name);
    }
    if (name.equals(known.get(DOCUMENT))) {
      outcome = state;
    }
  }

  /** How it ends, in one stable word. */
  public void ends(String word) {
    outcome = word;
  }

  /** It ends badly, though nothing is thrown. */
  public void fails(String word) {
    outcome = word;
    failed = true;
  }

  /** The message is about many documents, each of which has a trace of its own. */
  public void isOfMany() {
    many = true;
    Trace.isOfMany();
  }

  /**
   * Does what the message asks for, on behalf of its subject, which all lines and the trace name
   * from now on.
   *
   * @throws X what the deed throws
   */
  public <X extends Exception> void on(Subject subject, Acting.Deed<X> deed) throws X {
    about(subject);
    Acting.on(subject.tried(attempt), deed);
  }

  String outcome() {
    return outcome;
  }

  boolean isFailed() {
    return failed;
  }

  /** What the trace says of it. */
  Map<String, String> annotations() {
    Map<String, String> all = new LinkedHashMap<>(known);
    all.remove(STEP);
    all.remove(TRACE);
    all.remove(REQUEST);
    all.put(OUTCOME, outcome.isEmpty() ? "DONE" : outcome);
    return all;
  }

  private void know(String name, String value) {
    if (!value.isEmpty()) {
      known.put(name, value);
      fields.put().accept(name, value);
    }
  }
}
