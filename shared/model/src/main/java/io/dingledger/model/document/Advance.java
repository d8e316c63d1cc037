package io.dingledger.model.document;

import io.dingledger.model.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An approved advance (借款、备用金), for travel or otherwise.
 *
 * @param header what every document has
 * @param amount what is advanced
 * @param purpose what for, empty when the form says nothing
 * @param repayOn when it is to be cleared, when stated
 */
public record Advance(
    DocumentHeader header, Money amount, String purpose, Optional<LocalDate> repayOn)
    implements SourceDocument {}
