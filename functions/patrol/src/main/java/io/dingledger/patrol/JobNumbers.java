package io.dingledger.patrol;

import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.DirectoryStore.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells people of job numbers that are missing or given twice among those who work. */
final class JobNumbers {
  /** Stands while two working people share a number. */
  static final String TWICE = "job-numbers:twice";

  /** Stands while a working person has none. */
  static final String BLANK = "job-numbers:blank";

  private static final int MOST_NAMED = 20;

  private JobNumbers() {}

  /** Raises or settles both notices. Only user ids are named, no names. */
  static void check(PatrolPorts ports, Tenant tenant) {
    Map<String, List<String>> byNumber = new TreeMap<>();
    for (Known<Person> each : ports.directory().people(tenant)) {
      if (each.value().works()) {
        byNumber
            .computeIfAbsent(each.value().jobNumber().strip(), number -> new ArrayList<>())
            .add(each.value().userId());
      }
    }
    List<String> blank = sorted(byNumber.getOrDefault("", List.of()));
    byNumber.remove("");
    List<String> twice =
        byNumber.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(entry -> entry.getKey() + " (" + String.join(" ", sorted(entry.getValue())) + ")")
            .toList();
    tell(ports, tenant, TWICE, PatrolReason.JOB_NUMBERS_TWICE, twice);
    tell(ports, tenant, BLANK, PatrolReason.JOB_NUMBERS_BLANK, blank);
  }

  private static List<String> sorted(List<String> ids) {
    return ids.stream().sorted().toList();
  }

  private static void tell(
      PatrolPorts ports, Tenant tenant, String notice, PatrolReason reason, List<String> found) {
    if (found.isEmpty()) {
      ports.notices().settle(tenant, notice);
      return;
    }
    String named = String.join(", ", found.subList(0, Math.min(MOST_NAMED, found.size())));
    int more = found.size() - MOST_NAMED;
    String chinese = more > 0 ? named + " 等共 " + found.size() + " 项" : named;
    String english = more > 0 ? named + " and " + more + " more" : named;
    ports.notices().raise(tenant, notice, Reason.of(reason, chinese, english));
  }
}
