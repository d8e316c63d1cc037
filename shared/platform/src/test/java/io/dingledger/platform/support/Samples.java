package io.dingledger.platform.support;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.platform.store.DocumentStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fixed examples. */
public final class Samples {
  /** A time for tests. */
  public static final Instant NOW = Instant.parse("2026-03-01T08:00:00.000000001Z");

  private Samples() {}

  /** A tenant. */
  public static Tenant tenant(String id) {
    return Tenant.verified(id);
  }

  /** A document that an event has just announced. */
  public static DocumentRecord announced(String tenant, String document) {
    return DocumentRecord.announced(
        tenant(tenant), new DocumentId(document), Optional.empty(), NOW);
  }

  /** What a document was translated from, when nothing but the text matters. */
  public static DocumentStore.Source source(String raw) {
    return new DocumentStore.Source(raw, Optional.empty(), Optional.empty());
  }

  /** A voucher of two lines over 12.50 CNY. */
  public static Voucher voucher(Tenant tenant, DocumentId document) {
    return voucher(tenant, document, 0);
  }

  /** A voucher of two lines over 12.50 CNY. */
  public static Voucher voucher(Tenant tenant, DocumentId document, int revision) {
    return new Voucher(
        VoucherKey.of(tenant, document, Purpose.RECORD, revision),
        document,
        Purpose.RECORD,
        LocalDate.of(2026, 3, 1),
        "CNY",
        "报销 差旅费",
        2,
        List.of(line("6602.01", Side.DEBIT), line("2241", Side.CREDIT)));
  }

  /** A tenant's settings with this callback key. */
  public static TenantSettings settings(String id, String callbackKey) {
    Tenant tenant = tenant(id);
    return TenantSettings.ofInternalApp(
        tenant,
        "示例公司 " + id,
        ZoneId.of("Asia/Shanghai"),
        new DingTalkApp(
            tenant,
            "dingcorp",
            new DingTalkApp.Internal("dingclient", Secret.of("client-secret-in-clear"), "41001"),
            URI.create("https://api.dingtalk.com"),
            URI.create("https://oapi.dingtalk.com")),
        new CallbackSettings(
            callbackKey,
            Secret.of("token-in-clear"),
            Secret.of("aes-key-in-clear"),
            Set.of("dingcorp", "dingclient")),
        new LedgerConnection(
            tenant,
            "kingdee-cloud",
            Map.of("server", "https://example.com/k3cloud", "book", "001"),
            Map.of("appSecret", Secret.of("ledger-secret-in-clear")),
            Duration.ofSeconds(90)));
  }

  /** A third-party app of the operator with this callback key. */
  public static Suite suite(String id, String callbackKey) {
    return new Suite(
        id,
        "suitekey" + id,
        Secret.of("suite-secret-in-clear"),
        new CallbackSettings(
            callbackKey,
            Secret.of("suite-token-in-clear"),
            Secret.of("suite-aes-key-in-clear"),
            Set.of("suitekey" + id)),
        ZoneId.of("Asia/Shanghai"),
        URI.create("https://api.dingtalk.com"),
        URI.create("https://oapi.dingtalk.com"));
  }

  /** A company that authorised that app at a time. */
  public static TenantSettings thirdParty(Suite suite, String corpId, Instant since) {
    return TenantSettings.authorised(suite, corpId, "示例公司 " + corpId, new Standing(true, since));
  }

  private static VoucherLine line(String account, Side side) {
    Money amount = Money.of("12.50", "CNY");
    return new VoucherLine(
        "打车费",
        account,
        Map.of(Dimension.DEPARTMENT, "D01", Dimension.EMPLOYEE, "E07"),
        side,
        amount,
        new Explanation(
            "travel",
            "v-0123456789ab",
            List.of(new Explanation.Input("amount", "12.5", "row 1, 金额")),
            "amount",
            "HALF_UP 2",
            amount));
  }
}
