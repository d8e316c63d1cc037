package io.dingledger.local.aws;

import io.dingledger.local.command.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The operator's clients for an installation. {@code AWS_ENDPOINT_URL} leads them elsewhere, as it
 * does the functions.
 */
record AwsClients(String region, DynamoDbClient dynamo, SqsClient sqs, KmsClient kms)
    implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Clients by the operator's own credentials.
   *
   * @throws Refusal when there are none, or when the region or the stage can't be one
   */
  static AwsClients of(AwsStage stage) {
    if (!stage.isUsable()) {
      throw new Refusal(AwsFault.STAGE_WRONG, stage.name());
    }
    Region region = Region.of(region(stage));
    AwsCredentialsProvider credentials = credentials(stage);
    return new AwsClients(
        region.id(),
        made(DynamoDbClient.builder(), region, credentials),
        made(SqsClient.builder(), region, credentials),
        made(KmsClient.builder(), region, credentials));
  }

  @Override
  public void close() {
    dynamo.close();
    sqs.close();
    kms.close();
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C made(
      B builder, Region region, AwsCredentialsProvider credentials) {
    return builder
        .region(region)
        .credentialsProvider(credentials)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE))
        .build();
  }

  private static String region(AwsStage stage) {
    String region = stage.region().or(() -> known(stage)).orElse("");
    if (region.isEmpty()) {
      throw new Refusal(AwsFault.REGION_MISSING);
    }
    if (!region.matches("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}")) {
      throw new Refusal(AwsFault.REGION_WRONG, region.replaceAll("\\p{Cntrl}", "?"));
    }
    return region;
  }

  private static Optional<String> known(AwsStage stage) {
    try {
      DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
      stage.profile().ifPresent(chain::profileName);
      return Optional.of(chain.build().getRegion().id());
    } catch (SdkClientException nowhere) {
      return Optional.empty();
    }
  }

  /** A profile that is named comes before what the environment says. */
  private static AwsCredentialsProvider credentials(AwsStage stage) {
    AwsCredentialsProvider credentials =
        stage
            .profile()
            .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
            .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    try {
      credentials.resolveCredentials();
      return credentials;
    } catch (SdkClientException | IllegalStateException none) {
      throw new Refusal(List.of(AwsFault.noCredentials(none, stage)));
    }
  }
}
