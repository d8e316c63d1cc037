package io.dingledger.embedded.permission;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that somebody wants to do, as a policy sees it.
 *
 * @param action for example {@code dynamodb:GetItem}
 * @param resource an ARN
 * @param context the condition keys of the request, each with its values; of the caller's tags too
 */
public record Call(String action, String resource, Map<String, List<String>> context) {
  /** The partitions that a request to a table names. */
  public static final String LEADING_KEYS = "dynamodb:LeadingKeys";

  /** For whom a key of KMS is to be used. */
  public static final String KEY_CONTEXT = "kms:EncryptionContext:tenant";

  public Call {
    Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    context.forEach((key, values) -> sorted.put(key, List.copyOf(values)));
    context = sorted;
  }

  /** The same with one more condition key. */
  public Call with(String key, List<String> values) {
    Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(context);
    more.put(key, values);
    return new Call(action, resource, more);
  }

  /** The values of a condition key, none when the request has no such key. */
  public List<String> values(String key) {
    return context.getOrDefault(key, List.of());
  }
}
