/** What can be seen of a function's work: whose message it handles, how long, with what outcome. */
package io.dingledger.platform.observe;
