/** A ledger of the harness's own: its book on disk, its faults by a seed. */
package io.dingledger.local.torture.ledger;
