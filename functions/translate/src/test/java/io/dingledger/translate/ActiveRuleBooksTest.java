package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.RuleBookStore;
import io.dingledger.platform.store.TenantRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActiveRuleBooksTest {
  private final Map<Tenant, TenantSettings> settings = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private int read;
  private final ActiveRuleBooks books = new ActiveRuleBooks(registry(), store());

  @Test
  void aTenantThatIsNotConfiguredIsNamed() {
    assertUnusable(TranslateReason.NO_TENANT);
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
  void aTenantThatHasNoRuleBookYetIsWaitedFor() {
    settings.put(TENANT, TranslateFixture.settings().withRuleBook(""));
    assertWaiting(TENANT, "NO-RULE-BOOK-YET");
  }

  private void assertWaiting(Tenant tenant, String code) {
    RuleBookSource.Active.Waiting waiting =
        assertInstanceOf(RuleBookSource.Active.Waiting.class, books.of(tenant));
    assertEquals(code, waiting.why().code());
    assertEquals(FailureKind.CONFIG, waiting.why().kind(), "parked, and looked at every hour");
  }

  @Test
  void aVersionThatIsNotStoredIsNamedAndLookedForAgain() {
    settings.put(TENANT, TranslateFixture.settings());
    assertUnusable(TranslateReason.NO_RULE_BOOK);
    assertUnusable(TranslateReason.NO_RULE_BOOK);
    assertEquals(2, read);
  }

  @Test
  void aBookWithMistakesIsRefusedAndCheckedOnce() {
    settings.put(TENANT, TranslateFixture.settings());
    texts.put("v-1", "no: book");
    assertUnusable(TranslateReason.RULE_BOOK_INVALID);
    assertUnusable(TranslateReason.RULE_BOOK_INVALID);
    assertEquals(1, read, "a version never changes");
  }

  private void assertUnusable(TranslateReason reason) {
    RuleBookSource.Active.Unusable unusable =
        assertInstanceOf(RuleBookSource.Active.Unusable.class, books.of(TENANT));
    assertEquals(reason.code(), unusable.reason().code());
  }

  private RuleBookStore store() {
    return new RuleBookStore() {
      @Override
      public Optional<String> text(Tenant tenant, String version) {
        read++;
        return Optional.ofNullable(texts.get(version));
      }

      @Override
      public String put(Tenant tenant, String text) {
        throw new UnsupportedOperationException("translate stores no rule books");
      }
    };
  }

  private TenantRegistry registry() {
    return new TenantRegistry() {
      @Override
      public Optional<TenantSettings> byCallbackKey(String callbackKey) {
        throw new UnsupportedOperationException("translate knows tenants by name");
      }

      @Override
      public Optional<TenantSettings> find(Tenant tenant) {
        return Optional.ofNullable(settings.get(tenant));
      }

      @Override
      public void put(TenantSettings replaced) {
        throw new UnsupportedOperationException("translate changes no tenants");
      }

      @Override
      public void announce(TenantSettings said) {
        throw new UnsupportedOperationException("translate changes no tenants");
      }

      @Override
      public List<Tenant> all() {
        throw new UnsupportedOperationException("translate lists no tenants");
      }
    };
  }
}
