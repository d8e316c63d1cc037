package io.dingledger.dingtalk.client;

import java.util.Optional;

/**
 * What came back over HTTP, complete and within the size limit.
 *
 * @param status the HTTP status
 * @param retryAfter the {@code Retry-After} header as sent
 * @param body the body, read as UTF-8
 */
record HttpReply(int status, Optional<String> retryAfter, String body) {
  /** Bodies hold tokens and personal data. */
  @Override
  public String toString() {
    return "HttpReply[" + status + "]";
  }
}
