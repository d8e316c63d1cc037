package io.dingledger.embedded.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which permissions nothing needed: of each statement each action on each resource for each pattern
 * of partitions or of keys' contexts.
 *
 * @param statements how many statements there are, those of Lambda itself included
 * @param permissions how many single permissions, those of Lambda itself excluded
 * @param never those that no allowed call needed
 */
public record Unused(int statements, int permissions, List<String> never) {
  /** What Lambda itself does for a function: no request of the function can show it. */
  private static final List<String> BY_LAMBDA = List.of("logs:", "xray:");

  /** Counts what was needed so far. */
  public static Unused of(Guard guard) {
    Set<Verdict> verdicts = guard.verdicts();
    int statements = 0;
    int permissions = 0;
    List<String> never = new ArrayList<>();
    for (Role role : guard.policies().roles()) {
      for (Statement statement : role.statements()) {
        statements++;
        for (Use use : uses(statement)) {
          permissions++;
          if (verdicts.stream().noneMatch(each -> use.isBy(each))) {
            never.add(use.toString());
          }
        }
      }
    }
    return new Unused(statements, permissions, never);
  }

  private static List<Use> uses(Statement statement) {
    List<Use> uses = new ArrayList<>();
    List<String> patterns = statement.patterns();
    for (String action : statement.actions()) {
      if (BY_LAMBDA.stream().anyMatch(action::startsWith)) {
        continue;
      }
      for (String resource : statement.resources()) {
        for (String pattern : patterns.isEmpty() ? List.of("") : patterns) {
          uses.add(new Use(statement.name(), action, resource, pattern));
        }
      }
    }
    return uses;
  }

  private record Use(String statement, String action, String resource, String pattern) {
    boolean isBy(Verdict verdict) {
      Call call = verdict.call();
      return verdict.isAllowed()
          && verdict.statement().equals(statement)
          && call.action().equals(action)
          && Pattern.fits(resource, call.resource(), call.context())
          && (pattern.isEmpty()
              || values(call).stream()
                  .anyMatch(each -> Pattern.fits(pattern, each, call.context())));
    }

    private static List<String> values(Call call) {
      List<String> keys = call.values(Call.LEADING_KEYS);
      return keys.isEmpty() ? call.values(Call.KEY_CONTEXT) : keys;
    }
  }
}
