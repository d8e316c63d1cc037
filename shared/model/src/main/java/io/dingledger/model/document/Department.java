package io.dingledger.model.document;

/**
 * A department as the directory knew it when the document was translated.
 *
 * @param id DingTalk department id; the root is {@code 1} ({@code -1} in approvals)
 * @param name its name
 * @param code its code (部门编码), empty when the directory has none
 */
public record Department(String id, String name, String code) {}
