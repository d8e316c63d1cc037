/**
 * What adapters of ledgers share: one request at a time over HTTP, exact JSON, digests, classed
 * failures, access tokens that all running copies share. Nothing here sends a request twice.
 */
package io.dingledger.ledgers.http;
