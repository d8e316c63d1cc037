/** The parts of the local system as processes of their own, to be started and killed. */
package io.dingledger.local.torture.process;
