/** Pay items: attendance turned into hours and money, before it is summed into vouchers. */
package io.dingledger.model.pay;
