/** {@code ./dev ledgers}: the types of ledger, and what a tenant's connection is like. */
package io.dingledger.local.ledgers;
