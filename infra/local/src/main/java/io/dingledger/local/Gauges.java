package io.dingledger.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.template.QueueDefinition;
import io.dingledger.platform.store.TableCensus;
import io.dingledger.platform.store.TenantRegistry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What {@code GET /api/metrics} answers: queues and documents as they are now, and what the
 * functions measured. It names no tenant and no document.
 *
 * @param embedded knows how long messages have waited
 * @param queues the addresses of the queues by their logical ids
 * @param definitions the names of the queues
 * @param tenants whose documents are counted, all together
 * @param measured by the functions
 */
record Gauges(
    EmbeddedQueues embedded,
    SqsClient sqs,
    Map<String, URI> queues,
    List<QueueDefinition> definitions,
    TenantRegistry tenants,
    TableCensus census,
    LocalMetrics measured,
    InstantSource clock) {
  /** All of it. */
  ObjectNode json() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ObjectNode waiting = all.putObject("queues");
    definitions.forEach(queue -> put(waiting.putObject(queue.logicalId()), queue));
    Instant now = clock.instant();
    TableCensus.Count count =
        tenants.all().stream()
            .map(tenant -> census.of(tenant, now))
            .reduce(TableCensus.Count.NONE, TableCensus.Count::plus);
    all.putObject("documents")
        .put("open", count.open())
        .put("parked", count.parked())
        .put("held", count.held())
        .put("oldestSeconds", count.oldest().toSeconds());
    all.set("functions", measured.json());
    return all;
  }

  private void put(ObjectNode entry, QueueDefinition queue) {
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(
                request ->
                    request
                        .queueUrl(queues.get(queue.logicalId()).toString())
                        .attributeNames(QueueAttributeName.ALL))
            .attributes();
    entry
        .put("waiting", number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        .put(
            "inFlight",
            number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .put(
            "delayed",
            number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .put("longestWaitSeconds", embedded.longestWait(queue.name()).toSeconds());
  }

  private static long number(
      Map<QueueAttributeName, String> attributes, QueueAttributeName attribute) {
    return Long.parseLong(attributes.getOrDefault(attribute, "0"));
  }
}
