package io.dingledger.embedded.permission;

/**
 * What became of one call.
 *
 * @param caller who called
 * @param call what was asked, with what policies see of the caller
 * @param isAllowed whether a statement allows it
 * @param statement that statement's name; empty when none does
 */
public record Verdict(Caller caller, Call call, boolean isAllowed, String statement) {}
