/**
 * What the ledgers on Chanjet's open platform (畅捷通开放平台) share: one token for each authorised
 * organisation, the gateway's answers, the words of refusals. The products themselves are in the
 * folders {@code tplus} and {@code haokuaiji}.
 */
package io.dingledger.ledgers.chanjet;
