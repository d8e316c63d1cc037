/** Tells a failing run in words that a person can follow, and makes it smaller first. */
package io.dingledger.simulator.story;
