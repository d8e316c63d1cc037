package io.dingledger.embedded.function;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Starts the table and the queues of the template before a function, and tells it of them. Each
 * function says which clients it has and which queues it is told of.
 */
public abstract class FunctionSurroundings implements QuarkusTestResourceLifecycleManager {
  private final String[] clients;
  private EmbeddedAws aws;

  /** For a function with these clients, named as in {@link EmbeddedAws#clientProperties}. */
  protected FunctionSurroundings(String... clients) {
    this.clients = clients.clone();
  }

  /** The properties of the function that name queues. */
  protected abstract Map<String, String> queues(EmbeddedAws running);

  @Override
  public final Map<String, String> start() {
    aws = EmbeddedAws.of(Path.of("../../template.yaml"));
    Map<String, String> properties = new HashMap<>(aws.clientProperties(clients));
    properties.put("dingledger.table", aws.table());
    properties.put("dingledger.key", "file:" + folder().resolve("key"));
    properties.putAll(queues(aws));
    return properties;
  }

  @Override
  public final void stop() {
    aws.close();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("dingledger");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
