package io.dingledger.embedded.permission;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Who signed a request: the made-up access key says which role it is, and the session token which
 * tags it was taken on with.
 *
 * @param role the logical id of a role or of a managed policy
 * @param tags the session's tags
 */
public record Caller(String role, Map<String, String> tags) {
  private static final String PREFIX = "ROLE";

  /** Credentials of a role without a session. */
  public static AwsCredentialsProvider credentials(String role) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(PREFIX + role, "secret"));
  }

  /** The access key that {@link #credentials} has. */
  public static String accessKey(String role) {
    return PREFIX + role;
  }

  /** Whoever has this access key and session token; empty for those who are not checked. */
  static Optional<Caller> of(String accessKey, Optional<String> token) {
    if (!accessKey.startsWith(PREFIX)) {
      return Optional.empty();
    }
    Map<String, String> tags = new TreeMap<>();
    token
        .map(each -> new String(Base64.getUrlDecoder().decode(each), StandardCharsets.UTF_8))
        .ifPresent(
            each ->
                each.lines()
                    .forEach(
                        line ->
                            tags.put(
                                line.substring(0, line.indexOf(' ')),
                                line.substring(line.indexOf(' ') + 1))));
    return Optional.of(new Caller(accessKey.substring(PREFIX.length()), tags));
  }

  /** The session token that says these tags. */
  static String token(Map<String, String> tags) {
    StringBuilder lines = new StringBuilder();
    tags.forEach((key, value) -> lines.append(key).append(' ').append(value).append('\n'));
    return Base64.getUrlEncoder().encodeToString(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The call with what policies see of the caller. */
  public Call seenIn(Call call) {
    Call seen = call;
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      seen = seen.with("aws:PrincipalTag/" + tag.getKey(), java.util.List.of(tag.getValue()));
    }
    return seen;
  }
}
