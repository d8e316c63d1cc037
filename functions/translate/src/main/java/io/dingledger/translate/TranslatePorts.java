package io.dingledger.translate;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.dingtalk.client.StoredApproval;
import io.dingledger.ledgers.hose.Hose;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.AttendanceMarks;
import io.dingledger.platform.store.DirectoryStore;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Notices;
import io.dingledger.platform.store.PatrolNotes;
import io.dingledger.platform.store.PayItemStore;
import io.dingledger.platform.store.WriteBacks;

/**
 * What the translate step works with.
 *
 * @param stores what it keeps
 * @param dingTalk what it asks
 * @param suites types what DingTalk's suites and attendance bring
 * @param memory reads stored details
 * @param hose what is asked of 合思
 * @param ruleBooks the tenants' active rule books
 * @param vouchers the queue to post
 * @param failures the queue to retry
 */
public record TranslatePorts(
    Stores stores,
    DingTalk dingTalk,
    SuiteReader suites,
    ApprovalMemory memory,
    Hose hose,
    RuleBookSource ruleBooks,
    MessageQueue<PostWork> vouchers,
    MessageQueue<RetryWork> failures) {

  /** The ports over a platform, with DingTalk's documents read by shared/dingtalk. */
  public static TranslatePorts over(
      Platform platform,
      DingTalk dingTalk,
      Hose hose,
      MessageQueue<PostWork> vouchers,
      MessageQueue<RetryWork> failures) {
    return new TranslatePorts(
        new Stores(
            platform.documents(),
            platform.directory(),
            platform.marks(),
            platform.notes(),
            platform.notices(),
            platform.payItems(),
            platform.writeBacks()),
        dingTalk,
        new SuiteDocuments(),
        StoredApproval::read,
        hose,
        new ActiveRuleBooks(platform.tenants(), platform.ruleBooks(), platform.lives()),
        vouchers,
        failures);
  }

  /** The same ports with rule books from elsewhere. */
  public TranslatePorts with(RuleBookSource source) {
    return new TranslatePorts(stores, dingTalk, suites, memory, hose, source, vouchers, failures);
  }

  /**
   * What the step keeps.
   *
   * @param documents documents, vouchers and their progress
   * @param directory the snapshot of people and departments
   * @param marks days of attendance to be read again
   * @param notes what the patrol remembers
   * @param notices what a person must see
   * @param payItems pay items and the months in which they are booked
   * @param writeBacks voucher numbers that other systems are to be told
   */
  public record Stores(
      DocumentStore documents,
      DirectoryStore directory,
      AttendanceMarks marks,
      PatrolNotes notes,
      Notices notices,
      PayItemStore payItems,
      WriteBacks writeBacks) {}
}
