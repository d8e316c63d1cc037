/** {@code ./dev simulate}: runs schedules by the thousand and says what they show. */
package io.dingledger.simulator.command;
