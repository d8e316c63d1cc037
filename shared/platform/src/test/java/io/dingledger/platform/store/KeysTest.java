package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.support.Samples;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final char[] UNITS =
      "aAbB01.-_#%$ :/~TDLQ0023\u0101é甲\uD83D\uDE00\uD800\uDC00".toCharArray();

  @Test
  void no_two_free_parts_give_the_same_key() {
    Random random = new Random(20260301);
    Map<String, String> seen = new HashMap<>();
    for (int n = 0; n < 20_000; n++) {
      String free = free(random, 6);
      String escaped = Keys.escaped(free);
      assertEquals(free, Keys.unescaped(escaped));
      assertFalse(escaped.contains("#"));
      String earlier = seen.putIfAbsent(escaped, free);
      assertTrue(earlier == null || earlier.equals(free));
    }
  }

  @Test
  void no_two_owners_share_a_place_and_each_is_read_back() {
    Random random = new Random(42);
    Map<Key, Keys.Owner> seen = new HashMap<>();
    for (int n = 0; n < 20_000; n++) {
      Keys.Owner owner =
          new Keys.Owner(Tenant.verified(free(random, 4)), new DocumentId(free(random, 4)));
      Key key = Keys.record(owner.tenant(), owner.document());
      assertEquals(Optional.of(owner), Keys.ownerOf(key));
      Keys.Owner earlier = seen.putIfAbsent(key, owner);
      assertTrue(earlier == null || earlier.equals(owner));
    }
  }

  @Test
  void partitions_of_different_kinds_never_meet() {
    Tenant tenant = Tenant.verified("a#D#b");
    List<String> partitions =
        List.of(
            Keys.settings(tenant).partition(),
            Keys.settings(Tenant.verified("a")).partition(),
            Keys.record(Tenant.verified("a"), new DocumentId("b")).partition(),
            Keys.ruleBook(Tenant.verified("a"), "b").partition(),
            Keys.record(Tenant.verified("a#R#b"), new DocumentId("b")).partition(),
            Keys.callback("a").partition(),
            Keys.list(tenant, DocumentState.HELD),
            Keys.list(Tenant.verified("a#D#b#HELD"), DocumentState.HELD),
            Keys.TENANTS,
            Keys.QUARANTINE,
            Keys.quarantinedBody("q", "m").partition(),
            Keys.dueShard(0));
    assertEquals(partitions.size(), partitions.stream().distinct().count());
  }

  @Test
  void the_longest_identifiers_fit() {
    Tenant tenant = Tenant.verified("甲".repeat(Tenant.LONGEST_ID));
    DocumentId document = new DocumentId("乙".repeat(DocumentId.LONGEST));
    Key key = Keys.record(tenant, document);
    assertTrue(key.partition().length() < 2048);
    assertTrue(Keys.isPosition(Keys.position(Samples.NOW, key)));
    assertTrue(Keys.listedTenant(tenant).sort().length() < 1024);
  }

  @Test
  void positions_are_ordered_as_their_times_are() {
    Key key = Keys.record(Samples.tenant("acme"), new DocumentId("d"));
    TreeMap<String, Instant> sorted = new TreeMap<>();
    List<Instant> times =
        List.of(
            Instant.MIN,
            Instant.EPOCH,
            Instant.parse("2026-03-01T08:00:00Z"),
            Instant.parse("2026-03-01T08:00:00.000000001Z"),
            Instant.parse("2026-03-01T08:00:00.1Z"),
            Instant.parse("2026-03-01T08:00:01Z"));
    times.forEach(time -> sorted.put(Keys.position(time, key), time));
    assertEquals(times, List.copyOf(sorted.values()));
    for (Instant time : times.subList(1, times.size())) {
      assertTrue(Keys.position(time, key).compareTo(Keys.after(time)) < 0);
      assertTrue(Keys.after(time).compareTo(Keys.position(time.plusNanos(1), key)) < 0);
      assertEquals(time, Keys.momentOf(Keys.position(time, key)));
    }
  }

  @Test
  void keys_are_the_same_in_every_language() {
    Tenant tenant = Tenant.verified("甲");
    DocumentId document = new DocumentId("d");
    Key expected = Keys.part(Keys.timeline(tenant, document, 12), 3);
    String position = Keys.position(Samples.NOW, expected);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(expected, Keys.part(Keys.timeline(tenant, document, 12), 3));
      assertEquals(position, Keys.position(Samples.NOW, expected));
    } finally {
      Locale.setDefault(before);
    }
    assertEquals("timeline#00000012#part#003", expected.sort());
  }

  @Test
  void what_is_no_key_is_refused() {
    for (String part : List.of("", " ", "a b", "甲", "a\n", "x".repeat(2049))) {
      assertThrows(IllegalArgumentException.class, () -> new Key(part, "s"));
      assertThrows(IllegalArgumentException.class, () -> new Key("p", part));
    }
    assertThrows(IllegalArgumentException.class, () -> new Key("p", "x".repeat(1025)));
  }

  private static String free(Random random, int longest) {
    StringBuilder free = new StringBuilder();
    int length = 1 + random.nextInt(longest);
    while (free.length() < length || free.toString().isBlank()) {
      free.append(UNITS[random.nextInt(UNITS.length)]);
    }
    return free.toString();
  }
}
