package io.dingledger.patrol;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.ledgers.hose.Hose;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.AttendanceMarks;
import io.dingledger.platform.store.DirectoryStore;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Notices;
import io.dingledger.platform.store.PatrolNotes;
import io.dingledger.platform.store.PayItemStore;
import io.dingledger.platform.store.Quarantine;
import io.dingledger.platform.store.RuleBookLives;
import io.dingledger.platform.store.RuleBookStore;
import io.dingledger.platform.store.TenantRegistry;
import io.dingledger.platform.store.WriteBacks;

/**
 * What the patrol reads and writes.
 *
 * @param tenants whom it looks after
 * @param ruleBooks which forms they want
 * @param lives when they want them
 * @param documents what is known already
 * @param directory people and departments as they were read last
 * @param marks days of attendance to be read
 * @param notes what it remembers from round to round
 * @param notices where people are told of trouble
 * @param quarantine where unreadable pushes go
 * @param payItems the months of pay
 * @param writeBacks voucher numbers that other systems are to be told
 * @param dingTalk what it reads from
 * @param hose what it tells voucher numbers
 * @param events where it sends what it found
 */
public record PatrolPorts(
    TenantRegistry tenants,
    RuleBookStore ruleBooks,
    RuleBookLives lives,
    DocumentStore documents,
    DirectoryStore directory,
    AttendanceMarks marks,
    PatrolNotes notes,
    Notices notices,
    Quarantine quarantine,
    PayItemStore payItems,
    WriteBacks writeBacks,
    DingTalk dingTalk,
    Hose hose,
    MessageQueue<TranslateWork> events) {
  /** The stores of this platform. */
  public static PatrolPorts of(
      Platform platform, DingTalk dingTalk, Hose hose, MessageQueue<TranslateWork> events) {
    return new PatrolPorts(
        platform.tenants(),
        platform.ruleBooks(),
        platform.lives(),
        platform.documents(),
        platform.directory(),
        platform.marks(),
        platform.notes(),
        platform.notices(),
        platform.quarantine(),
        platform.payItems(),
        platform.writeBacks(),
        dingTalk,
        hose,
        events);
  }
}
