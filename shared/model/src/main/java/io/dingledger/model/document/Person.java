package io.dingledger.model.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person as the directory knew them when the document was translated.
 *
 * @param userId DingTalk user id
 * @param name the name; personal data, never logged
 * @param jobNumber the job number (工号), empty when the directory has none
 * @param departmentIds the departments they belong to, the main one first
 * @param hiredOn when they joined this company (入职时间); third-party apps are not told
 * @param firstWorkedOn when they first took up any work (首次参加工作时间), by which statutory annual leave
 *     counts
 * @param works false after they have left; their name and number stay
 */
public record Person(
    String userId,
    String name,
    String jobNumber,
    List<String> departmentIds,
    Optional<LocalDate> hiredOn,
    Optional<LocalDate> firstWorkedOn,
    boolean works) {
  public Person {
    departmentIds = List.copyOf(departmentIds);
  }

  /** A person of whom no more is known. */
  public Person(String userId, String name, String jobNumber) {
    this(userId, name, jobNumber, List.of(), Optional.empty(), Optional.empty(), true);
  }

  /** Personal data stay out of logs. */
  @Override
  public String toString() {
    return "Person[" + userId + "]";
  }
}
