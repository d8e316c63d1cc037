package io.dingledger.intake;

import io.dingledger.dingtalk.callback.SuitePush;
import io.dingledger.model.event.EventPortions;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.observe.Busy;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.Quarantine;
import io.dingledger.platform.store.SuiteStore;
import io.dingledger.platform.store.TenantRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes safe what a third-party app was told. One push may hold rows of many companies; each is
 * kept on its own, and a row that can't be kept harms no other.
 */
final class SuiteDesk {
  private final TenantRegistry tenants;
  private final SuiteStore suites;
  private final MessageQueue<TranslateWork> events;
  private final Quarantine quarantine;
  private final InstantSource clock;

  SuiteDesk(
      TenantRegistry tenants,
      SuiteStore suites,
      MessageQueue<TranslateWork> events,
      Quarantine quarantine,
      InstantSource clock) {
    this.tenants = tenants;
    this.suites = suites;
    this.events = events;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  /**
   * Keeps all of it. Companies that authorised the app become tenants before their events are
   * queued.
   *
   * @throws RuntimeException when something could not be kept; all the rest was
   */
  void keep(Suite suite, List<SuitePush> pushes) {
    Sorted sorted = new Sorted(suite, pushes);
    List<Runnable> kept = new ArrayList<>();
    sorted.ticket.ifPresent(
        newest -> kept.add(() -> suites.keepTicket(suite.id(), newest.ticket(), newest.at())));
    sorted.said.values().forEach(said -> kept.add(() -> tenants.announce(said)));
    sorted.unreadable.forEach(row -> kept.add(() -> quarantine(suite, row)));
    if (sorted.happened.size() == 1) {
      Busy.is(Subject.of(sorted.happened.getFirst()));
    }
    if (!sorted.happened.isEmpty()) {
      kept.add(() -> events.sendAll(sorted.happened));
    }
    Optional<RuntimeException> first = Optional.empty();
    for (Runnable each : kept) {
      try {
        each.run();
      } catch (RuntimeException failure) {
        first = first.isPresent() ? first : Optional.of(failure);
      }
    }
    if (first.isPresent()) {
      throw first.get();
    }
  }

  private void quarantine(Suite suite, SuitePush.Unreadable row) {
    quarantine.keep(
        "suite:" + suite.id(), row.id(), row.raw(), row.reason().code(), clock.instant());
  }

  /**
   * The rows by what is done with them. Of several that say the same kind of thing of one company,
   * and of several tickets, the latest counts: each write costs time that DingTalk does not give.
   */
  private static final class Sorted {
    private Optional<SuitePush.Ticket> ticket = Optional.empty();
    private final Map<String, TenantSettings> said = new LinkedHashMap<>();
    private final List<SuitePush.Unreadable> unreadable = new ArrayList<>();
    private final List<TranslateWork> happened = new ArrayList<>();

    Sorted(Suite suite, List<SuitePush> pushes) {
      pushes.forEach(push -> sort(suite, push));
    }

    private void sort(Suite suite, SuitePush push) {
      switch (push) {
        case SuitePush.UrlCheck check -> {}
        case SuitePush.Nothing(Reason reason) -> {}
        case SuitePush.Ticket newer -> {
          if (ticket.filter(known -> known.at().isAfter(newer.at())).isEmpty()) {
            ticket = Optional.of(newer);
          }
        }
        case SuitePush.Authorised(String corpId, String name, Instant at) ->
            say(TenantSettings.authorised(suite, corpId, name, new Standing(true, at)));
        case SuitePush.Relieved(String corpId, Instant at) ->
            say(TenantSettings.authorised(suite, corpId, "", new Standing(false, at)));
        case SuitePush.Happened(SourceEvent event) ->
            EventPortions.of(event).forEach(each -> happened.add(new TranslateWork.Happened(each)));
        case SuitePush.Unreadable row -> unreadable.add(row);
      }
    }

    private void say(TenantSettings settings) {
      said.merge(
          settings.tenant().id(),
          settings,
          (known, next) ->
              known.standing().since().isAfter(next.standing().since()) ? known : next);
    }
  }
}
