/** Invented companies whose claims are pushed in a torture: what there is to be booked. */
package io.dingledger.local.torture.company;
