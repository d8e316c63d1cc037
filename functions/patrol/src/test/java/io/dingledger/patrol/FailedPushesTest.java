package io.dingledger.patrol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.work.TranslateWork;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailedPushesTest {
  private final PatrolFixture fixture = new PatrolFixture();

  private static String row(String instance) {
    return "{\"call_back_tag\":\"bpms_instance_change\",\"event_time\":1773000000000,"
        + "\"bpms_instance_change\":{\"corpid\":\"ding-acme\",\"bpmsCallBackData\":"
        + "{\"processInstanceId\":\""
        + instance
        + "\",\"type\":\"finish\",\"result\":\"agree\",\"processCode\":\"PROC-1\"}}}";
  }

  private List<String> queued() {
    return fixture.events.drain().stream()
        .map(work -> ((TranslateWork.Happened) work).event().subject())
        .map(subject -> ((EventSubject.Approval) subject).instanceId())
        .toList();
  }

  @Test
  void areQueuedPageByPageUntilThereAreNoMore() {
    fixture.dingTalk.failed.add(new DingTalk.FailedPushes(List.of(row("p-1"), row("p-2")), true));
    fixture.dingTalk.failed.add(new DingTalk.FailedPushes(List.of(row("p-3")), false));
    fixture.round();
    assertEquals(List.of("p-1", "p-2", "p-3"), queued());
    assertEquals(2, fixture.dingTalk.count("failedPushes"));
  }

  @Test
  void areKeptBeforeTheNextCallClearsThem() {
    fixture.dingTalk.failed.add(new DingTalk.FailedPushes(List.of(row("p-1")), true));
    fixture.dingTalk.whileCalled =
        call -> {
          if (call.startsWith("failedPushes") && fixture.dingTalk.count("failedPushes") == 2) {
            assertEquals(List.of("p-1"), queued());
          }
        };
    fixture.round();
    assertEquals(2, fixture.dingTalk.count("failedPushes"));
  }

  @Test
  void areFetchedEverySixHours() {
    fixture.ticksFor(Duration.ofHours(24));
    assertEquals(4, fixture.dingTalk.count("failedPushes"));
  }

  @Test
  void thatNobodyCanReadAreKeptForAnOperatorOnce() {
    for (int time = 0; time < 2; time++) {
      fixture.dingTalk.failed.add(
          new DingTalk.FailedPushes(List.of("not json", row("p-1")), false));
      fixture.round();
      fixture.clock.advance(Duration.ofHours(6));
    }
    assertEquals(List.of("p-1", "p-1"), queued(), "translate tells repeats apart");
    assertEquals(1, fixture.platform.quarantine().count());
  }

  @Test
  void ofAnAppThatHasNoSuchListAreNotAskedForAllTheTime() {
    fixture.dingTalk.trouble.put("failedPushes", PatrolFixture.failure(FailureKind.DATA));
    fixture.ticksFor(Duration.ofHours(5));
    assertEquals(1, fixture.dingTalk.count("failedPushes"));
    assertEquals(List.of(), queued());
  }
}
