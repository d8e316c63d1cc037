package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dingledger.model.document.Person;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.identity.ShortKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason is given for something that can happen; a new one without a case won't compile. */
class EveryReasonTest {
  private final PatrolFixture fixture = new PatrolFixture();

  @ParameterizedTest
  @EnumSource(PatrolReason.class)
  void isGiven(PatrolReason reason) {
    Reason given = fixture.notice(provoke(reason)).orElseThrow().reasons().getFirst();
    assertEquals(reason.code(), given.code());
    assertFalse(given.english().contains("{"), "all places are filled: " + given.english());
    assertFalse(given.chinese().contains("{"), "all places are filled: " + given.chinese());
  }

  /** Makes it happen; gives the notice in which it stands. */
  private String provoke(PatrolReason reason) {
    return switch (reason) {
      case NOT_ALLOWED -> troubled("failedPushes", FailureKind.CONFIG, "patrol:failed-pushes");
      case QUOTA_GONE -> troubled("attendance", FailureKind.QUOTA, "patrol:quota");
      case DAY_UNUSABLE -> troubled("attendance", FailureKind.DATA, "patrol:day:2026-03-09:u-1");
      case FORM_UNUSABLE -> {
        fixture.round();
        fixture.dingTalk.troubleOfForm.put("PROC-2", failure(FailureKind.DATA));
        fixture.clock.advance(Duration.ofHours(30));
        fixture.round();
        yield "patrol:form:PROC-2";
      }
      case BEHIND -> {
        fixture.round();
        fixture.clock.advance(Duration.ofDays(50));
        fixture.dingTalk.latency = Duration.ofSeconds(50);
        fixture.round();
        yield Rescan.BEHIND;
      }
      case JOB_NUMBERS_TWICE -> {
        people(new Person("u-1", "x", "1"), new Person("u-2", "x", "1"));
        yield JobNumbers.TWICE;
      }
      case NUMBER_NOT_TOLD, OTHER_NUMBER -> number(reason);
      case SILENT -> {
        new SilentTenantTest().silent(fixture);
        yield Silence.NOTICE;
      }
      case JOB_NUMBERS_BLANK -> {
        people(new Person("u-1", "x", ""));
        yield JobNumbers.BLANK;
      }
    };
  }

  private String number(PatrolReason reason) {
    PostedClaim claim = new PostedClaim(fixture);
    claim.isPosted("45");
    if (reason == PatrolReason.OTHER_NUMBER) {
      claim.isShownWith("99");
    } else {
      fixture.hose.trouble = Optional.of(failure(FailureKind.CONFIG));
      fixture.clock.advance(VoucherNumbers.PATIENCE);
    }
    fixture.round();
    return "number:" + ShortKey.of("NB", PostedClaim.ID.value());
  }

  private String troubled(String call, FailureKind kind, String notice) {
    fixture.dingTalk.trouble.put(call, failure(kind));
    fixture.mark("u-1", LocalDate.of(2026, 3, 9));
    fixture.round();
    return notice;
  }

  private void people(Person... people) {
    fixture.dingTalk.members.put("1", List.of(people));
    fixture.round();
  }
}
