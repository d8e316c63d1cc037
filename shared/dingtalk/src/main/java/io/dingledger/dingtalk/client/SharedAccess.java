package io.dingledger.dingtalk.client;

import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.CallBudget;
import io.dingledger.model.access.Suites;

/**
 * What all running copies of a client share.
 *
 * @param tokens where access tokens are kept
 * @param budget how many calls tenants with an app of their own may make
 * @param suites the operator's third-party apps
 */
public record SharedAccess(AccessTokenStore tokens, CallBudget budget, Suites suites) {}
