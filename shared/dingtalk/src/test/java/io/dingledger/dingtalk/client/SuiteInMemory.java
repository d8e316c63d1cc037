package io.dingledger.dingtalk.client;

import io.dingledger.dingtalk.Apps;
import io.dingledger.model.access.Suites;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/** The operator's only suite, and its newest ticket. */
final class SuiteInMemory implements Suites {
  static final String ID = "25300001";
  static final String SECRET = "suite-secret-9f8e";

  volatile Optional<Secret> ticket = Optional.of(Secret.of("ticket-0001"));

  @Override
  public Optional<Suite> find(String suiteId) {
    return suiteId.equals(ID) ? Optional.of(suite("https://api.example.test")) : Optional.empty();
  }

  @Override
  public Optional<Secret> ticket(String suiteId) {
    return ticket;
  }

  /** A company that has authorised the suite. */
  static DingTalkApp app(String base) {
    return new DingTalkApp(
        suite(base).tenantOf(Apps.CORP),
        Apps.CORP,
        new DingTalkApp.ThirdParty(ID),
        URI.create(base),
        URI.create(base));
  }

  private static Suite suite(String base) {
    return new Suite(
        ID,
        "suite-key-1",
        Secret.of(SECRET),
        Apps.callback(),
        ZoneId.of("Asia/Shanghai"),
        URI.create(base),
        URI.create(base));
  }
}
