package io.dingledger.ledgers.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Another system's own words, as far as they may be shown: without addresses, amounts, secrets. */
public final class Words {
  private static final int LONGEST = 120;
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z]{1,10}://[^\\s\"']{1,500}");
  private static final Pattern SECRET = Pattern.compile("(whsec_|v1,)[A-Za-z0-9+/=_-]{1,200}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9][0-9,]{0,20}[.,][0-9]{1,4}");
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{11,}");

  private Words() {}

  /** The message of a JSON answer; empty when there is none, or the answer is something else. */
  public static String of(Exchange.Answered answered) {
    return Json.tree(answered.body()).flatMap(Words::message).map(Words::shown).orElse("");
  }

  /** At most as many characters as a number of a voucher can have. */
  public static String cut(String number) {
    return number.length() > LONGEST ? number.substring(0, LONGEST) : number;
  }

  private static Optional<String> message(JsonNode answer) {
    return Stream.of(
            answer.path("message"), answer.path("error"), answer.path("error").path("message"))
        .filter(JsonNode::isTextual)
        .map(Json::scalar)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** At most 120 characters of a text, what must not be seen replaced by a star. */
  public static String shown(String words) {
    String shown = words.length() > 1000 ? words.substring(0, 1000) : words;
    for (Pattern pattern : new Pattern[] {ADDRESS, SECRET, AMOUNT, LONG_NUMBER}) {
      shown = pattern.matcher(shown).replaceAll("*");
    }
    return cut(shown);
  }
}
