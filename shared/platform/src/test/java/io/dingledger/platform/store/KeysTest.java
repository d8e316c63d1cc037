package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.access.TokenKey;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.support.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final PayItemId ITEM =
      PayItemId.of(Tenant.verified("a"), new DocumentId("b"), "c", "d", 1);
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
  void what_lies_beside_documents_is_never_anothers() {
    Random random = new Random(7);
    Map<Key, List<String>> seen = new HashMap<>();
    LocalDate day = LocalDate.of(2026, 3, 1);
    for (int n = 0; n < 20_000; n++) {
      String id = free(random, 4);
      Tenant tenant = Tenant.verified(id);
      String free = free(random, 4);
      String other = free(random, 4);
      Map<List<String>, Key> places = new HashMap<>();
      places.put(
          List.of("sibling", id, free, other), Keys.sibling(tenant, free, new DocumentId(other)));
      places.put(List.of("person", id, free), Keys.person(tenant, free));
      places.put(List.of("department", id, free), Keys.department(tenant, free));
      places.put(List.of("mark", id, free), Keys.mark(tenant, day, free));
      places.put(List.of("chore", id, free), Keys.chore(tenant, free));
      places.put(List.of("form", id, free), Keys.form(tenant, free));
      places.put(List.of("calls", id), Keys.calls(tenant, YearMonth.of(2026, 3)));
      places.put(
          List.of("token", id, free, other), Keys.token(new TokenKey(tenant, free, other, "b")));
      places.put(List.of("suite", free), Keys.suite(free));
      places.put(List.of("ticket", free), Keys.ticket(free));
      places.put(List.of("record", id, free), Keys.record(tenant, new DocumentId(free)));
      places.put(List.of("payMonth", id), Keys.payMonth(tenant, MARCH));
      places.put(
          List.of("payClosed", id, Integer.toString(n % 16)), Keys.payClosed(tenant, MARCH, n));
      places.put(
          List.of("paySheet", id, free), Keys.paySheet(tenant, MARCH, new DocumentId(free), 1, 0));
      places.putAll(pay(tenant, id, free));
      places.put(List.of("settings", id), Keys.settings(tenant));
      places.putAll(exports(tenant, id));
      places.put(List.of("ruleBook", id, free), Keys.ruleBook(tenant, free));
      places.forEach(
          (owner, key) -> {
            List<String> earlier = seen.putIfAbsent(key, owner);
            assertTrue(earlier == null || earlier.equals(owner), () -> key + " " + owner);
          });
    }
  }

  private static Map<List<String>, Key> pay(Tenant tenant, String id, String free) {
    PersonYear year = new PersonYear(free, Year.of(2026));
    return Map.of(
        List.of("payCount", id, free), Keys.payCount(tenant, year),
        List.of("payItem", id, free), Keys.payItem(tenant, year, ITEM));
  }

  private static Map<List<String>, Key> exports(Tenant tenant, String id) {
    VoucherKey voucher =
        VoucherKey.of(Tenant.verified("a"), new DocumentId("b"), Purpose.RECORD, 1);
    return Map.of(
        List.of("lastExport", id), Keys.lastExport(tenant),
        List.of("export", id), Keys.export(tenant, 1),
        List.of("exportTaken", id), Keys.exportTaken(tenant, 1),
        List.of("exported", id), Keys.exported(tenant, voucher),
        List.of("exportedIn", id), Keys.exportedIn(tenant, voucher),
        List.of("exportWaiting", id), Keys.exportWaiting(tenant, Samples.NOW, voucher));
  }

  @Test
  void a_partition_that_is_read_whole_is_one_tenants() {
    Random random = new Random(11);
    Map<String, List<String>> seen = new HashMap<>();
    for (int n = 0; n < 20_000; n++) {
      String id = free(random, 5);
      Tenant tenant = Tenant.verified(id);
      String free = free(random, 3);
      Map<String, List<String>> owners = new HashMap<>();
      owners.put(Keys.people(tenant), List.of("people", id));
      owners.put(Keys.departments(tenant), List.of("departments", id));
      owners.put(Keys.marks(tenant), List.of("marks", id));
      owners.put(Keys.notes(tenant), List.of("notes", id));
      owners.put(Keys.siblings(tenant, free), List.of("siblings", id, free));
      owners.put(Keys.payMonths(tenant), List.of("payMonths", id));
      owners.put(Keys.exports(tenant), List.of("exports", id));
      owners.put(Keys.exportsWaiting(tenant), List.of("exportsWaiting", id));
      owners.put(Keys.paySheets(tenant, MARCH), List.of("paySheets", id));
      owners.put(
          Keys.personYear(tenant, new PersonYear(free, Year.of(2026))),
          List.of("personYear", id, free));
      owners.forEach(
          (partition, owner) -> {
            List<String> earlier = seen.putIfAbsent(partition, owner);
            assertTrue(earlier == null || earlier.equals(owner), () -> partition + " " + owner);
          });
    }
  }

  @Test
  void a_long_free_part_is_named_by_its_digest_and_meets_no_short_one() {
    Random random = new Random(3);
    Map<String, String> seen = new HashMap<>();
    for (int n = 0; n < 5000; n++) {
      String free = (n % 2 == 0 ? "x".repeat(120) : "") + free(random, 12);
      String brief = Keys.brief(free);
      assertTrue(brief.length() <= 128 * 5);
      String earlier = seen.putIfAbsent(brief, free);
      assertTrue(earlier == null || earlier.equals(free));
    }
    assertFalse(
        Keys.brief("x".repeat(129) + "\uD800").equals(Keys.brief("x".repeat(129) + "\uD801")),
        "half characters count");
    String digest = Keys.brief("x".repeat(129));
    assertTrue(digest.startsWith("=sha256-"));
    assertFalse(Keys.brief(digest).equals(digest), "who writes a digest is not taken for it");
    assertFalse(Keys.brief("").isEmpty());
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
            Keys.siblings(Tenant.verified("a"), "b"),
            Keys.people(Tenant.verified("a")),
            Keys.departments(Tenant.verified("a")),
            Keys.marks(Tenant.verified("a")),
            Keys.notes(Tenant.verified("a")),
            Keys.calls(Tenant.verified("a"), YearMonth.of(2026, 3)).partition(),
            Keys.payMonths(Tenant.verified("a")),
            Keys.exports(Tenant.verified("a")),
            Keys.exportsWaiting(Tenant.verified("a")),
            Keys.payClosed(Tenant.verified("a"), MARCH, 3).partition(),
            Keys.paySheets(Tenant.verified("a"), MARCH),
            Keys.personYear(Tenant.verified("a"), new PersonYear("b", Year.of(2026))),
            Keys.personYear(Tenant.verified("a"), new PersonYear("b#2026", Year.of(2026))),
            Keys.token(new TokenKey(Tenant.verified("a"), "b", "c", "d")).partition(),
            Keys.suite("a").partition(),
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
    Key sibling = Keys.sibling(tenant, "丙".repeat(9999), document);
    assertTrue(sibling.partition().length() < 2048 && sibling.sort().length() < 1024);
    assertTrue(Keys.paySheet(tenant, MARCH, document, Long.MAX_VALUE, 9999).sort().length() < 1024);
    Key year = Keys.payCount(tenant, new PersonYear("丙".repeat(9999), Year.of(2026)));
    assertTrue(year.partition().length() < 2048);
    assertTrue(Keys.form(tenant, "丙".repeat(128)).sort().length() < 1024);
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
