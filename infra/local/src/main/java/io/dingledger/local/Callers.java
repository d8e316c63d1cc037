package io.dingledger.local;

import io.dingledger.platform.access.Access;
import io.dingledger.platform.secret.KeyWrap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * As whom each part of the local system calls table, queues and keys: on AWS every function has a
 * role of its own.
 */
@FunctionalInterface
public interface Callers {
  /** The part that people use: the operator's interface and whatever sets tenants up. */
  String OPERATOR = "Operator";

  /**
   * The caller that a part is.
   *
   * @param part the logical id of a function or of a schedule in the template, or {@link #OPERATOR}
   */
  Caller of(String part);

  /**
   * One caller.
   *
   * @param credentials what its requests are signed with
   * @param access what they are signed with in place of that, while it acts for a tenant
   * @param keys seals and opens data keys as this caller
   */
  record Caller(AwsCredentialsProvider credentials, Access access, KeyWrap keys) {}
}
