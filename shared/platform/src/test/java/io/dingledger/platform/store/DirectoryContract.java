package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.DirectoryStore.Known;
import io.dingledger.platform.support.SampleDocuments;
import io.dingledger.platform.support.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the directory does over every table. */
abstract class DirectoryContract {
  private static final Tenant ACME = Samples.tenant("acme");
  private static final Instant READ = Samples.NOW;
  private static final Person PERSON = SampleDocuments.header().originator();

  Table table;
  DirectoryStore directory;

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
    directory = new TableDirectoryStore(table);
  }

  @Nested
  class A_person {
    @Test
    void is_known_as_read() {
      assertEquals(Optional.empty(), directory.person(ACME, "user01"));
      directory.putPeople(ACME, List.of(PERSON), READ);
      assertEquals(Optional.of(new Known<>(PERSON, READ, false)), directory.person(ACME, "user01"));
    }

    @Test
    void is_stale_once_a_change_is_said_and_fresh_when_read_after_it() {
      directory.putPeople(ACME, List.of(PERSON), READ);
      directory.stalePeople(ACME, List.of("user01"), READ.minusMillis(1));
      assertFalse(isStale(), "the reading was later");
      directory.stalePeople(ACME, List.of("user01"), READ);
      assertTrue(isStale(), "nobody knows which was first");
      directory.putPeople(ACME, List.of(renamed("改名")), READ.plusMillis(1));
      assertFalse(isStale());
      assertEquals("改名", directory.person(ACME, "user01").orElseThrow().value().name());
    }

    @Test
    void is_stale_when_the_change_was_said_while_the_first_reading_was_under_way() {
      directory.stalePeople(ACME, List.of("user01"), READ.plusSeconds(1));
      assertEquals(Optional.empty(), directory.person(ACME, "user01"));
      assertEquals(List.of(), directory.people(ACME));
      directory.putPeople(ACME, List.of(PERSON), READ);
      assertTrue(isStale());
    }

    @Test
    void is_not_replaced_by_an_earlier_reading() {
      directory.putPeople(ACME, List.of(renamed("后读")), READ.plusSeconds(1));
      directory.putPeople(ACME, List.of(PERSON), READ);
      assertEquals("后读", directory.person(ACME, "user01").orElseThrow().value().name());
    }

    @Test
    void stays_stale_when_an_earlier_change_arrives_late() {
      directory.putPeople(ACME, List.of(PERSON), READ);
      directory.stalePeople(ACME, List.of("user01"), READ.plusSeconds(2));
      directory.stalePeople(ACME, List.of("user01"), READ.minusSeconds(2));
      assertTrue(isStale());
    }

    @Test
    void is_known_to_its_tenant_only() {
      directory.putPeople(ACME, List.of(PERSON), READ);
      assertEquals(Optional.empty(), directory.person(Samples.tenant("ACME"), "user01"));
      assertEquals(List.of(), directory.people(Samples.tenant("acme#P")));
    }

    @Test
    void may_have_any_identifier() {
      List<String> ids = List.of("", "#", "用户", "=sha256-0", "x".repeat(5000), "X", "x");
      directory.putPeople(
          ACME, ids.stream().map(id -> new Person(id, "name of " + id, "")).toList(), READ);
      for (String id : ids) {
        Person found = directory.person(ACME, id).orElseThrow().value();
        assertEquals("name of " + id, found.name());
      }
      assertEquals(ids.size(), directory.people(ACME).size());
    }

    @Test
    void that_nobody_can_read_is_refused() {
      Item damaged =
          Item.at(Keys.person(ACME, "user01")).with("readAt", READ.toString()).with("text", "{}");
      table.write(List.of(new Write.Put(damaged, Condition.NONE)));
      assertThrows(StoreRefused.class, () -> directory.person(ACME, "user01"));
      table.write(List.of(new Write.Put(damaged.with("readAt", "noon"), Condition.NONE)));
      assertThrows(StoreRefused.class, () -> directory.people(ACME));
    }

    private boolean isStale() {
      return directory.person(ACME, "user01").orElseThrow().isStale();
    }

    private Person renamed(String name) {
      return new Person("user01", name, "E07");
    }
  }

  @Test
  void a_whole_company_is_put_and_listed() {
    List<Person> all =
        IntStream.range(0, 230).mapToObj(n -> new Person("u" + n, "n" + n, "E" + n)).toList();
    directory.putPeople(ACME, all, READ);
    directory.putPeople(ACME, all, READ.plusSeconds(1));
    directory.stalePeople(ACME, List.of("u7", "u8", "u7"), READ.plusSeconds(2));
    List<Known<Person>> listed = directory.people(ACME);
    assertEquals(230, listed.stream().map(known -> known.value().userId()).distinct().count());
    assertEquals(2, listed.stream().filter(Known::isStale).count());
  }

  @Nested
  class A_department {
    private final Department company = new Department("1", "公司", "");
    private final Department sales = new Department("10", "销售", "S", "1", List.of("销售"));
    private final Department first = new Department("11", "一部", "S1", "10", List.of("一部"));

    @Test
    void has_the_path_of_what_is_known_above_it() {
      directory.putDepartments(ACME, List.of(first), READ);
      assertEquals(List.of("一部"), path("11"));
      directory.putDepartments(ACME, List.of(sales), READ);
      assertEquals(List.of("销售", "一部"), path("11"));
      directory.putDepartments(ACME, List.of(company), READ);
      assertEquals(List.of("公司", "销售", "一部"), path("11"));
      assertEquals(List.of("公司"), path("1"));
      directory.putDepartments(
          ACME, List.of(new Department("10", "市场", "S", "1", List.of("市场"))), READ);
      assertEquals(List.of("公司", "市场", "一部"), path("11"));
    }

    @Test
    void keeps_the_names_it_came_with_above_those_that_are_known() {
      Department deep = new Department("11", "一部", "", "10", List.of("集团", "公司", "一部"));
      directory.putDepartments(ACME, List.of(deep), READ);
      assertEquals(List.of("集团", "公司", "一部"), path("11"));
    }

    @Test
    void in_a_ring_has_a_path_all_the_same() {
      directory.putDepartments(
          ACME,
          List.of(
              new Department("1", "a", "", "2", List.of("a")),
              new Department("2", "b", "", "1", List.of("b")),
              new Department("3", "c", "", "3", List.of("c"))),
          READ);
      assertEquals(List.of("b", "a"), path("1"));
      assertEquals(List.of("c"), path("3"));
    }

    @Test
    void is_listed_with_its_path_and_is_stale_by_itself() {
      directory.putDepartments(ACME, List.of(company, sales, first), READ);
      directory.staleDepartments(ACME, List.of("10"), READ.plusSeconds(1));
      List<Known<Department>> listed = directory.departments(ACME);
      assertEquals(3, listed.size());
      for (Known<Department> each : listed) {
        assertEquals(Optional.of(each), directory.department(ACME, each.value().id()));
        assertEquals(each.value().id().equals("10"), each.isStale());
      }
    }

    private List<String> path(String id) {
      return directory.department(ACME, id).orElseThrow().value().path();
    }
  }
}
