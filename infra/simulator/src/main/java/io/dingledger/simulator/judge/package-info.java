/** Holds what a run shows against the promises, and tells what happened. */
package io.dingledger.simulator.judge;
