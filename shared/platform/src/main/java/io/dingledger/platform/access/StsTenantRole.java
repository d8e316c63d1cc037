package io.dingledger.platform.access;

import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * A role that STS hands out with the session tag {@code tenant}. The client is made when it is
 * first needed, at the endpoint of the function's own region.
 */
public final class StsTenantRole implements TenantRole {
  /** The session tag that names the tenant. */
  public static final String TAG = "tenant";

  /** A role that was taken on by another role lasts no longer, whatever its maximum says. */
  private static final int SECONDS = 3600;

  private static final int LONGEST_NAME = 64;

  private final String role;
  private StsClient client;

  /** The role with this ARN. */
  public StsTenantRole(String role) {
    this.role = role;
  }

  /** The same over a client that is there already. */
  public StsTenantRole(String role, StsClient client) {
    this.role = role;
    this.client = client;
  }

  @Override
  public Session assume(String tenant) {
    try {
      Credentials given =
          client()
              .assumeRole(
                  request ->
                      request
                          .roleArn(role)
                          .roleSessionName(sessionName(tenant))
                          .durationSeconds(SECONDS)
                          .tags(tag -> tag.key(TAG).value(tenant)))
              .credentials();
      return new Session(
          AwsSessionCredentials.create(
              given.accessKeyId(), given.secretAccessKey(), given.sessionToken()),
          given.expiration());
    } catch (SdkException failure) {
      throw new AccessUnavailable(failure, code(failure));
    }
  }

  /** For the audit trail; the tag, not this, is what policies look at. */
  private static String sessionName(String tenant) {
    String name = "tenant=" + tenant;
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  private synchronized StsClient client() {
    if (client == null) {
      client = StsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    }
    return client;
  }

  private static String code(SdkException failure) {
    return failure instanceof StsException answered && answered.awsErrorDetails() != null
        ? answered.awsErrorDetails().errorCode()
        : failure.getClass().getSimpleName();
  }
}
