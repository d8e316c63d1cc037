/** {@code ./dev rules}: rule books on the command line, without any running system. */
package io.dingledger.local.rules;
