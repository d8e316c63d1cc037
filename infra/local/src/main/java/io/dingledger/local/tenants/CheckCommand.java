package io.dingledger.local.tenants;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the file of a tenant or of a third-party app, without speaking to any system. */
final class CheckCommand implements Command {
  private final TenantMain.Person person;

  CheckCommand(TenantMain.Person person) {
    this.person = person;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String help() {
    return """
          check FILE              检查租户或第三方应用的文件，一次报出全部问题；没写的密钥不算错
                                  checks the file of a tenant or third-party app and tells all that
                                  is wrong at once; secrets that it leaves out are no mistake
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given = Arguments.of(line, Set.of()).counting(1, 1, "./dev tenant check FILE");
    TenantReading.Source source =
        new TenantReading.Source(Arguments.path(given.plain().getFirst()), Optional.empty());
    boolean isRight =
        new TenantReading(person.environment(), person.prompt(), out).looked(source).isPresent();
    out.println(isRight ? "✔ " + source.file() : "✘ " + source.file());
    return isRight ? FINE : FOUND;
  }
}
