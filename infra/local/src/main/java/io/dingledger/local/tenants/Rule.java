package io.dingledger.local.tenants;

import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.webhook.StandardWebhook;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a field's value must be, and how to say so. */
enum Rule {
  TENANT(
      Rule::isTenant,
      "1–64 个字符的租户编号，不含控制字符",
      "an identifier of 1 to 64 characters without control characters"),
  NAME(text -> !text.isBlank(), "名称", "a name"),
  ZONE(Rule::isZone, "时区，例如 Asia/Shanghai", "a time zone, for example Asia/Shanghai"),
  CALLBACK_KEY(
      matching("[A-Za-z0-9_-]{16,100}"),
      "16–100 位随机的字母、数字、- 或 _",
      "16 to 100 random letters, digits, - or _"),
  IDENTIFIER(
      matching("[!-~]{1,128}"), "钉钉后台显示的编号，不含空格", "what DingTalk's console shows, without spaces"),
  SECRET(text -> !text.isBlank(), "密钥，或 env:变量名、file:文件", "a secret, or env:NAME, or file:path"),
  TOKEN(
      matching("[A-Za-z0-9]{3,64}"),
      "3–64 位字母或数字的签名 token",
      "the token: 3 to 64 letters or digits"),
  AES_KEY(matching("[A-Za-z0-9]{43}"), "43 位字母或数字的加密 aes_key", "the aes_key: 43 letters or digits"),
  BASE(
      Rule::isBase,
      "https 地址（本机可用 http），不带查询串",
      "an https address (http on this machine), without a query"),
  LEDGER_TYPE(
      matching("[a-z][a-z0-9-]{1,40}"),
      "账务系统类型，例如 kingdee-cloud",
      "a type, for example kingdee-cloud"),
  DURATION(matching("\\d{1,5}[smh]"), "时长，例如 90s、5m、1h", "a duration, for example 90s, 5m, 1h"),
  COUNT(matching("[1-9]\\d{0,8}"), "大于零的整数，不带千分位", "a whole number above zero, without separators"),
  SUITE(matching("\\d{1,20}"), "钉钉开发者后台显示的 suiteId，数字", "the suiteId that DingTalk shows, digits"),
  AGENT(matching("\\d{1,20}"), "钉钉开发者后台显示的 AgentId，数字", "the AgentId that DingTalk shows, digits"),
  WEBHOOK_SECRET(
      StandardWebhook::isSecret,
      "whsec_ 开头的密钥：24–64 个随机字节的 Base64，或 env:变量名、file:文件",
      "a secret: whsec_ and the Base64 of 24 to 64 random bytes, or env:NAME, or file:path"),
  WORD(matching("[A-Za-z]{1,40}"), "一个英文单词，例如 paid", "a word, for example paid"),
  CATEGORY(matching("name|code"), "name 或 code", "name or code"),
  TRUTH(matching("true|false"), "true 或 false", "true or false"),
  SETTING(text -> true, "文本", "a text"),
  SIGNER(
      text -> Signer.of(text).isPresent(),
      "人员编号，1–64 个可见字符",
      "a person's identifier of 1 to 64 characters that can be seen"),
  DAY(Rule::isDay, "日期，例如 2026-07-01", "a date, for example 2026-07-01"),
  PATH(text -> !text.isBlank(), "规则簿文件的路径", "the path of the rule book");

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Predicate<String> accepts;
  private final String chinese;
  private final String english;

  Rule(Predicate<String> accepts, String chinese, String english) {
    this.accepts = accepts;
    this.chinese = chinese;
    this.english = english;
  }

  boolean accepts(String text) {
    return accepts.test(text);
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }

  private static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  private static boolean isTenant(String text) {
    return !text.isBlank()
        && text.length() <= Tenant.LONGEST_ID
        && text.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isZone(String text) {
    try {
      ZoneId.of(text);
      return true;
    } catch (DateTimeException unknown) {
      return false;
    }
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static boolean isBase(String text) {
    try {
      URI address = new URI(text);
      String host = String.valueOf(address.getHost());
      boolean safe =
          "https".equals(address.getScheme())
              || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(host));
      return safe
          && address.getHost() != null
          && address.getRawQuery() == null
          && address.getRawFragment() == null
          && address.getRawUserInfo() == null;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }
}
