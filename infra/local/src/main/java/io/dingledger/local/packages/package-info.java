/** Packaged functions, started as Lambda starts them, in place of the ones of this process. */
package io.dingledger.local.packages;
