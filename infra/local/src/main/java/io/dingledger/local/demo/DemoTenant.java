package io.dingledger.local.demo;

import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.ledgers.kingdee.SandboxSetup;
import io.dingledger.ledgers.kingdee.SandboxSetup.Account;
import io.dingledger.local.sandbox.dingtalk.SandboxApp;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The demo company as a tenant, and its sandbox ledger. */
public final class DemoTenant {
  private static final Map<Dimension, String> FIELDS =
      Map.of(
          Dimension.SUPPLIER, "FFLEX4",
          Dimension.DEPARTMENT, "FFLEX5",
          Dimension.CUSTOMER, "FFLEX6",
          Dimension.EMPLOYEE, "FFLEX7");

  private DemoTenant() {}

  /** The sandbox ledger with the company's accounts, departments and people in its book. */
  public static SandboxKingdee ledger(Path folder) {
    Map<String, Account> accounts = new HashMap<>();
    DemoCompany.accounts()
        .forEach((code, dimensions) -> accounts.put(code, Account.leaf(fields(dimensions))));
    SandboxSetup setup =
        SandboxSetup.demo()
            .withAccounts(accounts)
            .withBaseData(
                FIELDS.values().stream()
                    .collect(Collectors.toMap(field -> field, field -> Set.of())));
    try {
      return SandboxKingdee.start(setup, folder, 0);
    } catch (IOException failed) {
      throw new UncheckedIOException("the sandbox ledger did not start", failed);
    }
  }

  /** The company's settings, with these addresses of its peers. */
  public static TenantSettings settings(URI dingTalk, SandboxKingdee kingdee) {
    Tenant tenant = Tenant.verified(DemoCompany.TENANT);
    return TenantSettings.ofInternalApp(
        tenant,
        DemoCompany.NAME,
        ZoneId.of("Asia/Shanghai"),
        app(tenant, dingTalk),
        callback(),
        connection(tenant, kingdee));
  }

  private static DingTalkApp app(Tenant tenant, URI dingTalk) {
    SandboxApp app = DemoCompany.APP;
    return new DingTalkApp(
        tenant,
        app.corpId(),
        new DingTalkApp.Internal(app.clientId(), Secret.of(app.clientSecret())),
        dingTalk,
        dingTalk);
  }

  private static CallbackSettings callback() {
    SandboxApp app = DemoCompany.APP;
    return new CallbackSettings(
        DemoCompany.CALLBACK_KEY,
        Secret.of(app.token()),
        Secret.of(app.aesKey()),
        Set.of(app.clientId()));
  }

  /**
   * A tenant's connection to it. The sandbox answers at once or not at all, so little patience is
   * needed, and it takes as many vouchers as there are.
   */
  public static LedgerConnection connection(Tenant tenant, SandboxKingdee kingdee) {
    Map<String, String> settings = new HashMap<>(kingdee.settings("login-by-sign"));
    settings.put("readTimeoutSeconds", "2");
    settings.put("vouchersAtOnce", "20");
    settings.put("vouchersPerMinute", "6000");
    Map<String, Secret> secrets = new HashMap<>();
    kingdee.secrets().forEach((name, secret) -> secrets.put(name, Secret.of(secret)));
    return new LedgerConnection(tenant, "kingdee-cloud", settings, secrets, Duration.ofSeconds(2));
  }

  private static String[] fields(Set<Dimension> dimensions) {
    return dimensions.stream().map(FIELDS::get).toArray(String[]::new);
  }
}
