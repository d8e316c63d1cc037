/** Signed HTTP pushes between machines, by Standard Webhooks 1.0: both directions, one truth. */
package io.dingledger.model.webhook;
