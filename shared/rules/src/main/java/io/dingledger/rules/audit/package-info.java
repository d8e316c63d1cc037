/**
 * A second opinion on every amount: it is calculated anew from nothing but its explanation, by code
 * that shares nothing with the engine that made it.
 */
package io.dingledger.rules.audit;
