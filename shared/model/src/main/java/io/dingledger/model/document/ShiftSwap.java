package io.dingledger.model.document;

import java.util.Optional;

/**
 * An approved swap of shifts (换班). Always looked at by a person.
 *
 * @param header what every document has
 * @param applicant whose shift is given away
 * @param relief who takes it over
 * @param swapped the day that is given away
 * @param back the day that is worked in return, when there is one
 * @param details what the form says of the shifts, in DingTalk's words
 */
public record ShiftSwap(
    DocumentHeader header,
    PersonNamed applicant,
    PersonNamed relief,
    Moment swapped,
    Optional<Moment> back,
    String details)
    implements SourceDocument {}
