/**
 * Lambda's side of a packaged function: what it is told, when it is asked, and what its end means.
 * Texts of JSON go in and come out; what they say is for others.
 */
package io.dingledger.runtime;
