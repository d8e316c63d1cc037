/**
 * What the client of DingTalk shares between all running copies of a function: access tokens, the
 * budget of calls, the operator's suites. Ports only; the table keeps them.
 */
package io.dingledger.model.access;
