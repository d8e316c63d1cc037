/**
 * The world around the steps: a table, queues, DingTalk and ledgers that fail as real ones do, at
 * any call, by chance alone.
 */
package io.dingledger.simulator.world;
