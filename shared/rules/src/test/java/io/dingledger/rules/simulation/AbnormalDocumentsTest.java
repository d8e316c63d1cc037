package io.dingledger.rules.simulation;

import static io.dingledger.rules.simulation.Company.claim;
import static io.dingledger.rules.simulation.Company.documents;
import static io.dingledger.rules.simulation.Company.overtime;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.rules.simulation.AbnormalDocuments.Choice;
import io.dingledger.rules.simulation.AbnormalDocuments.Tried;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AbnormalDocumentsTest {
  private static Tried tried(String... documents) {
    List<CaseDocument> cases = documents.length == 0 ? List.of() : documents(documents);
    return new Tried(cases, Company.run(cases));
  }

  private static List<Oddity> oddities(String document) {
    return AbnormalDocuments.choose(tried(document), tried(), 1).getFirst().oddities();
  }

  private static String lateness(String id, int minutes) {
    return "{ id: %s, kind: dailyResult, person: zhang, date: 2026-03-31, checks: [{ duty: on, outcome: late, minutes: %d }] }"
        .formatted(id, minutes);
  }

  private static List<String> ids(List<Choice> choices) {
    return choices.stream().map(choice -> choice.document().id().value()).toList();
  }

  @Nested
  class What_is_odd {
    @Test
    void about_an_everyday_claim_is_nothing() {
      assertEquals(List.of(), oddities(claim("taxi", "2026-03-30", "出租车", "40.00")));
    }

    @Test
    void is_told_by_what_became_of_it() {
      assertEquals(
          List.of(Oddity.UNKNOWN_CATEGORY, Oddity.HELD),
          oddities(claim("unknown", "2026-03-30", "按摩", "40.00")));
      assertEquals(
          List.of(Oddity.HELD, Oddity.NOT_POSITIVE),
          oddities(claim("zero", "2026-03-30", "出租车", "0.00")));
    }

    @Test
    void is_told_by_its_days() {
      assertEquals(
          List.of(Oddity.STATUTORY_DAY), oddities(overtime("holiday", "zhang", "2026-05-01", 2)));
      assertEquals(
          List.of(Oddity.MAKE_UP_DAY), oddities(overtime("makeUp", "zhang", "2026-05-09", 2)));
      String newYear =
          "{ id: night, kind: overtime, person: zhang, date: 2027-01-04, starts: 2026-12-31 22:00,"
              + " ends: 2027-01-01 02:00, hours: 4, compensation: pay }";
      assertTrue(
          oddities(newYear).containsAll(List.of(Oddity.CROSSES_YEAR, Oddity.CROSSES_MIDNIGHT)));
      String late = overtime("late", "zhang", "2026-03-11", 2);
      assertEquals(
          List.of(Oddity.LATE), oddities(late.replace("date: 2026-03-11", "date: 2026-04-30")));
    }

    @Test
    void is_a_number_on_the_boundary_of_a_tier() {
      assertEquals(List.of(), oddities(lateness("inside", 14)));
      assertEquals(List.of(Oddity.TIER_BOUNDARY), oddities(lateness("boundary", 15)));
    }

    @Test
    void is_an_amount_far_above_the_others() {
      Tried all =
          tried(
              claim("a", "2026-03-30", "出租车", "40.00"),
              claim("b", "2026-03-30", "出租车", "50.00"),
              claim("high", "2026-03-30", "出租车", "500.00"));
      Choice first = AbnormalDocuments.choose(all, tried(), 1).getFirst();
      assertEquals("high", first.document().id().value());
      assertEquals(List.of(Oddity.HIGH_AMOUNT), first.oddities());
    }

    @Test
    void has_words_in_both_languages() {
      Set<String> words = new HashSet<>();
      for (Oddity oddity : EnumSet.allOf(Oddity.class)) {
        assertTrue(words.add(oddity.chinese()) && words.add(oddity.english()), oddity.name());
      }
    }
  }

  @Nested
  class The_choice {
    private final String[] own = {
      claim("unknown1", "2026-03-30", "按摩", "40.00"),
      claim("unknown2", "2026-03-30", "按摩", "40.00"),
      overtime("holiday", "zhang", "2026-05-01", 2),
      lateness("boundary", 15),
      claim("plain", "2026-03-30", "出租车", "40.00")
    };

    @Test
    void prefers_what_is_odd_in_another_way_to_more_of_the_same() {
      assertEquals(
          List.of("unknown1", "holiday", "boundary"),
          ids(AbnormalDocuments.choose(tried(own), tried(), 3)));
    }

    @Test
    void is_the_same_whatever_the_order() {
      List<CaseDocument> turned = Company.reversed(documents(own));
      assertEquals(
          AbnormalDocuments.choose(tried(own), tried(), 4),
          AbnormalDocuments.choose(new Tried(turned, Company.run(turned)), tried(), 4));
    }

    @Test
    void is_filled_up_with_odd_examples_before_anything_plain() {
      Tried few =
          new Tried(
              documents(claim("plain", "2026-03-30", "出租车", "40.00")),
              Company.run(documents(claim("plain", "2026-03-30", "出租车", "40.00"))));
      List<CaseDocument> examples = renamed(documents(own));
      List<Choice> chosen =
          AbnormalDocuments.choose(few, new Tried(examples, Company.run(examples)), 5);
      assertEquals(List.of("unknown1", "holiday", "boundary", "unknown2", "plain"), ids(chosen));
      assertTrue(chosen.getFirst().example());
      assertFalse(chosen.getLast().example());
    }

    /** Names tell documents apart. */
    private static List<CaseDocument> renamed(List<CaseDocument> cases) {
      List<CaseDocument> renamed = new ArrayList<>();
      for (CaseDocument each : cases) {
        renamed.add(
            switch (each) {
              case CaseDocument.Written(var name, var kind, var detail, var people) ->
                  new CaseDocument.Written("pack-" + name, kind, detail, people);
              case CaseDocument.Suite(var name, var reading, var people) ->
                  new CaseDocument.Suite("pack-" + name, reading, people);
              case CaseDocument.Fact(var name, var reading) ->
                  new CaseDocument.Fact("pack-" + name, reading);
              case CaseDocument.Approval approval -> approval;
            });
      }
      return renamed;
    }

    @Test
    void is_all_there_is_when_there_is_no_more() {
      assertEquals(1, AbnormalDocuments.choose(tried(own[4]), tried(), 3).size());
      assertEquals(0, AbnormalDocuments.choose(tried(), tried(), 3).size());
    }
  }
}
