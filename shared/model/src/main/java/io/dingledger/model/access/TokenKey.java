package io.dingledger.model.access;

import io.dingledger.model.tenant.Tenant;

/**
 * Whose access token it is. The tenant is part of it: a tenant that enters another's Client ID with
 * a wrong secret must not find that other's token.
 *
 * @param tenant for whom it is used
 * @param corpId the company
 * @param clientId Client ID or SuiteKey
 * @param apiBase the address that gave it
 */
public record TokenKey(Tenant tenant, String corpId, String clientId, String apiBase) {}
