package io.dingledger.ledgers.webhook;

import static io.dingledger.ledgers.Patterns.matching;

import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Abilities;
import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerDescription.Limits;
import io.dingledger.ledgers.LedgerDescription.RedStyle;
import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.LedgerDescription.Text;
import io.dingledger.ledgers.Patterns;
import io.dingledger.ledgers.http.Failures;
import io.dingledger.model.webhook.StandardWebhook;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a tenant enters to send vouchers to a webhook. */
public final class WebhookForm {
  /** The registered type. */
  public static final String TYPE = "webhook";

  static final Failures FAILURES = new Failures(TYPE);

  private WebhookForm() {}

  /** The form and its words. */
  public static LedgerDescription description() {
    return new LedgerDescription(
        TYPE,
        new Text("通用 Webhook（Zapier、n8n、自建系统）", "Generic webhook (Zapier, n8n, your own)"),
        settings(),
        new Text(
            "每张凭证以固定的 webhook-id 签名推送；没有得到 2xx 答复时，以同一 webhook-id 在约三天内多次重发。"
                + "接收方必须按 webhook-id 去重；提供查询地址时，则先查询再推送，超时后只查询。",
            "Each voucher is pushed, signed, under a webhook-id that never changes; without a 2xx it is"
                + " pushed again under the same id for about three days. The receiver must remove"
                + " repeats by that id. With a look-up address it is asked first, and after a"
                + " time-out asked, not sent to."),
        new Text(
            "2xx 只表示收下，不表示已记账：Zapier 在 Zap 关闭时也回答 200。",
            "2xx means taken, not booked: Zapier answers 200 even while the Zap is switched off."),
        new Abilities(
            Guard.RECEIVER_REMOVES_REPEATS, RedStyle.NEGATIVE_AMOUNTS, true, false, Set.of()),
        new Limits(4, 120),
        facts());
  }

  private static List<Setting> settings() {
    return Stream.concat(where().stream(), rest().stream()).toList();
  }

  private static List<Setting> where() {
    return List.of(
        Setting.secret(
                "url",
                "接收地址",
                "Address",
                new Text(
                    "接收凭证的 https 地址。地址本身可能就是凭据，因此按密钥保存。",
                    "The https address that takes vouchers. It may itself be the credential, so it is"
                        + " kept like a secret."))
            .required(Requirement.ALWAYS)
            .accepting(Patterns::isSafeAddressWithQuery),
        Setting.secret(
                "secret",
                "签名密钥",
                "Signing secret",
                new Text(
                    "whsec_ 加 24–64 字节的 Base64；接收方用它验证签名。",
                    "whsec_ and the Base64 of 24 to 64 bytes; the receiver verifies with it."))
            .required(Requirement.ALWAYS)
            .accepting(StandardWebhook::isSecret),
        Setting.secret(
                "previousSecret",
                "旧签名密钥",
                "Previous signing secret",
                new Text(
                    "更换密钥期间填写旧密钥，两个密钥同时签名；接收方换好后删除。",
                    "While a secret is changed, the old one: both sign. Remove it when the receiver has"
                        + " changed over."))
            .accepting(StandardWebhook::isSecret));
  }

  private static List<Setting> rest() {
    return List.of(
        Setting.secret(
                "lookupUrl",
                "查询地址",
                "Look-up address",
                new Text(
                    "可按关键字查询凭证的 https 地址；系统以 GET 访问并加上参数 key。不填则不查询。",
                    "The https address that tells whether a voucher is there; it is read by GET with the"
                        + " parameter key. Left out, nothing is asked."))
            .accepting(Patterns::isSafeAddressWithQuery),
        Setting.plain(
                "mostBytes",
                "报文上限（字节）",
                "Largest body (bytes)",
                new Text(
                    "更大的凭证不发送，交给人处理；20000–4000000。规范建议报文小于 20 KB，200 行分录约 80 KB。",
                    "A larger voucher is not sent and goes to a person; 20000 to 4000000. The standard"
                        + " advises less than 20 KB; 200 lines take about 80 KB."))
            .orElse("1000000")
            .accepting(matching("[2-9][0-9]{4}|[1-9][0-9]{5}|[1-3][0-9]{6}|4000000"))
            .unsure("接收方或其网关可能限制得更小。", "The receiver or its gateway may take less than this."),
        Setting.plain(
                "readTimeoutSeconds",
                "读取超时（秒）",
                "Read time-out (seconds)",
                new Text(
                    "等待答复的秒数，1–240；规范建议 15–30。",
                    "Seconds to wait for an answer, 1 to 240; the standard advises 15 to 30."))
            .orElse("30")
            .accepting(Patterns.seconds(240)));
  }

  private static List<Fact> facts() {
    return List.of(
        new Fact(
            new Text(
                "报文头、签名文字、密钥形式、410 与重发时间表依 Standard Webhooks 1.0。",
                "Headers, signed text, form of the secret, 410 and the schedule of repeats follow"
                    + " Standard Webhooks 1.0."),
            Certainty.DOCUMENTED),
        new Fact(
            new Text(
                "Zapier 的 catch hook 不验证签名，Zap 关闭时也回答 200；超限回答 429。",
                "Zapier's catch hook checks no signature and answers 200 even while the Zap is off; above"
                    + " its limit it answers 429."),
            Certainty.DOCUMENTED),
        new Fact(
            new Text(
                "n8n 的 Webhook 节点须打开 Raw Body 才能验证签名。",
                "n8n's Webhook node must hand on the raw body for the signature to be checked."),
            Certainty.DOCUMENTED),
        new Fact(
            new Text(
                "各接收方对报文大小的限制不同，且多未公开。",
                "Receivers limit the size of bodies differently, and mostly without saying."),
            Certainty.UNSURE));
  }
}
