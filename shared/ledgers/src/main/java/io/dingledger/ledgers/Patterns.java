package io.dingledger.ledgers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What forms accept as values. */
public final class Patterns {
  /** {@code true} or {@code false}. */
  public static final Predicate<String> FLAG = matching("true|false");

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int LARGEST_PORT = 65_535;

  private Patterns() {}

  /** Texts that a pattern matches whole. */
  public static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  /**
   * Seconds to wait for an answer, from 1.
   *
   * @param most not so many that a sending takes longer than {@link Ledger#LONGEST_SEND}
   */
  public static Predicate<String> seconds(int most) {
    Predicate<String> digits = matching("[1-9][0-9]{0,2}");
    return text -> digits.test(text) && Integer.parseInt(text) <= most;
  }

  /**
   * Whether a text is the address of a server or of a page, without query or user. Credentials
   * travel in these requests, so plain HTTP is for stand-ins on this machine only.
   */
  public static boolean isSafeAddress(String text) {
    return isSafe(text) && URI.create(text).getRawQuery() == null;
  }

  /** The same, where a query may be part of the address. */
  public static boolean isSafeAddressWithQuery(String text) {
    return isSafe(text);
  }

  private static boolean isSafe(String text) {
    try {
      URI url = new URI(text);
      boolean safe =
          "https".equals(url.getScheme())
              || ("http".equals(url.getScheme())
                  && LOOPBACK.contains(String.valueOf(url.getHost())));
      return safe
          && url.getHost() != null
          && url.getPort() <= LARGEST_PORT
          && url.getRawUserInfo() == null
          && url.getRawFragment() == null;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }
}
