/**
 * {@code ./dev restore}: what an operator does after the table was put back to an earlier moment.
 */
package io.dingledger.local.restore;
