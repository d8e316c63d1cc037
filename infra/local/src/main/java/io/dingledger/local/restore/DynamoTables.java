package io.dingledger.local.restore;

import io.dingledger.local.command.Arguments;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.store.Table;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Tables at AWS, opened with the operator's own credentials. */
final class DynamoTables implements Tables {
  @Override
  public Table open(Arguments given, String name) {
    DynamoDbClientBuilder client =
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
    given.option("--region").map(Region::of).ifPresent(client::region);
    given
        .option("--profile")
        .map(ProfileCredentialsProvider::create)
        .ifPresent(client::credentialsProvider);
    return new DynamoTable(client.build(), name);
  }
}
