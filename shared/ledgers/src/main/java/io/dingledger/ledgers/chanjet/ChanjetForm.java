package io.dingledger.ledgers.chanjet;

import static io.dingledger.ledgers.Patterns.matching;

import io.dingledger.ledgers.LedgerDescription.Certainty;
import io.dingledger.ledgers.LedgerDescription.Fact;
import io.dingledger.ledgers.LedgerDescription.Requirement;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.LedgerDescription.Text;
import io.dingledger.ledgers.Patterns;
import java.util.List;

/** The part of the form that both of Chanjet's ledgers have. */
public final class ChanjetForm {
  private ChanjetForm() {}

  /** How the open platform is reached and who calls. */
  public static List<Setting> access() {
    return List.of(
        Setting.plain(
                "serverUrl",
                "开放平台地址",
                "Platform address",
                new Text("畅捷通开放平台的 https 地址。", "The https address of Chanjet's open platform."))
            .orElse("https://openapi.chanjet.com")
            .accepting(Patterns::isSafeAddress),
        Setting.plain(
                "appKey",
                "应用 appKey",
                "App key",
                new Text(
                    "开放平台应用管理中的 appKey；必须与取得授权时的应用相同。",
                    "The app's key on the open platform; the very app that was authorised."))
            .required(Requirement.ALWAYS)
            .accepting(matching("[!-~]{1,100}")),
        Setting.secret(
                "appSecret",
                "应用 appSecret",
                "App secret",
                new Text(
                    "与 appKey 对应的密钥；更换后授权继续有效。",
                    "The secret of the app key; the authorisation outlives a change of it."))
            .required(Requirement.ALWAYS)
            .accepting(matching("[!-~]{1,200}")),
        Setting.secret(
                "refreshToken",
                "首个 refresh_token",
                "First refresh token",
                new Text(
                    "企业授权后用授权码换得的 refresh_token。之后由本系统独自刷新并保存，请勿在别处再用它。",
                    "What the authorisation code was exchanged for. From then on this system alone"
                        + " refreshes and keeps it: use it nowhere else."))
            .required(Requirement.ALWAYS)
            .accepting(matching("[!-~]{1,500}")));
  }

  /**
   * How long answers are waited for.
   *
   * @param seconds the default
   * @param most what is accepted at most
   */
  public static Setting readTimeout(String seconds, int most) {
    return Setting.plain(
            "readTimeoutSeconds",
            "读取超时（秒）",
            "Read time-out (seconds)",
            new Text(
                "等待答复的秒数，1–%d；过短会产生大量“结果未知”。".formatted(most),
                "Seconds to wait for an answer, 1 to %d; a short one makes many unknown outcomes."
                    .formatted(most)))
        .orElse(seconds)
        .accepting(Patterns.seconds(most));
  }

  /** How long summaries may be; the key takes 21 characters of them. */
  public static Setting summaryLength() {
    return Setting.plain(
            "summaryLength",
            "摘要长度",
            "Length of summaries",
            new Text(
                "摘要连同末尾的关键字最多多少字，40–999；更长的摘要会被截断，关键字保留。",
                "Most characters of a summary with the key at its end, 40 to 999; longer ones are"
                    + " cut before the key."))
        .orElse("200")
        .accepting(matching("[4-9][0-9]|[1-9][0-9]{2}"))
        .unsure("摘要的最大长度未公开。", "The greatest length is not published.");
  }

  /** What both rely on. */
  public static List<Fact> facts() {
    return List.of(
        new Fact(
            new Text(
                "access_token 约 6 天有效；刷新后旧的立即失效，refresh_token 同时更换。",
                "An access token lives about 6 days; a refresh ends it at once and gives a new"
                    + " refresh token."),
            Certainty.DOCUMENTED),
        new Fact(
            new Text(
                "50112 在 401 时是本月流量用尽，在 403 时是 appKey 不一致；50000 是密钥、令牌或接口错误；409 与 14002 是限频。",
                "50112 is the month's quota with 401 and another app key with 403; 50000 is a wrong"
                    + " secret, token or path; 409 and 14002 limit the rate."),
            Certainty.DOCUMENTED),
        new Fact(
            new Text(
                "业务接口上的 4001–4008 表示令牌失效。",
                "4001 to 4008 of a business call mean that the token is no longer valid."),
            Certainty.LIKELY));
  }
}
