package io.dingledger.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.acting.Acting;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

class TenantAccessTest {
  private final HandClock clock = new HandClock(Instant.parse("2026-03-01T00:00:00Z"));
  private final List<String> asked = new ArrayList<>();
  private boolean refuses;
  private final Access access = new TenantAccess(this::assumed, clock);

  private TenantRole.Session assumed(String tenant) {
    asked.add(tenant);
    if (refuses) {
      throw new AccessUnavailable(null, "AccessDenied");
    }
    return new TenantRole.Session(
        AwsBasicCredentials.create("key of " + tenant, "secret"),
        clock.instant().plus(Duration.ofHours(1)));
  }

  private String keyFor(String tenant) {
    List<String> key = new ArrayList<>();
    Acting.on(
        Subject.of(Samples.tenant(tenant)),
        () -> key.add(access.now().orElseThrow().resolveCredentials().accessKeyId()));
    return key.getFirst();
  }

  @Test
  void whoActsForNobodyHasTheFunctionsOwnPermissions() {
    assertEquals(Optional.empty(), access.now());
    assertEquals(List.of(), asked);
  }

  @Test
  void aTenantIsAskedForOnceAndByTheNameThatItsKeysHave() {
    assertEquals("key of a=0023b", keyFor("a#b"));
    assertEquals("key of a=0023b", keyFor("a#b"));
    assertEquals("key of a", keyFor("a"));
    assertEquals(List.of("a=0023b", "a"), asked);
  }

  @Test
  void whatEndsSoonIsRenewedAndAFailureOfThatIsNoHarmUntilTheEnd() {
    keyFor("a");
    clock.advance(Duration.ofMinutes(54));
    keyFor("a");
    assertEquals(1, asked.size());
    clock.advance(Duration.ofMinutes(2));
    refuses = true;
    assertEquals("key of a", keyFor("a"));
    assertEquals(2, asked.size());
    clock.advance(Duration.ofMinutes(4));
    assertThrows(AccessUnavailable.class, () -> keyFor("a"));
    refuses = false;
    assertEquals("key of a", keyFor("a"));
  }

  @Test
  void aRefusalIsAPassingFaultWithItsOwnCode() {
    refuses = true;
    AccessUnavailable refused = assertThrows(AccessUnavailable.class, () -> keyFor("a"));
    assertEquals("PLATFORM-ACCESS-UNAVAILABLE", refused.reason().code());
    assertTrue(refused.reason().chinese().contains("AccessDenied"));
    assertTrue(refused.reason().english().contains("AccessDenied"));
    assertEquals(FailureKind.TRANSIENT, Stumble.failure(refused).kind());
  }

  @Test
  void tenantsThatWereIdleLongestAreForgotten() {
    for (int n = 0; n < 501; n++) {
      keyFor("t" + n);
    }
    keyFor("t500");
    assertEquals(501, asked.size());
    keyFor("t0");
    assertEquals(502, asked.size());
  }

  @Test
  void manyAtOnceAskOnce() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    Access shared =
        new TenantAccess(
            tenant -> {
              calls.incrementAndGet();
              return assumed(tenant);
            },
            clock);
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    List<AwsCredentialsProvider> given = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int n = 0; n < 8; n++) {
      threads.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
                Acting.on(
                    Subject.of(Samples.tenant("a")), () -> given.add(shared.now().orElseThrow()));
              }));
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(1, calls.get());
    given.forEach(each -> assertSame(given.getFirst(), each));
  }

  @Test
  void withoutARoleNothingChanges() {
    assertSame(Access.OWN, TenantAccess.of(Optional.empty(), clock));
    assertSame(Access.OWN, TenantAccess.of(Optional.of(" "), clock));
    Acting.on(
        Subject.of(Tenant.verified("a")), () -> assertEquals(Optional.empty(), Access.OWN.now()));
  }

  @Test
  void whatWasGivenNeverPrintsItself() {
    assertEquals("***", assumed("a").toString());
  }
}
