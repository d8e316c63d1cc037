/**
 * What the adapters of Yonyou's products share: how the words of a refusal are read, and what can't
 * be written into any of them.
 */
package io.dingledger.ledgers.yonyou;
