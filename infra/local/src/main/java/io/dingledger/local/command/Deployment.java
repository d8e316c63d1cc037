package io.dingledger.local.command;

import io.dingledger.local.aws.AwsStage;
import io.dingledger.local.aws.AwsSystem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which system a command speaks to: the one that runs over a data folder, or one on AWS. */
public final class Deployment {
  /** What stands in the help of programs whose commands speak to a system. */
  public static final String HELP =
      """
      哪个系统 · which system:
        --data DIR              在此数据文件夹上运行的系统，默认 .dingledger
                                the one that runs over this data folder, .dingledger by default
        --aws STAGE [--region R] [--profile P]
                                AWS 上的部署，用操作者自己的凭证；AWS_ENDPOINT_URL 有效
                                one on AWS, by the operator's own credentials; AWS_ENDPOINT_URL
                                is honoured
      """;

  private static final String DATA = "--data";
  private static final String AWS = "--aws";
  private static final String REGION = "--region";
  private static final String PROFILE = "--profile";

  private Deployment() {}

  /** The options that say which system, and a command's own. */
  public static Set<String> options(String... own) {
    Set<String> all = new HashSet<>(List.of(DATA, AWS, REGION, PROFILE));
    all.addAll(List.of(own));
    return Set.copyOf(all);
  }

  /**
   * What the system that a command line names answers to one question.
   *
   * @throws Refusal when it can't be spoken to, or when it refuses
   */
  public static <T> T ask(Arguments given, Function<RunningSystem, T> question) {
    try (RunningSystem system = of(given)) {
      return question.apply(system);
    }
  }

  /**
   * The system that a command line names; to be closed.
   *
   * @throws Refusal when it can't be spoken to
   */
  public static RunningSystem of(Arguments given) {
    if (given.option(AWS).isEmpty()) {
      for (String only : List.of(REGION, PROFILE)) {
        if (given.option(only).isPresent()) {
          throw new Refusal(CommandFault.OPTION_MISSING, AWS);
        }
      }
      return RunningSystem.over(Arguments.path(given.option(DATA).orElse(".dingledger")));
    }
    if (given.option(DATA).isPresent()) {
      throw new Refusal(CommandFault.ONE_SYSTEM_ONLY);
    }
    AwsSystem system =
        AwsSystem.over(
            new AwsStage(given.needed(AWS), given.option(REGION), given.option(PROFILE)));
    return RunningSystem.inThisProcess(system.base(), system.token(), system);
  }
}
