package io.dingledger.simulator.load;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Platform;
import io.dingledger.simulator.world.Books;
import io.dingledger.simulator.world.Instance;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The two companies of a load. */
enum Company {
  BUSY,
  SINGLE;

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
  private static final int MANY_CALLS = 10_000_000;

  Tenant tenant() {
    return Tenant.verified(name());
  }

  /** Makes it known, with a rule book in force. */
  void settle(Platform platform, Instant now) {
    TenantSettings settings =
        new TenantSettings(
            tenant(),
            name(),
            ZoneId.of("Asia/Shanghai"),
            new DingTalkApp(
                tenant(),
                "corp-" + name(),
                new DingTalkApp.Internal("client-" + name(), Secret.of("secret")),
                NOWHERE,
                NOWHERE),
            Optional.of(
                new CallbackSettings(
                    "callback-key-of-" + name(),
                    Secret.of("token-" + name()),
                    Secret.of("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
                    Set.of("client-" + name()))),
            Optional.of(
                new LedgerConnection(tenant(), "timed", Map.of(), Map.of(), Duration.ofMinutes(1))),
            MANY_CALLS,
            Standing.ACTIVE);
    platform.tenants().put(settings);
    Books.enact(platform, tenant(), 1, LocalDate.of(2026, 1, 1), now);
  }

  /** The event that a document was approved, as intake queues it. */
  TranslateWork approved(int number, Instant now) {
    return new TranslateWork.Happened(
        new SourceEvent(
            tenant(), name() + "-" + number, "bpms_instance_change", now, said(number, now), "{}"));
  }

  /** A document whose message was lost, as the sweep finds it from a time on. */
  DocumentRecord lost(int number, Instant dueAt, Instant now) {
    return DocumentRecord.announced(
            tenant(), new DocumentId("d-" + number), Optional.of(said(number, now)), now)
        .changed()
        .fetch(Wait.watchedUntil(dueAt))
        .build();
  }

  private static EventSubject.Approval said(int number, Instant now) {
    return new EventSubject.Approval(
        "d-" + number,
        Instance.FORM,
        "",
        "",
        EventSubject.Phase.FINISH,
        Optional.of(EventSubject.Result.AGREE),
        "u-1",
        "claim",
        Optional.of(now));
  }
}
