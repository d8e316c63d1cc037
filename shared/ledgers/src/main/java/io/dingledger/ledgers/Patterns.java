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

  /** Seconds to wait for an answer, 1 to 300. */
  public static final Predicate<String> SECONDS = matching("[1-9][0-9]?|[12][0-9]{2}|300");

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int LARGEST_PORT = 65_535;

  private Patterns() {}

  /** Texts that a pattern matches whole. */
  public static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
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
