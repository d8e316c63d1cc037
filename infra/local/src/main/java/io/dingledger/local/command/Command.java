package io.dingledger.local.command;

import java.io.PrintStream;
import java.util.List;

/** A command behind {@code ./dev rules}, {@code ./dev ledgers} and the like. */
public interface Command {
  /** Done, and nothing is wrong. */
  int FINE = 0;

  /** Done, and there is something to look at: a mistake, a failure, a difference. */
  int FOUND = 1;

  /** What was asked for could not be done. */
  int REFUSED = 2;

  /** By what word it is called. */
  String name();

  /** One or more lines on how to call it and what it does, in both languages. */
  String help();

  /**
   * Does it.
   *
   * @param arguments what stands behind the command's name
   * @param out where results go
   * @return the exit code
   * @throws Refusal when it cannot be done
   */
  int run(List<String> arguments, PrintStream out);
}
