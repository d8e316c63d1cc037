package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.RuleBookLives;
import io.dingledger.platform.store.RuleBookStore;
import io.dingledger.platform.store.TableRuleBookLives;
import io.dingledger.platform.store.TableRuleBookStore;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.RuleBooksInForce;
import io.dingledger.rules.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActiveRuleBooksTest {
  private static final Instant AT = Instant.parse("2026-07-01T02:00:00Z");
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

  private final Map<Tenant, TenantSettings> settings = new HashMap<>();
  private final MemoryTable table = new MemoryTable();
  private final RuleBookStore stored = new TableRuleBookStore(table);
  private final RuleBookLives lives =
      new TableRuleBookLives(table, new HandClock(AT), Duration.ZERO);
  private int read;
  private Optional<String> lost = Optional.empty();
  private final ActiveRuleBooks books =
      new ActiveRuleBooks(new SettingsOnly(settings), texts(), lives);

  @Test
  void aTenantThatIsNotConfiguredIsNamed() {
    RuleBookSource.Active.Unusable unusable =
        assertInstanceOf(RuleBookSource.Active.Unusable.class, books.of(TENANT));
    assertEquals(TranslateReason.NO_TENANT.code(), unusable.reason().code());
  }

  @Test
  void aCompanyWhoseAuthorisationIsYetToComeIsWaitedFor() {
    assertWaiting(Tenant.verified("ding1@25300001"), "NO-TENANT");
  }

  @Test
  void aCompanyThatHasWithdrawnItsAuthorisationIsWaitedFor() {
    settings.put(
        TENANT, TranslateFixture.settings().withStanding(new Standing(false, Instant.EPOCH)));
    assertWaiting(TENANT, "TENANT-SUSPENDED");
  }

  @Test
  void aTenantThatTheOperatorHasStoppedIsWaitedForWhateverItsCompanySays() {
    Standing.Suspension stop = new Standing.Suspension("op", Instant.EPOCH, "contract ended");
    settings.put(
        TENANT,
        TranslateFixture.settings()
            .withStanding(new Standing(false, Instant.EPOCH).suspended(stop)));
    assertWaiting(TENANT, "SUSPENDED-BY-OPERATOR");
  }

  @Test
  void aTenantThatHasNoRuleBookYetIsWaitedFor() {
    settings.put(TENANT, TranslateFixture.settings());
    assertWaiting(TENANT, "NO-RULE-BOOK-YET");
  }

  @Test
  void eachDateHasTheVersionThatIsInForceOnIt() {
    String july = activate(text("PROC-7"), JULY);
    String august = activate(text("PROC-8"), AUGUST);
    assertVersion(july, "PROC-7", AUGUST.minusDays(1));
    assertVersion(august, "PROC-8", AUGUST);
    List<String> both =
        ready().books().between(JULY, AUGUST).stream()
            .map(RuleBooksByDate.InForce.Version.class::cast)
            .map(RuleBooksByDate.InForce.Version::version)
            .toList();
    assertEquals(List.of(july, august), both);
  }

  @Test
  void aVersionIsCompiledOnce() {
    activate(text("PROC-7"), JULY);
    RuleBook first = version(JULY).book();
    assertSame(first, version(AUGUST).book());
    assertEquals(1, read);
  }

  @Test
  void aDateBeforeTheFirstVersionHasNone() {
    activate(text("PROC-7"), JULY);
    assertNone(TranslateReason.BEFORE_FIRST_RULE_BOOK, JULY.minusDays(1));
    RuleBooksByDate.InForce none =
        ready().books().between(JULY.minusMonths(1), JULY.minusDays(1)).getFirst();
    String words = assertInstanceOf(RuleBooksByDate.InForce.None.class, none).reason().english();
    assertTrue(words.contains("2026-06-30") && words.contains("2026-07-01"), words);
  }

  @Test
  void aVersionThatIsNotStoredIsNamedAndLookedForAgain() {
    lost = Optional.of(activate(text("PROC-7"), JULY));
    assertNone(TranslateReason.NO_RULE_BOOK, JULY);
    assertNone(TranslateReason.NO_RULE_BOOK, JULY);
    assertEquals(2, read);
  }

  @Test
  void aBookWithMistakesIsRefusedAndCheckedOnce() {
    activate("no: book", JULY);
    assertNone(TranslateReason.RULE_BOOK_INVALID, JULY);
    assertNone(TranslateReason.RULE_BOOK_INVALID, JULY);
    assertEquals(1, read, "a version never changes");
  }

  private String activate(String text, LocalDate from) {
    settings.put(TENANT, TranslateFixture.settings());
    return RuleBooksInForce.put(stored, lives, TENANT, text, from, AT);
  }

  private RuleBookSource.Active.Ready ready() {
    return assertInstanceOf(RuleBookSource.Active.Ready.class, books.of(TENANT));
  }

  private RuleBooksByDate.InForce.Version version(LocalDate date) {
    return assertInstanceOf(RuleBooksByDate.InForce.Version.class, ready().books().on(date));
  }

  private void assertVersion(String version, String form, LocalDate date) {
    assertEquals(version, version(date).version());
    assertEquals(Set.of(form), version(date).book().processCodes());
  }

  private void assertNone(TranslateReason reason, LocalDate date) {
    RuleBooksByDate.InForce.None none =
        assertInstanceOf(RuleBooksByDate.InForce.None.class, ready().books().on(date));
    assertEquals(reason.code(), none.reason().code());
  }

  private void assertWaiting(Tenant tenant, String code) {
    RuleBookSource.Active.Waiting waiting =
        assertInstanceOf(RuleBookSource.Active.Waiting.class, books.of(tenant));
    assertEquals(code, waiting.why().code());
    assertEquals(FailureKind.CONFIG, waiting.why().kind(), "parked, and looked at every hour");
  }

  private static String text(String form) {
    try (var in = ActiveRuleBooksTest.class.getResourceAsStream("/one-form.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("PROC-1", form);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private RuleBookStore texts() {
    return new RuleBookStore() {
      @Override
      public Optional<String> text(Tenant tenant, String version) {
        read++;
        return lost.equals(Optional.of(version)) ? Optional.empty() : stored.text(tenant, version);
      }

      @Override
      public String put(Tenant tenant, String text) {
        throw new UnsupportedOperationException("translate stores no rule books");
      }
    };
  }
}
