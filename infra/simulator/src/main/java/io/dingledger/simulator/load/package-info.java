/**
 * The real steps under load in virtual time: how long one company's single document takes while
 * another company has thousands. Nothing goes wrong here; what is measured is waiting.
 */
package io.dingledger.simulator.load;
