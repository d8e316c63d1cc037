/** What the commands of {@code ./dev} that stand beside {@code run} have in common. */
package io.dingledger.local.command;
