/**
 * The expense system 合思 (易快报): a source of documents that is told the numbers of their vouchers. It
 * is no {@link io.dingledger.ledgers.Ledger}; it stands here because it is called as ledgers are,
 * see decision 0015.
 */
package io.dingledger.ledgers.hose;
