package io.dingledger.local.sandbox.dingtalk;

/**
 * A department in the sandbox directory.
 *
 * @param id the department id; the root is 1
 * @param name its name
 * @param code its code (部门编码); empty when the company has not entered one
 * @param parentId the department above it, 0 for the root
 */
public record Unit(long id, String name, String code, long parentId) {}
