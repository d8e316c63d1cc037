/** What an operator has tried again, and what he decides where a machine must not. */
package io.dingledger.local.replay;
