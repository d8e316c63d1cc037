/**
 * Seeded bugs: small changes of the real sources, compiled in memory and run in a class loader of
 * their own, to see whether the simulator finds them. Nothing of them is in the product's classes.
 */
package io.dingledger.simulator.bug;
