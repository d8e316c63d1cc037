package io.dingledger.platform.access;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** With whose permissions the next request is made. */
@FunctionalInterface
public interface Access {
  /** Always those of the client itself: one machine, and functions that serve all tenants. */
  Access OWN = Optional::empty;

  /**
   * Credentials in place of the client's own; empty for its own.
   *
   * @throws AccessUnavailable when there are to be some and none can be had
   */
  Optional<AwsCredentialsProvider> now();
}
