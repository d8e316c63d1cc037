package io.dingledger.model.document;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An approved correction of a missed punch (补卡). Always looked at by a person.
 *
 * @param header what every document has
 * @param punchedAt the moment to be entered
 * @param workDay the working day that it belongs to, when stated
 * @param plan which punch of the shift it stands for, in DingTalk's words; may be empty
 * @param reason why it was missed, empty when the form says nothing
 */
public record PunchCorrection(
    DocumentHeader header,
    Moment punchedAt,
    Optional<LocalDate> workDay,
    String plan,
    String reason)
    implements SourceDocument {}
