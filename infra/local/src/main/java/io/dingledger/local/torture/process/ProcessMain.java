package io.dingledger.local.torture.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * The main class of each process. It says {@code READY} and serves until it is killed, or until
 * whoever started it is gone.
 */
public final class ProcessMain {
  static final String READY = "READY";

  private ProcessMain() {}

  /** Arguments as {@link #arguments} makes them. */
  public static void main(String[] arguments) {
    haltWithStarter();
    logToErrors();
    Role role = Role.valueOf(arguments[0]);
    Stage stage =
        new Stage(
            Path.of(arguments[1]),
            Path.of(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]),
            Integer.parseInt(arguments[5]),
            Boolean.parseBoolean(arguments[6]));
    if (role == Role.GROUND) {
      GroundProcess.start(stage);
    } else {
      FunctionProcess.start(role, stage, Slip.of(arguments[7]).clock());
    }
    System.out.println(READY);
  }

  /** The command line behind the class's name. */
  static List<String> arguments(Role role, Stage stage, Slip slip) {
    List<String> arguments = new ArrayList<>();
    arguments.add(role.name());
    arguments.add(stage.data().toString());
    arguments.add(stage.template().toString());
    arguments.add(String.valueOf(stage.tablePort()));
    arguments.add(String.valueOf(stage.queuesPort()));
    arguments.add(String.valueOf(stage.doorPort()));
    arguments.add(String.valueOf(stage.realTimes()));
    arguments.add(slip.text());
    return arguments;
  }

  /** What goes to the log manager by way of {@code System.Logger} has no handler of its own. */
  private static void logToErrors() {
    ConsoleHandler handler =
        new ConsoleHandler(
            ConsoleHandler.Target.SYSTEM_ERR, new PatternFormatter("%d %p %c %m%e%n"));
    handler.setLevel(Level.INFO);
    Logger.getLogger("").addHandler(handler);
  }

  /** A non-daemon thread also keeps the process alive: its servers' threads are daemons. */
  private static void haltWithStarter() {
    Thread.ofPlatform()
        .name("starter")
        .start(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Nothing is ever said; the end of the stream is what counts.
                }
              } catch (IOException gone) {
                // As good as the end of the stream.
              }
              Runtime.getRuntime().halt(1);
            });
  }
}
