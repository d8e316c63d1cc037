package io.dingledger.model.document;

import java.time.Instant;

/**
 * One punch (打卡). Whether it was late is not known from it.
 *
 * @param header what every document has
 * @param at when (UTC)
 * @param method {@code MAP}, {@code WIFI} or {@code ATM}; may be empty
 * @param outside whether the place was outside the allowed ones
 * @param byPerson false when a system or a correction made it
 */
public record Punch(
    DocumentHeader header, Instant at, String method, boolean outside, boolean byPerson)
    implements SourceDocument {}
