/** Taking vouchers away as files: batches, their files, and the commands for them. */
package io.dingledger.local.exports;
