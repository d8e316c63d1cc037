/**
 * What a month costs at AWS, from measured sizes, stated assumptions and a dated list of prices.
 */
package io.dingledger.bench.cost;
