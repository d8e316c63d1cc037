package io.dingledger.simulator.story;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.command.TextTable;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.simulator.judge.Invariant;
import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Run;
import io.dingledger.simulator.world.Violation;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What happened in one run, on about a page: what was broken and why that matters, how to see it
 * again, what went wrong when, what became of each approval, and what is in the books. The same run
 * gives the same bytes.
 */
public final class Story {
  private static final int MOST_LINES = 120;
  private static final int HEAD = 70;

  private final Run.Result result;
  private final Recorder recorder;
  private final String commit;

  private Story(Run.Result result, Recorder recorder, String commit) {
    this.result = result;
    this.recorder = recorder;
    this.commit = commit;
  }

  /**
   * Runs a plan once more and writes down what happens.
   *
   * @param commit of which sources, for example {@code c8a4546}
   */
  public static Story of(Run.Plan plan, Template template, String commit) {
    Recorder recorder = new Recorder();
    Run.Result result = Run.of(plan, template, recorder);
    return new Story(result, recorder, commit);
  }

  /** What came of the run. */
  public Run.Result result() {
    return result;
  }

  /** The command that shows this very run again. */
  public static String command(Run.Plan plan) {
    StringBuilder command = new StringBuilder("./dev simulate --seeds 1 --from " + plan.seed());
    Set<Fault> left = plan.faults();
    if (left.size() < Fault.values().length) {
      command
          .append(" --faults ")
          .append(
              left.isEmpty()
                  ? "none"
                  : left.stream().map(Enum::name).collect(Collectors.joining(",")));
    }
    if (!plan.suppressed().isEmpty()) {
      command
          .append(" --suppress ")
          .append(
              new TreeSet<>(plan.suppressed())
                  .stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    return command.append(" --story").toString();
  }

  /** Prints it. */
  public void print(PrintStream out) {
    out.println("SEED " + result.plan().seed() + "   commit " + commit);
    broken(out);
    out.println("To see it again, at this commit:");
    out.println("  " + command(result.plan()));
    happened(out);
    approvals(out);
    books(out);
    timelines(out);
  }

  private void broken(PrintStream out) {
    if (result.violations().isEmpty()) {
      out.println("Every promise was kept.");
      return;
    }
    out.println("BROKEN: " + result.violations().size() + " (the first one first)");
    Map<String, List<Violation>> kinds =
        result.violations().stream()
            .collect(
                Collectors.groupingBy(
                    Violation::invariant, LinkedHashMap::new, Collectors.toList()));
    kinds.forEach(
        (name, violations) -> {
          Invariant invariant = Invariant.valueOf(name);
          out.println(
              "  %s (promise %s): %s; %s."
                  .formatted(name, invariant.promise(), invariant.what(), invariant.why()));
          violations.stream()
              .limit(5)
              .forEach(
                  each ->
                      out.println(
                          "    %s  %s: %s"
                              .formatted(time(each.at()), each.subject(), each.words())));
        });
  }

  private void happened(PrintStream out) {
    Set<String> concerned = concerned();
    List<Recorder.Line> lines =
        recorder.lines().stream()
            .filter(
                line ->
                    line.document().isEmpty()
                        || concerned.isEmpty()
                        || concerned.contains(line.company() + " " + line.document()))
            .toList();
    out.println();
    out.println(
        "WHAT HAPPENED (! went wrong, > pushed, $ ledger, X broken)"
            + (concerned.isEmpty() ? "" : ", of those concerned"));
    int from = Math.max(HEAD, lines.size() - (MOST_LINES - HEAD));
    for (int index = 0; index < lines.size(); index++) {
      if (index < HEAD || index >= from) {
        Recorder.Line line = lines.get(index);
        String who = line.document().isEmpty() ? "" : line.company() + " " + line.document() + ": ";
        out.println(
            "  %s %s %s%s".formatted(time(line.at()), line.sort().mark(), who, line.words()));
      } else if (index == HEAD) {
        out.println("  … " + (from - HEAD) + " more …");
      }
    }
  }

  /** The documents of the families that something was broken of; empty when of no single one. */
  private Set<String> concerned() {
    Set<String> numbers = new TreeSet<>();
    for (Violation violation : result.violations()) {
      for (Recorder.Approval each : recorder.approvals()) {
        String subject = violation.subject() + " ";
        if (subject.startsWith(each.company() + " " + each.instance().id() + " ")) {
          numbers.add(each.company() + " " + each.instance().businessId());
        }
      }
    }
    return recorder.approvals().stream()
        .filter(each -> numbers.contains(each.company() + " " + each.instance().businessId()))
        .map(each -> each.company() + " " + each.instance().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void approvals(PrintStream out) {
    out.println();
    out.println("APPROVALS");
    TextTable table =
        new TextTable(
            Set.of(4), "company", "approval", "action", "approved", "amount", "state", "reasons");
    for (Recorder.Approval each : recorder.approvals()) {
      table.row(
          each.company(),
          each.instance().id(),
          each.instance().action(),
          time(each.instance().finishedAt()),
          each.instance().amount(),
          each.record().map(record -> record.state().name()).orElse("unknown"),
          each.record().stream()
              .flatMap(record -> record.reasons().stream())
              .map(Reason::code)
              .collect(Collectors.joining(", ")));
    }
    table.print("  ", out);
  }

  private void books(PrintStream out) {
    out.println();
    out.println("THE LEDGERS' OWN BOOKS");
    TextTable table =
        new TextTable(
            Set.of(1, 5), "company", "number", "booked", "document", "purpose", "amount", "key");
    for (Recorder.Booking each : recorder.bookings()) {
      Money amount = each.booked().voucher().debit();
      table.row(
          each.company(),
          Integer.toString(each.booked().number()),
          time(each.booked().bookedAt()),
          each.booked().voucher().document().value(),
          each.booked().voucher().purpose().name(),
          amount.plain(),
          each.booked().voucher().key().value());
    }
    table.print("  ", out);
  }

  private void timelines(PrintStream out) {
    Set<String> concerned = concerned();
    for (Recorder.Approval each : recorder.approvals()) {
      String name = each.company() + " " + each.instance().id();
      if (concerned.contains(name) || (concerned.isEmpty() && result.violations().isEmpty())) {
        out.println();
        out.println("TIMELINE of " + name);
        List<TimelineEntry> entries =
            new ArrayList<>(each.record().map(record -> record.timeline()).orElse(List.of()));
        for (int index = 0; index < entries.size(); index++) {
          timeline(out, entries, index);
        }
      }
    }
  }

  private static void timeline(PrintStream out, List<TimelineEntry> entries, int index) {
    int hidden = entries.size() - 40;
    if (hidden > 0 && index >= 20 && index < 20 + hidden) {
      if (index == 20) {
        out.println("  … " + hidden + " more …");
      }
      return;
    }
    TimelineEntry entry = entries.get(index);
    out.println(
        "  %s  %-9s %-12s %s"
            .formatted(time(entry.at()), entry.actor(), entry.what(), entry.detail()));
  }

  private static String time(Instant at) {
    String text = at.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.length() == 20 ? text.substring(0, 19) + ".000" : text.substring(0, 23);
  }
}
