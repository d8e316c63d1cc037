package io.dingledger.embedded;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients for the embedded servers. The credentials are made up; nobody checks them. */
public final class LocalClients {
  /** The region that the embedded servers pretend to be in. */
  public static final Region REGION = Region.EU_WEST_1;

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  private static final Duration LONGER_THAN_A_LONG_POLL = Duration.ofSeconds(40);

  private LocalClients() {}

  /** A client for embedded queues. */
  public static SqsClient queues(URI endpoint) {
    return queues(endpoint, ClientOverrideConfiguration.builder().build());
  }

  /** A client for embedded queues, with interceptors and the like. */
  public static SqsClient queues(URI endpoint, ClientOverrideConfiguration configuration) {
    return queues(endpoint, configuration, CREDENTIALS);
  }

  /** The same as somebody else. */
  public static SqsClient queues(
      URI endpoint, ClientOverrideConfiguration configuration, AwsCredentialsProvider credentials) {
    return SqsClient.builder()
        .overrideConfiguration(configuration)
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(credentials)
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(LONGER_THAN_A_LONG_POLL))
        .build();
  }

  /** A client for an embedded database. */
  public static DynamoDbClient dynamo(URI endpoint) {
    return dynamo(endpoint, ClientOverrideConfiguration.builder().build());
  }

  /** A client for an embedded database, with interceptors and the like. */
  public static DynamoDbClient dynamo(URI endpoint, ClientOverrideConfiguration configuration) {
    return dynamo(endpoint, configuration, CREDENTIALS);
  }

  /** The same as somebody else. */
  public static DynamoDbClient dynamo(
      URI endpoint, ClientOverrideConfiguration configuration, AwsCredentialsProvider credentials) {
    return DynamoDbClient.builder()
        .overrideConfiguration(configuration)
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(credentials)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
