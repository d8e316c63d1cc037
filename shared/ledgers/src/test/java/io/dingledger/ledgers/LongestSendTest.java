package io.dingledger.ledgers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No value that a form accepts makes a sending outlive the process that sends. */
class LongestSendTest {
  private static final String TIME_OUT = "readTimeoutSeconds";
  private static final int MORE_THAN_ANY = 10_000;

  @Test
  void every_registered_type_has_a_stand_in() {
    assertEquals(
        Ledgers.descriptions().stream().map(LedgerDescription::type).toList(),
        Stream.of(StandIn.values()).map(StandIn::type).toList());
  }

  @ParameterizedTest
  @EnumSource(StandIn.class)
  void the_longest_accepted_time_out_is_short_enough(StandIn standIn) {
    try (StandIn.Running running = standIn.start()) {
      Map<String, String> settings = new HashMap<>(running.settings());
      longestAccepted(standIn)
          .ifPresent(seconds -> settings.put(TIME_OUT, Integer.toString(seconds)));
      isShortEnough(standIn, settings, running.secrets());
    }
  }

  @ParameterizedTest
  @EnumSource(StandIn.class)
  void the_usual_time_out_is_short_enough(StandIn standIn) {
    try (StandIn.Running running = standIn.start()) {
      Map<String, String> settings = new HashMap<>(running.settings());
      settings.remove(TIME_OUT);
      isShortEnough(standIn, settings, running.secrets());
    }
  }

  private static void isShortEnough(
      StandIn standIn, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, Secret> wrapped = new HashMap<>();
    secrets.forEach((name, value) -> wrapped.put(name, Secret.of(value)));
    LedgerConnection connection =
        new LedgerConnection(
            Tenant.verified("corp"), standIn.type(), settings, wrapped, Duration.ZERO);
    assertEquals(List.of(), Ledgers.check(connection));
    Duration longest = Ledgers.open(connection, TestTools.tools()).longestSend();
    assertTrue(longest.compareTo(Ledger.LONGEST_SEND) <= 0, longest::toString);
  }

  /** Empty for a type that calls nobody. */
  private static OptionalInt longestAccepted(StandIn standIn) {
    Optional<Setting> timeOut =
        Ledgers.descriptions().stream()
            .filter(form -> form.type().equals(standIn.type()))
            .flatMap(form -> form.settings().stream())
            .filter(setting -> setting.key().equals(TIME_OUT))
            .findFirst();
    assertEquals(standIn != StandIn.FILE, timeOut.isPresent());
    return timeOut.isEmpty()
        ? OptionalInt.empty()
        : IntStream.rangeClosed(1, MORE_THAN_ANY)
            .filter(seconds -> timeOut.get().accepts(Integer.toString(seconds)))
            .max();
  }
}
