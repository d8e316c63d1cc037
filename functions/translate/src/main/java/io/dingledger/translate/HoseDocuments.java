package io.dingledger.translate;

import io.dingledger.ledgers.hose.Flow;
import io.dingledger.ledgers.hose.FlowClaim;
import io.dingledger.ledgers.hose.Hose;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.WriteBacks;
import io.dingledger.rules.RuleBook;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Documents of 合思. A message only says that there is news: what it is about is read from there, and
 * that is what counts. What was made of a document is never changed by what comes later.
 */
final class HoseDocuments {
  private static final int MOST_TRIES = 20;
  private static final Directory NOBODY = new Directory(Map.of(), Map.of());
  private static final String PREFIX = DocumentId.Inbound.HOSE.prefix();

  /** How a version of a document stands among its events. */
  private static final String VERSION = "flow:";

  /** A document in one of these is not, or no longer, agreed to. */
  private static final Set<String> OPEN =
      Set.of("draft", "pending", "approving", "rejected", "nullify");

  private final DocumentStore documents;
  private final WriteBacks writeBacks;
  private final RuleBookSource ruleBooks;
  private final Hose hose;
  private final Directories directories;
  private final FactTranslation translation;
  private final ChangedContent changed;
  private final InstantSource clock;

  HoseDocuments(
      TranslatePorts ports,
      Directories directories,
      FactTranslation translation,
      InstantSource clock) {
    this.documents = ports.stores().documents();
    this.writeBacks = ports.stores().writeBacks();
    this.ruleBooks = ports.ruleBooks();
    this.hose = ports.hose();
    this.directories = directories;
    this.translation = translation;
    this.changed = new ChangedContent(documents, clock);
    this.clock = clock;
  }

  /** There is news of a document. */
  void received(TranslateWork.Received work) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      DocumentRecord record = find(work.tenant(), work.document());
      DocumentRecord told =
          record.noting(clock.instant(), "translate", "RECEIVED", work.messageId());
      if (processed(told, work.text(), false)) {
        return;
      }
    }
    throw new IllegalStateException("record of " + work.document() + " is written all the time");
  }

  /** A known document is due for another try, or a person asks for one. */
  void again(DocumentRecord record) {
    if (!record.isTranslated()) {
      processed(record, "{}", true);
    }
  }

  private DocumentRecord find(Tenant tenant, DocumentId id) {
    return documents
        .find(tenant, id)
        .orElseGet(() -> DocumentRecord.announced(tenant, id, Optional.empty(), clock.instant()));
  }

  /** What is known of an account at 合思. */
  static Optional<HoseSettings> account(TenantSettings tenant) {
    return tenant.inbound().flatMap(InboundSettings::hose);
  }

  /**
   * Reads the document and does what is to be done; false when somebody else wrote the record
   * meanwhile.
   *
   * @param said what is kept until the document itself is read
   * @param isAgain whether the same version is to be translated once more
   */
  private boolean processed(DocumentRecord record, String said, boolean isAgain) {
    RuleBookSource.Active active = ruleBooks.of(record.tenant());
    return switch (active) {
      case RuleBookSource.Active.Waiting(Failure why, Reason reason) -> failed(record, why, said);
      case RuleBookSource.Active.Unusable(Reason reason) -> held(record, said, reason);
      case RuleBookSource.Active.Ready ready -> {
        Optional<HoseSettings> account = account(ready.settings());
        yield account.isEmpty()
            ? held(record, said, Reason.of(InboundReason.HOSE_NOT_CONNECTED))
            : switch (hose.flow(record.tenant(), account.get(), record.id().atItsSource())) {
              case Answer.Failed<Flow>(Failure why) -> failed(record, why, said);
              case Answer.Got<Flow>(Flow flow) ->
                  read(new News(record, ready, account.get(), flow), isAgain);
            };
      }
    };
  }

  /** A document as it was just read. */
  private record News(
      DocumentRecord record, RuleBookSource.Active.Ready ready, HoseSettings account, Flow flow) {
    ZoneId zone() {
      return ready.settings().zone();
    }

    /** The day on which it was first seen to count stays its day. */
    Optional<LocalDate> day() {
      return record
          .businessDate()
          .or(() -> flow.updatedAt().map(at -> LocalDate.ofInstant(at, zone())));
    }

    News hearing() {
      return new News(
          record.changed().heardOf(VERSION + flow.version()).build(), ready, account, flow);
    }
  }

  /** What was made already must not be touched by a try that failed: the message comes again. */
  private boolean failed(DocumentRecord record, Failure why, String said) {
    if (record.isRecorded()) {
      throw new IllegalStateException(
          "news of " + record.id() + " can't be read: " + why.kind() + " " + why.code());
    }
    return translation.failed(record, why, raw(record, said));
  }

  private boolean held(DocumentRecord record, String said, Reason reason) {
    return record.isRecorded()
        ? changed.held(record, reason)
        : ended(record, raw(record, said), new Outcome.Held(List.of(reason)));
  }

  private String raw(DocumentRecord record, String otherwise) {
    return record.version() == 0
        ? otherwise
        : documents.raw(record.tenant(), record.id()).orElse(otherwise);
  }

  private boolean ended(DocumentRecord record, String raw, Outcome.Ending ending) {
    return translation.ended(record, record.kind(), raw, ending);
  }

  private boolean read(News news, boolean isAgain) {
    boolean isKnown =
        !isAgain
            && news.record().isTranslated()
            && news.record().eventIds().contains(VERSION + news.flow().version());
    boolean isOld =
        lastUpdated(news.record())
            .flatMap(last -> news.flow().updatedAt().filter(last::isAfter))
            .isPresent();
    if (isKnown || isOld) {
      return true;
    }
    return news.record().isRecorded() ? recorded(news.hearing()) : unrecorded(news.hearing());
  }

  private boolean unrecorded(News news) {
    Flow flow = news.flow();
    if (!flow.formType().equals(Flow.EXPENSE)) {
      Reason reason = Reason.of(InboundReason.HOSE_FORM_TYPE, flow.formType());
      return ended(news.record(), flow.raw(), new Outcome.Ignored(reason));
    }
    if (!news.account().states().contains(flow.state())) {
      Reason reason = Reason.of(InboundReason.HOSE_STATE, flow.state());
      return ended(news.record(), flow.raw(), new Outcome.Ignored(reason));
    }
    return switch (content(news, NOBODY)) {
      case WrittenContent.Read.Unreadable(Reason reason) ->
          ended(news.record(), flow.raw(), new Outcome.Held(List.of(reason)));
      case WrittenContent.Read.Content(WrittenContent content) ->
          translation.of(
              news.record().changed().businessId(content.businessId()).build(),
              news.ready(),
              new FactTranslation.Fact(
                  content.kind(),
                  content.title(),
                  content.day(),
                  flow.raw(),
                  new Claimed(news, content)));
    };
  }

  private WrittenContent.Read content(News news, Directory people) {
    Optional<LocalDate> day = news.day();
    FlowClaim.Written written =
        day.map(date -> FlowClaim.of(news.flow(), news.account(), date, news.zone(), people))
            .orElseGet(FlowClaim::undated);
    return switch (written) {
      case FlowClaim.Written.Unreadable(Reason reason) ->
          new WrittenContent.Read.Unreadable(reason);
      case FlowClaim.Written.Claim(String json) ->
          WrittenContent.read(json, PREFIX, news.zone(), directories);
    };
  }

  /** The same claim as before is no news, whatever else of the document has changed. */
  private boolean recorded(News news) {
    Flow flow = news.flow();
    if (OPEN.contains(flow.state()) && !news.account().states().contains(flow.state())) {
      return changed.held(
          news.record(), Reason.of(InboundReason.HOSE_ENDED_AFTER_POSTING, flow.state()));
    }
    LocalDate day = news.record().businessDate().orElse(LocalDate.EPOCH);
    FlowClaim.Written now = FlowClaim.of(flow, news.account(), day, news.zone(), NOBODY);
    boolean isSame =
        documents
            .raw(news.record().tenant(), news.record().id())
            .flatMap(Flow::read)
            .map(then -> FlowClaim.of(then, news.account(), day, news.zone(), NOBODY))
            .filter(now::equals)
            .isPresent();
    return isSame
        ? documents.save(news.record()).isPresent()
        : changed.held(news.record(), flow.version(), flow.raw());
  }

  /**
   * A stored document in the published written form; empty where it never counted.
   *
   * @param people gives who is known of a user id
   */
  static Optional<String> written(
      TenantSettings tenant,
      DocumentRecord record,
      String raw,
      Function<String, Directory> people) {
    return account(tenant)
        .flatMap(
            account ->
                record
                    .businessDate()
                    .flatMap(
                        day ->
                            Flow.read(raw)
                                .map(
                                    flow ->
                                        FlowClaim.of(
                                            flow,
                                            account,
                                            day,
                                            tenant.zone(),
                                            people.apply(FlowClaim.submitter(flow, account))))))
        .filter(FlowClaim.Written.Claim.class::isInstance)
        .map(written -> ((FlowClaim.Written.Claim) written).json());
  }

  private static Optional<Instant> lastUpdated(DocumentRecord record) {
    return record.eventIds().stream()
        .filter(id -> id.startsWith(VERSION))
        .flatMap(id -> Flow.updatedAtOf(id.substring(VERSION.length())).stream())
        .max(Comparator.naturalOrder());
  }

  /** A claim whose voucher number is to be told to 合思 once it is posted. */
  private final class Claimed implements FactTranslation.Content {
    private final News news;
    private final WrittenContent content;

    private Claimed(News news, WrittenContent content) {
      this.news = news;
      this.content = content;
    }

    @Override
    public Optional<Reason> unwanted(RuleBook book) {
      return content.unwanted(book);
    }

    @Override
    public Answer<FactTranslation.Prepared> prepared(TenantSettings tenant, DocumentRecord record) {
      String submitter = FlowClaim.submitter(news.flow(), news.account());
      return directories
          .of(tenant.app(), submitter, "", List.of())
          .map(
              people ->
                  content(news, people) instanceof WrittenContent.Read.Content(var described)
                      ? described.asItIs()
                      : content.asItIs());
    }

    @Override
    public void aboutToBePosted(DocumentRecord record) {
      if (news.account().writesBack()) {
        writeBacks.expect(record.tenant(), record.id(), clock.instant());
      }
    }
  }
}
