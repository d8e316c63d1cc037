/** What can be said of expressions without any document: whether a condition can hold at all. */
package io.dingledger.rules.logic;
