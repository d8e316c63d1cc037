package io.dingledger.platform.acting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.RetryWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActingTest {
  private static final Tenant ALPHA = Tenant.verified("alpha");
  private static final Tenant BETA = Tenant.verified("beta");

  @Test
  void outsideOfMessagesNobodyIsActedFor() {
    assertEquals(Subject.NOTHING, Acting.now());
  }

  @Test
  void whatIsSaidHoldsForTheDeedAndNoLonger() {
    List<Subject> seen = new ArrayList<>();
    Acting.on(Subject.of(ALPHA), () -> seen.add(Acting.now()));
    assertEquals(List.of(Subject.of(ALPHA)), seen);
    assertEquals(Subject.NOTHING, Acting.now());
  }

  @Test
  void aDeedWithinADeedGivesTheOuterOneBack() {
    List<Subject> seen = new ArrayList<>();
    Acting.on(
        Subject.of(ALPHA),
        () -> {
          Acting.on(Subject.of(BETA), () -> seen.add(Acting.now()));
          seen.add(Acting.now());
        });
    assertEquals(List.of(Subject.of(BETA), Subject.of(ALPHA)), seen);
  }

  @Test
  void aDeedThatFailsLeavesNothingBehind() {
    assertThrows(
        IllegalStateException.class,
        () ->
            Acting.on(
                Subject.of(ALPHA),
                () -> {
                  throw new IllegalStateException("on purpose");
                }));
    assertEquals(Subject.NOTHING, Acting.now());
  }

  @Test
  void anotherThreadActsForNobody() throws InterruptedException {
    List<Subject> seen = new ArrayList<>();
    Acting.on(
        Subject.of(ALPHA),
        () -> {
          Thread other = new Thread(() -> seen.add(Acting.now()));
          other.start();
          other.join();
        });
    assertEquals(List.of(Subject.NOTHING), seen);
  }

  @Test
  void messagesAboutAllTenantsNameNone() {
    assertEquals(Optional.empty(), Subject.of(new RetryWork.Sweep()).tenant());
    assertEquals(Optional.empty(), Subject.of(new PatrolWork.Tick()).tenant());
  }

  @Test
  void messagesOfATenantNameItAndTheirDocument() {
    DocumentId claim = new DocumentId("claim-1");
    Subject subject = Subject.of(new RetryWork.TryFailed(ALPHA, claim, Optional.empty())).tried(3);
    assertEquals(new Subject(Optional.of(ALPHA), Optional.of(claim), Optional.empty(), 3), subject);
  }
}
