/** Rule books to start from, with worked examples. */
package io.dingledger.rules.packs;
