/** {@code ./dev torture}: the system in processes that are killed, counted in the ledger's book. */
package io.dingledger.local.torture;
