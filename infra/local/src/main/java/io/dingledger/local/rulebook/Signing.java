package io.dingledger.local.rulebook;

import io.dingledger.model.rulebook.Signer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who answers for a rule book that comes with a tenant's settings.
 *
 * @param author who wrote it
 * @param approver who agreed to it, another person
 * @param from its first business date; empty for today, and for a tenant's first book since ever
 */
public record Signing(Signer author, Signer approver, Optional<LocalDate> from) {}
