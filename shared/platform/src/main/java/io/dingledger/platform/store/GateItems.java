package io.dingledger.platform.store;

import io.dingledger.platform.codec.FailureCodec;
import io.dingledger.platform.codec.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A gate as an item. Times are whole milliseconds, rounded up: nobody comes too early. */
final class GateItems {
  private static final String CONNECTION = "connection";
  private static final String SERIAL = "serial";
  private static final String PACED = "paced";
  private static final String LINE = "line";
  private static final String SECOND_LINE = "secondLine";
  private static final String PAUSED_UNTIL = "pausedUntil";
  private static final String STAY = "stay";
  private static final String THROTTLES = "throttles";
  private static final String FAILURES = "failures";
  private static final String TELL_AGAIN = "tellAgain";
  private static final String PLACES = "places";
  private static final String SHUT = "shut";
  private static final String PROBE_AT = "probeAt";
  private static final String PROBES = "probes";
  private static final String PROBING = "probing";
  private static final String SCOUTS = "scouts";

  private final FailureCodec failures = new FailureCodec();

  Gate gate(Optional<Item> there) {
    Gate gate = new Gate();
    there.ifPresent(item -> read(item, gate));
    return gate;
  }

  private void read(Item item, Gate gate) {
    try {
      gate.connection = item.text(CONNECTION).orElse("");
      gate.serial = item.whole(SERIAL);
      gate.paced = at(item, PACED);
      gate.line = at(item, LINE);
      gate.secondLine = at(item, SECOND_LINE);
      gate.pausedUntil = at(item, PAUSED_UNTIL);
      gate.stay = Duration.ofMillis(item.whole(STAY));
      gate.throttles = Math.toIntExact(item.whole(THROTTLES));
      gate.failures = Math.toIntExact(item.whole(FAILURES));
      gate.tellAgain = item.whole(TELL_AGAIN) == 1;
      gate.places.addAll(list(item, PLACES, GateItems::place));
      gate.shut = item.text(SHUT).map(text -> shut(item, text));
    } catch (Unreadable | IllegalArgumentException | ArithmeticException wrong) {
      throw StoredText.damaged(item.key());
    }
  }

  private ShutGate shut(Item item, String failure) {
    ShutGate shut = new ShutGate(failures.decode(failure), at(item, PROBE_AT));
    shut.probes = Math.toIntExact(item.whole(PROBES));
    shut.probing = item.whole(PROBING);
    shut.scouts.addAll(list(item, SCOUTS, GateItems::scout));
    return shut;
  }

  Item item(Key place, Gate gate) {
    Item item =
        Item.at(place)
            .with(CONNECTION, gate.connection)
            .with(SERIAL, gate.serial)
            .with(PACED, millis(gate.paced))
            .with(LINE, millis(gate.line))
            .with(SECOND_LINE, millis(gate.secondLine))
            .with(PAUSED_UNTIL, millis(gate.pausedUntil))
            .with(STAY, gate.stay.toMillis())
            .with(THROTTLES, gate.throttles)
            .with(FAILURES, gate.failures)
            .with(TELL_AGAIN, gate.tellAgain ? 1 : 0);
    Item occupied =
        gate.places.isEmpty()
            ? item
            : item.with(
                PLACES,
                joined(
                    gate.places,
                    each -> each.key() + ":" + each.number() + ":" + millis(each.until())));
    return gate.shut.map(shut -> with(occupied, shut)).orElse(occupied);
  }

  private Item with(Item item, ShutGate shut) {
    Item closed =
        item.with(SHUT, failures.encode(shut.why))
            .with(PROBE_AT, millis(shut.probeAt))
            .with(PROBES, shut.probes)
            .with(PROBING, shut.probing);
    return shut.scouts.isEmpty()
        ? closed
        : closed.with(SCOUTS, joined(shut.scouts, scout -> scout.key() + ":" + millis(scout.at())));
  }

  private static Gate.Place place(String text) {
    String[] parts = text.split(":", 3);
    return new Gate.Place(
        parts[0], Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2])));
  }

  private static ShutGate.Scout scout(String text) {
    String[] parts = text.split(":", 2);
    return new ShutGate.Scout(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])));
  }

  private static <T> String joined(List<T> each, Function<T, String> text) {
    return each.stream().map(text).collect(Collectors.joining(" "));
  }

  private static <T> List<T> list(Item item, String name, Function<String, T> read) {
    List<T> found = new ArrayList<>();
    for (String text : item.text(name).orElse("").split(" ")) {
      if (!text.isEmpty()) {
        found.add(read.apply(text));
      }
    }
    return found;
  }

  private static Instant at(Item item, String name) {
    return Instant.ofEpochMilli(item.whole(name));
  }

  private static long millis(Instant at) {
    return at.plusNanos(999_999).toEpochMilli();
  }
}
