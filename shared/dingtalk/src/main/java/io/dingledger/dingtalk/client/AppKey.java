package io.dingledger.dingtalk.client;

import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.DingTalkApp.Access;
import io.dingledger.model.tenant.Tenant;
import java.net.URI;

/**
 * Under what an app's token and pace are kept in memory. The tenant is part of it: a tenant that
 * enters another's Client ID with a wrong secret must not find that other's token.
 */
record AppKey(Tenant tenant, String corpId, Access access, URI apiBase, URI oldApiBase) {
  static AppKey of(DingTalkApp app) {
    return new AppKey(app.tenant(), app.corpId(), app.access(), app.apiBase(), app.oldApiBase());
  }
}
