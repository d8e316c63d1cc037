package io.dingledger.model.progress;

import java.time.Instant;

/**
 * One thing that happened to a document. Entries are only ever appended.
 *
 * @param at when (UTC)
 * @param actor which step or person, for example {@code post}
 * @param what a stable word, for example {@code SENDING}
 * @param detail more, in words; no secrets
 */
public record TimelineEntry(Instant at, String actor, String what, String detail) {}
