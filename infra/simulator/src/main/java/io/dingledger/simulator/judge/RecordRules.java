package io.dingledger.simulator.judge;

import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.TableNotices;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.world.Instance;
import io.dingledger.simulator.world.Scene;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may be written, and what each write of a document's record must leave as it was. */
final class RecordRules {
  /** Readers are given at least the newest so many entries of a timeline. */
  private static final int MOST_SHOWN = 1000;

  private final Findings findings;
  private final Vouchers vouchers;
  private final PostingRules postings;
  private final Map<String, DocumentRecord> known = new LinkedHashMap<>();
  private final Set<String> stored = new HashSet<>();

  RecordRules(Findings findings, Vouchers vouchers, PostingRules postings) {
    this.findings = findings;
    this.vouchers = vouchers;
    this.postings = postings;
  }

  /** Every record as it was written last, in the order in which they were first written. */
  Map<String, DocumentRecord> known() {
    return known;
  }

  void wrote(Scene scene, List<Write> writes) {
    for (Write write : writes) {
      switch (write) {
        case Write.Delete gone -> deleted(scene, gone);
        case Write.Put(Item item, var condition) ->
            Place.of(item.key()).ifPresent(place -> put(scene, place, item));
        case Write.Check check -> {}
      }
    }
  }

  private void deleted(Scene scene, Write.Delete gone) {
    String partition = gone.key().partition();
    boolean isGuard =
        Place.of(gone.key()).isPresent()
            || partition.matches("T#[^#]+#(B#.*|V|R#.*)")
            || partition.matches("T#[^#]+")
            || partition.startsWith("C#");
    if (isGuard) {
      findings.add(
          scene,
          Invariant.RECORD_GONE,
          partition + " " + gone.key().sort(),
          "worker " + scene.worker() + " removes it");
    }
  }

  private void put(Scene scene, Place place, Item item) {
    Optional<TenantSettings> company = company(scene, place);
    if (company.isEmpty()) {
      findings.add(scene, Invariant.FOREIGN, place.name(), "there is no such company");
      return;
    }
    if (place.isVoucher() && !stored.add(place.name() + place.sort())) {
      findings.add(scene, Invariant.VOUCHER_CHANGED, place.name(), place.sort() + " is replaced");
    }
    if (place.isRecord()) {
      DocumentRecord next =
          scene.stores().documents().find(place.tenant(), place.document()).orElseThrow();
      Optional<DocumentRecord> before = Optional.ofNullable(known.put(place.name(), next));
      record(scene, place, before, next);
      indexes(scene, place, item, next);
      made(scene, company.get(), place, before, next);
    }
  }

  static Optional<TenantSettings> company(Scene scene, Place place) {
    return scene.companies().stream()
        .filter(company -> company.tenant().equals(place.tenant()))
        .findFirst();
  }

  private void record(
      Scene scene, Place place, Optional<DocumentRecord> before, DocumentRecord next) {
    long version = before.map(DocumentRecord::version).orElse(0L) + 1;
    if (next.version() != version) {
      findings.add(
          scene,
          Invariant.TIMELINE,
          place.name(),
          "version " + next.version() + " follows " + (version - 1));
    }
    before.ifPresent(earlier -> timeline(scene, place, earlier, next));
    before.ifPresent(earlier -> kept(scene, place, earlier, next));
    states(scene, place, next);
    for (Posting posting : next.postings()) {
      before
          .flatMap(earlier -> earlier.posting(posting.key()))
          .ifPresentOrElse(
              earlier -> postings.moved(scene, place, earlier, posting),
              () -> postings.began(scene, place, posting));
    }
  }

  private void timeline(Scene scene, Place place, DocumentRecord before, DocumentRecord next) {
    List<TimelineEntry> old = shown(before.timeline(), next.timeline());
    List<TimelineEntry> all = next.timeline();
    boolean isKept = all.size() >= old.size() && all.subList(0, old.size()).equals(old);
    boolean isSilent = all.size() == old.size() && !samePlace(before, next);
    boolean isOrdered =
        all.size() <= old.size()
            || old.isEmpty()
            || !all.get(old.size()).at().isBefore(old.getLast().at().minus(Clocks.apart(scene)));
    if (!isKept || isSilent || !isOrdered) {
      findings.add(
          scene,
          Invariant.TIMELINE,
          place.name(),
          !isKept
              ? "lost or changed what it said"
              : isSilent
                  ? before.state() + " → " + next.state() + " without a word"
                  : disorder(old, all));
    }
  }

  private static String disorder(List<TimelineEntry> old, List<TimelineEntry> all) {
    return all.get(old.size()).at() + " comes after " + old.getLast().at();
  }

  /** Of a very long timeline a reader is given the end: some of its beginning goes at a time. */
  private static List<TimelineEntry> shown(List<TimelineEntry> old, List<TimelineEntry> all) {
    boolean isCut = all.size() < old.size() && old.size() > MOST_SHOWN && all.size() > MOST_SHOWN;
    int from = isCut ? Math.max(0, old.indexOf(all.getFirst())) : 0;
    return old.subList(from, old.size());
  }

  private static boolean samePlace(DocumentRecord before, DocumentRecord next) {
    return before.state() == next.state()
        && before.postings().stream()
            .allMatch(
                each ->
                    next.posting(each.key())
                        .filter(now -> now.state() == each.state() && now.fence() == each.fence())
                        .isPresent());
  }

  private void kept(Scene scene, Place place, DocumentRecord before, DocumentRecord next) {
    boolean losesVouchers =
        before.postings().stream().anyMatch(each -> next.posting(each.key()).isEmpty());
    boolean losesItems = !next.bookedIn().containsAll(before.bookedIn());
    boolean losesLater =
        before.supersededBy().isPresent() && !before.supersededBy().equals(next.supersededBy());
    boolean losesEvent = before.approval().isPresent() && next.approval().isEmpty();
    boolean isOther = !before.createdAt().equals(next.createdAt());
    if (losesVouchers || losesItems || losesLater || losesEvent || isOther) {
      findings.add(
          scene,
          Invariant.RECORD_GONE,
          place.name(),
          "its record forgets "
              + (losesVouchers || losesItems ? "what was made of it" : "what was said of it"));
    }
  }

  /** Whatever is left to do is due at some time, and the state is that of the vouchers. */
  private void states(Scene scene, Place place, DocumentRecord now) {
    boolean fetchIsDue = now.fetch().dueAt().isPresent();
    boolean postingIsDue =
        now.postings().stream().anyMatch(each -> each.pending().dueAt().isPresent());
    boolean isLeft =
        switch (now.state()) {
          case RECEIVED, FETCHING -> fetchIsDue;
          case PARKED -> fetchIsDue || postingIsDue;
          case POSTING -> postingIsDue;
          case POSTED, ACCRUED, HELD, IGNORED -> true;
        };
    Optional<Posting> orphan =
        now.postings().stream()
            .filter(Posting::isAtRest)
            .filter(RecordRules::isUnfinished)
            .filter(each -> now.state() != DocumentState.HELD)
            .findFirst();
    if (!isLeft || orphan.isPresent()) {
      findings.add(
          scene, Invariant.ORPHAN, place.name(), now.state() + ", and nothing of it is ever due");
    }
    boolean isPosted =
        now.postings().stream()
            .allMatch(
                each ->
                    each.state() == PostingState.POSTED || each.state() == PostingState.WITHDRAWN);
    if (now.state() == DocumentState.POSTED && (!isPosted || now.postings().isEmpty())) {
      findings.add(
          scene, Invariant.SAID_POSTED, place.name(), "POSTED, and not all of its vouchers are");
    }
    boolean needsReason =
        switch (now.state()) {
          case HELD, IGNORED, PARKED -> true;
          case RECEIVED, FETCHING, POSTING, POSTED, ACCRUED -> false;
        };
    if (needsReason && now.reasons().isEmpty()) {
      findings.add(scene, Invariant.SILENT, place.name(), now.state() + " without a reason");
    }
  }

  private static boolean isUnfinished(Posting posting) {
    return switch (posting.state()) {
      case READY, CLAIMED, SENDING, PARKED -> true;
      case UNKNOWN, POSTED, CONFLICT, REJECTED, WITHDRAWN -> false;
    };
  }

  /** The sweep and the lists find it by what its item says, so that must be what it says itself. */
  private void indexes(Scene scene, Place place, Item item, DocumentRecord now) {
    boolean isListed =
        item.text("listPk").filter(list -> list.endsWith("#" + now.state())).isPresent();
    boolean isDue = item.text("duePk").isPresent() == now.dueAt().isPresent();
    boolean isInTime =
        now.dueAt()
            .map(
                due ->
                    item.text("dueSk")
                        .filter(sort -> sort.startsWith(due.toString().substring(0, 19)))
                        .isPresent())
            .orElse(true);
    if (!isListed || !isDue || !isInTime) {
      findings.add(
          scene, Invariant.ORPHAN, place.name(), "its lines in the indexes are not what it says");
    }
  }

  /** New vouchers are stored together with the record that speaks of them, and are right. */
  private void made(
      Scene scene,
      TenantSettings company,
      Place place,
      Optional<DocumentRecord> before,
      DocumentRecord next) {
    Optional<Instance> instance =
        scene.instances(company).stream()
            .filter(each -> each.id().equals(place.document().value()))
            .findFirst();
    boolean isOurs = place.document().value().contains(":");
    if (instance.isEmpty() && !isOurs && !next.kind().equals(TableNotices.KIND)) {
      findings.add(scene, Invariant.FOREIGN, place.name(), "this company has no such approval");
    }
    for (Posting posting : next.postings()) {
      if (before.flatMap(earlier -> earlier.posting(posting.key())).isEmpty()) {
        judged(scene, company, place, instance, posting.key());
      }
    }
  }

  private void judged(
      Scene scene,
      TenantSettings company,
      Place place,
      Optional<Instance> instance,
      VoucherKey key) {
    Optional<Voucher> voucher =
        scene.stores().documents().voucher(place.tenant(), place.document(), key);
    String subject = place.name() + " " + key;
    if (voucher.isEmpty()) {
      findings.add(
          scene, Invariant.WRONG_VOUCHER, subject, "the record speaks of it, and it is not stored");
      return;
    }
    vouchers.remember(place.tenant(), voucher.get());
    instance
        .flatMap(each -> Oracle.judge(scene, company, each, voucher.get(), vouchers))
        .ifPresent(fault -> findings.add(scene, fault.invariant(), subject, fault.words()));
  }
}
