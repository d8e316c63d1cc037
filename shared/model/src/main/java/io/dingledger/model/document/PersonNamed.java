package io.dingledger.model.document;

/**
 * A person whom a form names.
 *
 * @param userId DingTalk user id; empty when the form gives only a name
 * @param name the name as the form shows it; personal data, never logged
 */
public record PersonNamed(String userId, String name) {
  /** Personal data stay out of logs. */
  @Override
  public String toString() {
    return "PersonNamed[" + userId + "]";
  }
}
