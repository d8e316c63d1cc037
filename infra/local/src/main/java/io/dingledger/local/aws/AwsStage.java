package io.dingledger.local.aws;

import java.util.Optional;

/**
 * One installation on AWS, as an operator names it. Everything of it has a name that follows from
 * the stage, so that nothing must be looked up.
 *
 * @param name the stage, the template's parameter {@code Stage}
 * @param region its region; empty for the one that the environment or the profile says
 * @param profile whose credentials of the AWS command line's files are used; empty for the usual
 *     chain: environment, files, the machine's own role
 */
public record AwsStage(String name, Optional<String> region, Optional<String> profile) {
  private static final String PREFIX = "dingledger-";

  /** Whether the name can be one of a stage. */
  boolean isUsable() {
    return name.matches("[a-z][a-z0-9-]{0,15}");
  }

  /** Its table. */
  public String table() {
    return PREFIX + name;
  }

  /** The key that seals its secrets. */
  public String key() {
    return "alias/" + PREFIX + name;
  }

  /** One of its queues, for example {@code events}. */
  public String queue(String which) {
    return PREFIX + name + "-" + which;
  }
}
