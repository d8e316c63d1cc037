package io.dingledger.platform.support;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ in memory, reachable from this machine only. */
public final class LocalQueues implements AutoCloseable {
  private final SQSRestServer server;
  private final SqsClient client;

  /** Starts it on any free port. */
  public LocalQueues() {
    QuietServers.quieten();
    server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    client = client(server.waitUntilStarted().localAddress().getPort());
  }

  /** A client for a port of this machine. */
  public static SqsClient client(int port) {
    return SqsClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** A client for it. */
  public SqsClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    server.stopAndWait();
  }
}
