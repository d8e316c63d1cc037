package io.dingledger.rules.book;

import io.dingledger.rules.expression.Formula;

/**
 * What must wait for a person.
 *
 * @param kind the documents it is for
 * @param eachRow whether it looks at each row
 * @param when its condition
 * @param chinese why, in Chinese
 * @param english why, in English
 */
public record HoldRule(Kind kind, boolean eachRow, Formula when, String chinese, String english) {}
