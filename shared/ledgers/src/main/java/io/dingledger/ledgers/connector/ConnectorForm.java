package io.dingledger.ledgers.connector;

import static io.dingledger.ledgers.LedgerDescription.Setting.plain;
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
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a tenant enters to describe an HTTP interface: the request, and whose it is. */
public final class ConnectorForm {
  /** The registered type. */
  public static final String TYPE = "http-connector";

  static final Failures FAILURES = new Failures(TYPE);

  private static final int LONGEST_BODY = 20_000;
  private static final int LONGEST_LINES = 4_000;
  private static final Predicate<String> CREDENTIAL = matching("[!-~][ -~]{0,498}[!-~]|[!-~]");

  private ConnectorForm() {}

  /** The form and its words. */
  public static LedgerDescription description() {
    return new LedgerDescription(
        TYPE,
        new Text("可配置的 HTTP 接口（含浪潮模板）", "Configurable HTTP connector (with an Inspur template)"),
        Stream.of(
                address(),
                content(),
                amounts(),
                AnswerForm.settings(),
                LookUpForm.settings(),
                end())
            .flatMap(List::stream)
            .toList(),
        new Text(
            "取决于您的设置：能查询时，推送前先查询，超时后只查询；声明接收方按关键字去重时，以同一关键字重发；" + "两者都没有时，每张凭证只发送一次，结果不明就交给人处理。",
            "It depends on your settings: with a look-up the ledger is asked first, and after a time-out"
                + " asked only; where you declare that the receiver removes repeats, the same key is"
                + " sent again; with neither, each voucher is sent once and a person sees to an"
                + " unclear outcome."),
        new Text(
            "接口由您的厂商定义，我们没有见过；浪潮模板来自一家客户的接口，须逐项核对。请先用测试账套。",
            "The interface is your vendor's and unknown to us; the Inspur template comes from one"
                + " customer's interface and must be confirmed field by field. Try a test book first."),
        new Abilities(
            Guard.ASKED_BY_CONFIGURATION, RedStyle.NEGATIVE_AMOUNTS, true, false, Set.of()),
        new Limits(1, 60),
        facts());
  }

  private static List<Setting> address() {
    return List.of(
        plain("template", "模板", "Template")
            .help(
                "own（自己写报文）或 inspur（浪潮，来自一家客户的接口）；模板只是默认值，每一项都可以另填。",
                "own (you write the body) or inspur (from one customer's interface); a template gives"
                    + " defaults, which each setting replaces.")
            .orElse("own")
            .accepting(Preset::isKnown)
            .unsure(
                "浪潮未公开接口，字段须与贵公司的接口文档核对。", "Inspur publishes no interface: confirm each field."),
        plain("url", "接口地址", "Address")
            .help(
                "接收凭证的 https 地址；路径与参数中可用占位符。",
                "The https address that takes vouchers, with placeholders in path and query if need"
                    + " be.")
            .required(Requirement.ALWAYS),
        plain("method", "方法", "Method")
            .help("POST 或 PUT。", "POST or PUT.")
            .orElse("POST")
            .accepting(matching("POST|PUT")),
        plain("headers", "请求头", "Headers")
            .help(
                "每行“名称: 值”，值中可写 ${secret.token}、${secret.secondToken} 与占位符 key。",
                "One on each line, name: value, in which ${secret.token}, ${secret.secondToken} and the"
                    + " placeholder key may stand.")
            .lines(LONGEST_LINES),
        plain("userName", "用户名", "User name")
            .help("需要 Basic 认证时填写。", "For basic authentication.")
            .accepting(matching("[^:]{1,100}")),
        secret(
            "password", "密码", "Password", "Basic 认证的密码。", "The password for basic authentication."),
        secret("token", "令牌", "Token", "在请求头、地址或报文中引用。", "Named in headers, addresses or bodies."),
        secret("secondToken", "第二令牌", "Second token", "同上。", "The same."));
  }

  private static List<Setting> content() {
    return List.of(
        plain("constants", "常量", "Constants")
            .help(
                "每行“名称=值”，报文中以 const.名称 引用；浪潮模板需要 sourceSystemCode、sourceSystemName、billType、"
                    + "voucherType、applier、companyCode、companyName。",
                "One on each line, name=value, used as const.name; the Inspur template needs"
                    + " sourceSystemCode, sourceSystemName, billType, voucherType, applier,"
                    + " companyCode, companyName.")
            .lines(LONGEST_LINES),
        plain("format", "格式", "Format")
            .help("json 或 xml；请求与答复相同。", "json or xml, of requests and answers.")
            .orElse("json")
            .accepting(matching("json|xml")),
        plain("contentType", "内容类型", "Content type")
            .help(
                "不填时为 application/json 或 text/xml，并加上编码。",
                "Left out: application/json or text/xml, with the charset.")
            .accepting(matching("[A-Za-z0-9.+/-]{3,80}(; ?[A-Za-z0-9=.\"/_-]{1,80}){0,2}")),
        plain("charset", "编码", "Charset")
            .help("UTF-8、GBK 或 GB18030。", "UTF-8, GBK or GB18030.")
            .orElse("UTF-8")
            .accepting(matching("UTF-8|GBK|GB18030")),
        plain("body", "报文", "Body")
            .help(
                "带占位符的报文，占位符见文档；值会自动转义。",
                "The body with placeholders, which the documentation lists; values are escaped.")
            .lines(LONGEST_BODY)
            .required(Requirement.when("template", "own")));
  }

  private static List<Setting> amounts() {
    return List.of(
        plain("debitWord", "借方写法", "Word for debit")
            .help("line.side 中借方的写法，如 借、1、D。", "How line.side writes a debit, like 借, 1, D.")
            .orElse("debit")
            .accepting(matching("\\S{1,20}")),
        plain("creditWord", "贷方写法", "Word for credit")
            .help("line.side 中贷方的写法，如 贷、2、C。", "How line.side writes a credit, like 贷, 2, C.")
            .orElse("credit")
            .accepting(matching("\\S{1,20}")),
        plain("redStyle", "红字写法", "Red vouchers")
            .help(
                "negative（负数）或 other-sides（正数记在另一方，用于不收负数的系统）。",
                "negative (amounts), or other-sides (positive amounts on the other side, for systems"
                    + " that take no negative ones).")
            .orElse("negative")
            .accepting(matching("negative|other-sides")),
        plain("decimals", "小数位数", "Decimals")
            .help("金额的小数位数，0–4；更细的金额不发送。", "Decimals of amounts, 0 to 4; finer ones are not sent.")
            .orElse("2")
            .accepting(matching("[0-4]")),
        plain("summaryLength", "摘要长度", "Length of summaries")
            .help("超过此字数的摘要会被截断，1–999。", "Longer summaries are cut to this, 1 to 999.")
            .orElse("200")
            .accepting(matching("[1-9][0-9]{0,2}")));
  }

  private static List<Setting> end() {
    return List.of(
        plain("receiverRemovesRepeats", "接收方去重", "Receiver removes repeats")
            .help(
                "不能查询时：true 表示您确认接收方对同一关键字只记一次，结果不明时可以重发；false 则只发一次。",
                "Without a look-up: true says that you have made sure that the receiver books a key once"
                    + " only, so that it may be sent again; with false it is sent once.")
            .orElse("false")
            .accepting(Patterns.FLAG)
            .unsure(
                "声明错误会造成重复凭证：请用同一张凭证推送两次来确认。",
                "A wrong declaration makes doubles: push one voucher twice to make sure."),
        plain("readTimeoutSeconds", "读取超时（秒）", "Read time-out (seconds)")
            .help(
                "等待答复的秒数，1–240；过短会产生大量“结果未知”。",
                "Seconds to wait for an answer, 1 to 240; a short one makes many unknown outcomes.")
            .orElse("60")
            .accepting(Patterns.seconds(240)));
  }

  private static List<Fact> facts() {
    return List.of(
        new Fact(
            new Text(
                "浪潮凭证接口的字段名（含 Abstact、DeptmentCode）来自一家集成商页面所载的一个客户的接口。",
                "Field names of Inspur's vouchers (Abstact and DeptmentCode included) come from one"
                    + " customer's interface as one integrator showed it."),
            Certainty.UNSURE),
        new Fact(
            new Text("浪潮按 VoucherID 去重。", "Inspur removes repeats by VoucherID."),
            Certainty.UNSURE),
        new Fact(
            new Text("您的接口确如设置所述。", "Your interface is as the settings describe it."),
            Certainty.UNSURE));
  }

  private static Setting secret(
      String key, String chinese, String english, String chineseHelp, String englishHelp) {
    return Setting.secret(key, chinese, english, new Text(chineseHelp, englishHelp))
        .accepting(CREDENTIAL);
  }
}
