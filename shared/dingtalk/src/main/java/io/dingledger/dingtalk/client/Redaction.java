package io.dingledger.dingtalk.client;

import io.dingledger.model.tenant.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of DingTalk's words what must not stand in a failure: tokens, keys, phone numbers. */
final class Redaction {
  /** No message that helps is longer; it also bounds the work of the patterns below. */
  private static final int LONGEST = 2_000;

  /** A custom app's ticket may be any text; one of a letter or two would garble every word. */
  private static final int SHORTEST_SECRET = 6;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:access_?)?token|app_?secret|client_?secret|suite_?secret|suite_?ticket)"
              + "([\"']?\\s*[=:\\[]\\s*[\"']?)[^\\s\"',&\\]}]+");

  /** Access tokens are 32 letters and digits; request ids look alike and go with them. */
  private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9_]{24,}");

  private static final Pattern NAME = Pattern.compile("[a-z]*(?:[A-Z][a-z]{2,})+");

  private static final Pattern PHONE = Pattern.compile("(?<!\\d)1\\d{10}(?!\\d)");

  private Redaction() {}

  /**
   * @param words what DingTalk said
   * @param secrets what the call carried: never to be repeated, in clear or encoded for an address
   */
  static String cleaned(String words, List<Secret> secrets) {
    String struck = words;
    for (Secret secret : secrets) {
      String clear = secret.reveal();
      if (clear.length() >= SHORTEST_SECRET) {
        struck = struck.replace(clear, "***");
        struck = struck.replace(URLEncoder.encode(clear, StandardCharsets.UTF_8), "***");
      }
    }
    String shortened = struck.length() > LONGEST ? struck.substring(0, LONGEST) : struck;
    String named = NAMED.matcher(shortened).replaceAll("$1$2***");
    String runs = LONG_RUN.matcher(named).replaceAll(run -> isName(run.group()) ? "$0" : "***");
    return PHONE.matcher(runs).replaceAll("***").strip();
  }

  /** Names such as {@code QpsLimitForSuitekeyAndOrgAndApi} are long too, but made of words. */
  private static boolean isName(String run) {
    return NAME.matcher(run).matches();
  }
}
