package io.dingledger.model.document;

import io.dingledger.model.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An approved payment (付款单).
 *
 * @param header what every document has
 * @param amount what is paid
 * @param payee who is paid, as the form says
 * @param account the payee's account, empty when the form has none; personal data
 * @param supplier the supplier's name or code, empty when the form has none
 * @param purpose what for, empty when the form says nothing
 * @param payOn the day on which to pay, when stated
 */
public record Payment(
    DocumentHeader header,
    Money amount,
    String payee,
    String account,
    String supplier,
    String purpose,
    Optional<LocalDate> payOn)
    implements SourceDocument {}
