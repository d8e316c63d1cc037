package io.dingledger.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the functions of a system stand on, as a process of its own has to be told.
 *
 * @param dynamo the embedded database
 * @param sqs the embedded queues
 * @param table the table's name
 * @param queues the queues' addresses by logical id
 * @param arns the queues' ARNs by logical id
 * @param key the file that holds the key of secrets
 */
public record Ground(
    URI dynamo,
    URI sqs,
    String table,
    Map<String, URI> queues,
    Map<String, String> arns,
    Path key) {
  public Ground {
    arns = Map.copyOf(arns);
    queues = Map.copyOf(queues);
  }
}
