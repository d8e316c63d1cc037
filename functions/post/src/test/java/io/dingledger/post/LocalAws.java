package io.dingledger.post;

import io.dingledger.embedded.EmbeddedAws;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts the table and the queues of the template before the function, and tells it of them. */
public final class LocalAws implements QuarkusTestResourceLifecycleManager {
  private EmbeddedAws aws;

  @Override
  public Map<String, String> start() {
    aws = EmbeddedAws.of(Path.of("../../template.yaml"));
    Map<String, String> properties = new HashMap<>(aws.clientProperties("dynamodb", "sqs", "kms"));
    properties.put("dingledger.table", aws.table());
    properties.put("dingledger.key", "file:" + folder().resolve("key"));
    properties.put("dingledger.failures.queue", aws.url("FailuresQueue"));
    return properties;
  }

  @Override
  public void stop() {
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
