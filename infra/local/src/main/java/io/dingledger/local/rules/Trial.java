package io.dingledger.local.rules;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Refusal;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.rules.simulation.Simulation;
import io.dingledger.rules.simulation.SimulationOptions;
import io.dingledger.rules.simulation.SimulationReport;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the commands that try documents have in common.
 *
 * @param folder the documents
 * @param options how to try them
 * @param json whether to answer in JSON
 */
record Trial(DocumentFolder folder, SimulationOptions options, boolean json) {
  private static final String DOCUMENTS = "--documents";
  private static final String PEOPLE = "--people";
  private static final String CLOSE = "--close";
  private static final String ZONE = "--zone";
  private static final String TENANT = "--tenant";
  private static final String FORMAT = "--format";

  /** The options. */
  static final Set<String> OPTIONS = Set.of(DOCUMENTS, PEOPLE, CLOSE, ZONE, TENANT, FORMAT);

  /** What help says of them. */
  static final String HELP =
      """
            --documents DIR       单据文件夹 · the documents' folder (docs/simulation.md)
            --people FILE         人员文件，默认 DIR/people.yaml · the people, DIR/people.yaml by default
            --close MONTH         要结账的月份，默认所有涉及的月份，例如 2026-03,2026-04
                                  the months to close, by default all that are touched
            --zone ZONE           时区，默认 Asia/Shanghai · time zone of business dates
            --tenant ID           租户标识，默认 simulation · on which voucher keys depend
            --format table|json   输出格式，默认 table · output format
      """;

  /**
   * Reads the options.
   *
   * @throws Refusal when one is wrong
   */
  static Trial of(Arguments arguments) {
    ZoneId zone = zone(arguments.option(ZONE).orElse("Asia/Shanghai"));
    Optional<String> people = arguments.option(PEOPLE);
    boolean json = json(arguments.option(FORMAT).orElse("table"));
    List<YearMonth> months = arguments.option(CLOSE).map(Trial::months).orElse(List.of());
    return new Trial(
        DocumentFolder.read(
            Arguments.path(arguments.needed(DOCUMENTS)), people.map(Arguments::path), zone),
        new SimulationOptions(tenant(arguments.option(TENANT).orElse("simulation")), zone, months),
        json);
  }

  /** Tries a rule book on the documents. */
  SimulationReport run(RuleBookFile file) {
    return Simulation.run(file.book(), file.version(), folder.cases(), options);
  }

  private static boolean json(String format) {
    return switch (format) {
      case "table" -> false;
      case "json" -> true;
      default -> throw new Refusal(RulesFault.FORMAT_WRONG, format);
    };
  }

  private static Tenant tenant(String id) {
    try {
      return Tenant.verified(id);
    } catch (IllegalArgumentException none) {
      throw new Refusal(RulesFault.TENANT_WRONG);
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new Refusal(RulesFault.ZONE_WRONG, name);
    }
  }

  private static List<YearMonth> months(String text) {
    return Arrays.stream(text.split(",", -1)).map(Trial::month).toList();
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text.strip());
    } catch (DateTimeException none) {
      throw new Refusal(RulesFault.MONTH_WRONG, text);
    }
  }
}
