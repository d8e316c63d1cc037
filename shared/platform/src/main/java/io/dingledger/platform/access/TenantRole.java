package io.dingledger.platform.access;

import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** A role that is taken on for one tenant at a time. */
@FunctionalInterface
public interface TenantRole {
  /**
   * Takes it on.
   *
   * @param tenant the tenant as keys name it
   * @throws AccessUnavailable when it can't be taken on
   */
  Session assume(String tenant);

  /**
   * What was given. It never prints itself.
   *
   * @param credentials for requests on behalf of that tenant
   * @param expiresAt when they end
   */
  record Session(AwsCredentials credentials, Instant expiresAt) {
    @Override
    public String toString() {
      return "***";
    }
  }
}
