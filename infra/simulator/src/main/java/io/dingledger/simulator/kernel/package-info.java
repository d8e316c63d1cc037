/**
 * One thread at a time, one source of chance, one clock: what makes a run the same every time. It
 * knows nothing of documents or ledgers.
 */
package io.dingledger.simulator.kernel;
