/** What a rule book would do: a set of documents through one book, or through two of them. */
package io.dingledger.rules.simulation;
