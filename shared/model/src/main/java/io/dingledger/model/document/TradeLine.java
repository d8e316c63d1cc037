package io.dingledger.model.document;

import io.dingledger.model.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One row of a purchase or a sale.
 *
 * @param number its place, from 1
 * @param item what is traded
 * @param quantity how much of it, when stated
 * @param price the price of one, VAT included, when stated
 * @param amount gross amount, VAT included
 * @param tax the VAT amount, when stated
 * @param note the remark, empty when there is none
 */
public record TradeLine(
    int number,
    String item,
    Optional<BigDecimal> quantity,
    Optional<Money> price,
    Money amount,
    Optional<Money> tax,
    String note) {}
