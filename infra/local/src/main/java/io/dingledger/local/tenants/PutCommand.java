package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.CommandFault;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.RunningSystem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a tenant, or changes one, from its file or from what is typed. */
final class PutCommand implements Command {
  private static final String YES = "--yes";
  private static final String AGAIN = "--again";
  private static final String INTERACTIVE = "--interactive";
  static final String FROM_STDIN = "--secrets-from-stdin";
  private static final Path TYPED = Path.of("typed");
  private static final Set<String> OPTIONS = Deployment.options("--by", "--url");

  private final Kind kind;
  private final TenantMain.Person person;

  PutCommand(Kind kind, TenantMain.Person person) {
    this.kind = kind;
    this.person = person;
  }

  /** Which of the two. */
  enum Kind {
    CREATE("create"),
    CHANGE("change");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  @Override
  public String name() {
    return kind.word;
  }

  @Override
  public String help() {
    return switch (kind) {
      case CREATE ->
          """
            create (FILE | NAME=VALUE … | --interactive) --by P [--yes] [--again]
                   [--secrets-from-stdin] [--url URL]
                                    新建租户：先预览，--yes 才执行；文件里没写的密钥会不回显地询问，
                                    加密后保存
                                    makes a tenant: says first what it would do and does it with
                                    --yes; secrets that the file leaves out are asked for without
                                    echo and stored sealed
          """;
      case CHANGE ->
          """
            change (FILE | NAME=VALUE …) --by P [--yes] [--secrets-from-stdin] [--url URL]
                                    修改租户：没有给出的密钥保持不变
                                    changes a tenant; secrets that are not given stay as they are
          """;
    };
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    List<String> rest = new ArrayList<>(line);
    boolean yes = rest.remove(YES);
    boolean again = kind == Kind.CREATE && rest.remove(AGAIN);
    boolean interactive = kind == Kind.CREATE && rest.remove(INTERACTIVE);
    boolean fromStdin = rest.remove(FROM_STDIN);
    Arguments given = Arguments.of(rest, OPTIONS);
    String by = given.needed("--by");
    TenantReading.Source source = source(given.plain(), interactive, out);
    TenantReading reading = new TenantReading(person.environment(), person.secrets(fromStdin), out);
    try (RunningSystem system = Deployment.of(given)) {
      Optional<TenantFile.Valid> file = reading.company(source, system);
      if (file.isEmpty()) {
        return FOUND;
      }
      ObjectNode wish = TenantWish.put(file.get(), by, kind == Kind.CREATE, again);
      String tenant = file.get().settings().tenant().id();
      out.println("租户 tenant: " + tenant);
      Answers.changes(system.post(wish.deepCopy().put("preview", true), tenant, "settings"), out);
      if (!yes) {
        Answers.reason(DeskFault.NOT_CONFIRMED, out);
        return FOUND;
      }
      JsonNode done = system.post(wish, tenant, "settings");
      Answers.addresses(done, system, given.option("--url"), out);
      return Answers.ruleBook(done.path("ruleBook"), out);
    }
  }

  private TenantReading.Source source(List<String> plain, boolean interactive, PrintStream out) {
    if (interactive == !plain.isEmpty()) {
      throw new Refusal(
          CommandFault.ARGUMENTS_WRONG, plain.size(), "./dev tenant " + kind.word + " FILE --by P");
    }
    if (interactive) {
      return new TenantReading.Source(TYPED, Optional.of(TypedTenant.asked(person.asking(out))));
    }
    return plain.getFirst().contains("=")
        ? new TenantReading.Source(TYPED, Optional.of(TypedTenant.of(plain)))
        : new TenantReading.Source(one(plain), Optional.empty());
  }

  private Path one(List<String> plain) {
    if (plain.size() != 1) {
      throw new Refusal(
          CommandFault.ARGUMENTS_WRONG, plain.size(), "./dev tenant " + kind.word + " FILE --by P");
    }
    return Arguments.path(plain.getFirst());
  }
}
