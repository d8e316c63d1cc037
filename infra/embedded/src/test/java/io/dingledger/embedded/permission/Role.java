package io.dingledger.embedded.permission;

import java.util.List;
import java.util.Optional;

/**
 * A role, or a managed policy as if it were one.
 *
 * @param name its logical id in the template
 * @param trust who may take it on
 * @param statements what it may do
 */
public record Role(String name, List<Statement> trust, List<Statement> statements) {
  /** The statement by which a call is allowed; empty when none allows it or one denies it. */
  public Optional<Statement> allowing(Call call) {
    List<Statement> about = statements.stream().filter(each -> each.isAbout(call)).toList();
    return about.stream().allMatch(Statement::isAllow)
        ? about.stream().findFirst()
        : Optional.empty();
  }

  /** Whether somebody may take this role on by this call. */
  public boolean trusts(String principal, Call call) {
    List<Statement> about = trust.stream().filter(each -> each.isAbout(principal, call)).toList();
    return !about.isEmpty() && about.stream().allMatch(Statement::isAllow);
  }
}
