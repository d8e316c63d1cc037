package io.dingledger.embedded.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One statement of a policy.
 *
 * @param name where it stands, for people
 * @param isAllow whether it allows; otherwise it denies
 * @param principals of a trust policy, for example {@code Service lambda.amazonaws.com}; none
 *     otherwise
 */
public record Statement(
    String name,
    boolean isAllow,
    List<String> principals,
    List<String> actions,
    List<String> resources,
    List<Condition> conditions) {
  private static final Set<String> BINDING =
      Set.of("ForAllValues:StringLike", "StringLike", "StringEquals");
  private static final Set<String> KNOWN =
      Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition");

  /** A statement as a template has it, intrinsic functions worked out. */
  static Statement of(String name, Map<?, ?> text) {
    text.keySet().stream()
        .filter(each -> !KNOWN.contains(each))
        .findAny()
        .ifPresent(
            each -> {
              throw new Unknown(each + " in " + name);
            });
    List<String> principals = new ArrayList<>();
    if (text.get("Principal") instanceof Map<?, ?> map) {
      map.forEach((kind, who) -> texts(who).forEach(each -> principals.add(kind + " " + each)));
    }
    List<Condition> conditions = new ArrayList<>();
    if (text.get("Condition") instanceof Map<?, ?> map) {
      map.forEach(
          (operator, keys) ->
              ((Map<?, ?>) keys)
                  .forEach(
                      (key, values) ->
                          conditions.add(
                              new Condition(
                                  String.valueOf(operator), String.valueOf(key), texts(values)))));
    }
    return new Statement(
        name + (text.get("Sid") == null ? "" : " " + text.get("Sid")),
        effect(String.valueOf(text.get("Effect")), name),
        principals,
        texts(text.get("Action")),
        text.get("Resource") == null ? List.of() : texts(text.get("Resource")),
        conditions);
  }

  /** Whether it says anything about a call. */
  public boolean isAbout(Call call) {
    return isOfAction(call.action())
        && resources.stream().anyMatch(each -> Pattern.fits(each, call.resource(), call.context()))
        && conditions.stream().allMatch(each -> each.holds(call));
  }

  /** Whether, in a trust policy, it says anything about somebody who wants that role. */
  public boolean isAbout(String principal, Call call) {
    return principals.contains(principal)
        && isOfAction(call.action())
        && conditions.stream().allMatch(each -> each.holds(call));
  }

  /** The patterns of partitions or of keys' contexts that it is bound to; none when it is not. */
  public List<String> patterns() {
    return conditions.stream()
        .filter(each -> each.key().equals(Call.LEADING_KEYS) || each.key().equals(Call.KEY_CONTEXT))
        .filter(each -> BINDING.contains(each.operator()))
        .flatMap(each -> each.values().stream())
        .toList();
  }

  /** The patterns of partitions that it does not reach in spite of {@link #patterns}. */
  public List<String> exceptions() {
    return conditions.stream()
        .filter(each -> each.key().equals(Call.LEADING_KEYS))
        .filter(each -> each.operator().equals("ForAllValues:StringNotLike"))
        .flatMap(each -> each.values().stream())
        .toList();
  }

  /** Whether a request without a condition key is none of this statement's. */
  public boolean requires(String key) {
    return conditions.stream()
        .anyMatch(
            each ->
                each.operator().equals("Null")
                    && each.key().equals(key)
                    && each.values().equals(List.of("false")));
  }

  private boolean isOfAction(String action) {
    String wanted = action.toLowerCase(Locale.ROOT);
    return actions.stream().anyMatch(each -> Pattern.isLike(each.toLowerCase(Locale.ROOT), wanted));
  }

  private static boolean effect(String effect, String name) {
    return switch (effect) {
      case "Allow" -> true;
      case "Deny" -> false;
      default -> throw new Unknown("effect " + effect + " in " + name);
    };
  }

  static List<String> texts(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }
}
