package io.dingledger.translate;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.Person;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentRecordChange;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Fetches a claimed document's detail, applies the rule book and stores what came of it. */
public final class Fetch {
  private static final System.Logger LOG = System.getLogger(Fetch.class.getName());

  private final DocumentStore documents;
  private final DingTalk dingTalk;
  private final MessageQueue<RetryWork> failures;
  private final TranslateSettings settings;
  private final InstantSource clock;

  public Fetch(
      DocumentStore documents,
      DingTalk dingTalk,
      MessageQueue<RetryWork> failures,
      TranslateSettings settings,
      InstantSource clock) {
    this.documents = documents;
    this.dingTalk = dingTalk;
    this.failures = failures;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Fetches and translates a document that this worker has claimed.
   *
   * @param stored called with the stored record once there are vouchers
   */
  void andTranslate(
      DocumentRecord claimed,
      EventSubject.Approval approval,
      RuleBookSource.Active.Ready tenant,
      Consumer<DocumentRecord> stored) {
    Optional<DocumentRecord> translated = Optional.empty();
    try {
      switch (outcome(approval, tenant)) {
        case Answer.Failed<Outcome>(Failure why) -> failed(claimed, why);
        case Answer.Got<Outcome>(Outcome got) -> translated = store(claimed, got);
      }
    } catch (StoreUnreachable | QueueUnreachable unreachable) {
      throw unreachable;
    } catch (RuntimeException bug) {
      stumbled(claimed, bug);
    }
    translated.ifPresent(stored);
  }

  /** A bug, or content that the store refuses, must not leave a document turning in circles. */
  void stumbled(DocumentRecord claimed, RuntimeException bug) {
    LOG.log(
        System.Logger.Level.ERROR,
        "translate stumbled over " + claimed.id() + ": " + Stumble.places(bug));
    failed(claimed, Stumble.failure(bug));
  }

  /** What DingTalk told and what the rule book made of it. */
  private record Outcome(ApprovalDetail detail, Translation translation) {}

  private Answer<Outcome> outcome(
      EventSubject.Approval approval, RuleBookSource.Active.Ready tenant) {
    DingTalkApp app = tenant.settings().app();
    return switch (dingTalk.approval(app, approval)) {
      case Answer.Failed<ApprovalDetail>(Failure why) -> new Answer.Failed<>(why);
      case Answer.Got<ApprovalDetail>(ApprovalDetail detail) -> outcome(app, detail, tenant);
    };
  }

  private Answer<Outcome> outcome(
      DingTalkApp app, ApprovalDetail detail, RuleBookSource.Active.Ready tenant) {
    if (detail.status() == ApprovalDetail.Status.TERMINATED) {
      return ignored(detail, TranslateReason.TERMINATED);
    }
    if (detail.result() == ApprovalDetail.Result.REFUSE) {
      return ignored(detail, TranslateReason.REFUSED);
    }
    if (!detail.isApproved()) {
      return new Answer.Failed<>(
          Failure.of(
              FailureKind.NOT_READY,
              "dingtalk",
              "DETAIL-LAGS",
              "the event says approved, the detail says " + detail.status()));
    }
    return directory(app, detail)
        .map(
            directory ->
                new Outcome(
                    detail,
                    tenant
                        .book()
                        .translate(
                            new RuleBook.Context(
                                app.tenant(),
                                tenant.settings().zone(),
                                tenant.settings().ruleBookVersion()),
                            detail,
                            Optional.empty(),
                            directory)));
  }

  private static Answer<Outcome> ignored(ApprovalDetail detail, TranslateReason reason) {
    return new Answer.Got<>(new Outcome(detail, new Translation.Ignored(Reason.of(reason))));
  }

  /** A person or department that DingTalk does not know is left out; the rule book holds for it. */
  private Answer<Directory> directory(DingTalkApp app, ApprovalDetail detail) {
    Answer<Optional<Person>> person = orUnknown(dingTalk.person(app, detail.originatorUserId()));
    Answer<Optional<Department>> department =
        orUnknown(dingTalk.department(app, detail.originatorDepartmentId()));
    return switch (person) {
      case Answer.Failed<Optional<Person>>(Failure why) -> new Answer.Failed<>(why);
      case Answer.Got<Optional<Person>>(Optional<Person> known) ->
          department.map(
              found ->
                  new Directory(
                      known.map(p -> Map.of(detail.originatorUserId(), p)).orElse(Map.of()),
                      found.map(d -> Map.of(detail.originatorDepartmentId(), d)).orElse(Map.of())));
    };
  }

  private static <T> Answer<Optional<T>> orUnknown(Answer<T> answer) {
    return switch (answer) {
      case Answer.Failed<T>(Failure why) when why.kind() == FailureKind.DATA ->
          new Answer.Got<>(Optional.empty());
      case Answer.Failed<T>(Failure why) -> new Answer.Failed<>(why);
      case Answer.Got<T>(T value) -> new Answer.Got<>(Optional.of(value));
    };
  }

  private void failed(DocumentRecord claimed, Failure why) {
    DocumentRecord record =
        claimed
            .changed()
            .state(DocumentState.RECEIVED)
            .fetch(claimed.fetch().failed(why, clock.instant().plus(settings.watch())))
            .build();
    String words = why.kind() + " " + why.system() + " " + why.code() + ": " + why.detail();
    if (documents.save(note(record, "FETCH_FAILED", words)).isPresent()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "translate failed: "
              + String.join(
                  " ", claimed.id().value(), why.kind().name(), why.system(), why.code()));
      failures.send(new RetryWork.TryFailed(claimed.tenant(), claimed.id(), Optional.empty()));
    }
  }

  private Optional<DocumentRecord> store(DocumentRecord claimed, Outcome got) {
    ApprovalDetail detail = got.detail();
    DocumentRecordChange change =
        claimed
            .changed()
            .title(detail.title())
            .businessId(detail.businessId())
            .fetch(claimed.fetch().ended());
    return switch (got.translation()) {
      case Translation.Ignored(Optional<SourceDocument> typed, Reason reason) ->
          save(
              change.state(DocumentState.IGNORED).reasons(List.of(reason)),
              "IGNORED",
              reason.code(),
              detail,
              List.of());
      case Translation.Held(String kind, Optional<SourceDocument> typed, List<Reason> reasons) ->
          save(
              change.kind(kind).state(DocumentState.HELD).reasons(reasons),
              "HELD",
              String.join(", ", reasons.stream().map(Reason::code).toList()),
              detail,
              List.of());
      case Translation.Vouchers(SourceDocument document, List<Voucher> vouchers)
          when vouchers.isEmpty() ->
          throw new IllegalStateException("a translation without vouchers says why there are none");
      case Translation.Vouchers(SourceDocument document, List<Voucher> vouchers) ->
          save(
              translated(change, document).postings(postings(vouchers)),
              "TRANSLATED",
              String.join(", ", vouchers.stream().map(v -> v.key().value()).toList()),
              detail,
              vouchers);
    };
  }

  private static DocumentRecordChange translated(
      DocumentRecordChange change, SourceDocument document) {
    DocumentHeader header = document.header();
    change
        .kind(document.kind().word())
        .state(DocumentState.POSTING)
        .reasons(List.of())
        .businessDate(header.businessDate());
    return switch (document) {
      case ExpenseClaim claim -> change.total(claim.total());
      default -> change;
    };
  }

  private List<Posting> postings(List<Voucher> vouchers) {
    Instant watched = clock.instant().plus(settings.watch());
    return vouchers.stream()
        .map(voucher -> Posting.ready(voucher.key(), voucher.purpose(), watched))
        .toList();
  }

  private Optional<DocumentRecord> save(
      DocumentRecordChange change,
      String what,
      String detail,
      ApprovalDetail source,
      List<Voucher> vouchers) {
    DocumentRecord next = note(change.build(), what, detail);
    return documents.saveTranslated(
        next, new DocumentStore.Source(source.raw(), Optional.empty(), Optional.empty()), vouchers);
  }

  private DocumentRecord note(DocumentRecord record, String what, String detail) {
    return record.noting(clock.instant(), "translate", what, detail);
  }
}
