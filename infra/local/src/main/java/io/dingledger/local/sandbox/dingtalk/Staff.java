package io.dingledger.local.sandbox.dingtalk;

/**
 * A person in the sandbox directory.
 *
 * @param userId the user id
 * @param name the name
 * @param jobNumber the job number (工号); empty when the company has not entered one
 * @param departmentId the department
 */
public record Staff(String userId, String name, String jobNumber, long departmentId) {}
