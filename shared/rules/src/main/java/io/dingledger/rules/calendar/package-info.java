/** Days off, make-up workdays and statutory days: dated data, never guessed. */
package io.dingledger.rules.calendar;
