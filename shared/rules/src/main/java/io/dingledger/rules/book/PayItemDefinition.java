package io.dingledger.rules.book;

import io.dingledger.model.pay.PaySign;
import io.dingledger.model.pay.PayUnit;

/**
 * A pay item that rules may make.
 *
 * @param name its name in the book, for example 加班费
 * @param code its code in payroll, may be empty
 * @param unit what its quantity counts
 * @param sign what it does to pay
 */
public record PayItemDefinition(String name, String code, PayUnit unit, PaySign sign) {}
