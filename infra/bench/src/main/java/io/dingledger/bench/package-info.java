/** How fast rules are. No part of what is deployed; run it with {@code ./dev bench}. */
package io.dingledger.bench;
