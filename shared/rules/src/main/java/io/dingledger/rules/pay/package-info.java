/** Pay items for people to look at: as a payroll table, and behind the lines of a voucher. */
package io.dingledger.rules.pay;
