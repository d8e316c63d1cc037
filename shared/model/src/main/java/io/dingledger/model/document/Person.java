package io.dingledger.model.document;

/**
 * A person as the directory knew them when the document was translated.
 *
 * @param userId DingTalk user id
 * @param name the name; personal data, never logged
 * @param jobNumber the job number (工号), empty when the directory has none
 */
public record Person(String userId, String name, String jobNumber) {}
