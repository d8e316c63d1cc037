/** One trace of X-Ray from the callback to the voucher, without the X-Ray SDK. */
package io.dingledger.platform.trace;
