package io.dingledger.ledgers;

import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.ExportList;
import java.time.Clock;

/**
 * What adapters need beside their connection.
 *
 * @param tokens access tokens that all running copies share, sealed where they are kept
 * @param exports where vouchers for files are kept until a person takes them away
 * @param addresses which addresses may be called
 * @param clock the time
 */
public record LedgerTools(
    AccessTokenStore tokens, ExportList exports, AddressFilter addresses, Clock clock) {}
