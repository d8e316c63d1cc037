/** The life of rule books on one machine: what the operator may do, and the commands for it. */
package io.dingledger.local.rulebook;
