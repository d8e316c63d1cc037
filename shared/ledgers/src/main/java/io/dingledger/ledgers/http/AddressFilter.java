package io.dingledger.ledgers.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which addresses may be called. Tenants enter addresses themselves, so that where many of them are
 * hosted nobody may be led to what only our own machines can see (SSRF).
 *
 * <p>A name whose address changes between this look and the call gains nothing: but for stand-ins
 * on this machine calls are made by HTTPS, and a machine of ours has no certificate for that name,
 * so that the handshake ends before a request leaves.
 */
public enum AddressFilter {
  /** Addresses of the public internet only. */
  PUBLIC_ONLY,
  /** Any: on one's own machine, or where the ledgers stand in one's own network. */
  ANY;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final Pattern PLAIN_V4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  /** The filter that a setting names; anything but {@code any} is the strict one. */
  public static AddressFilter of(String setting) {
    return setting.strip().toLowerCase(Locale.ROOT).equals("any") ? ANY : PUBLIC_ONLY;
  }

  /**
   * Whether every address of a host may be called. A host without an address may: it can't be
   * reached anyway, and that is another failure.
   *
   * @param host as {@code URI} gives it, which is null for what it can't read
   */
  public boolean allows(String host) {
    return allows(host, InetAddress::getAllByName);
  }

  /** Where a host's addresses come from. */
  interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  boolean allows(String host, Resolver resolver) {
    if (this == ANY) {
      return true;
    }
    if (host == null || isInDisguise(host)) {
      return false;
    }
    try {
      for (InetAddress address : resolver.addresses(host)) {
        if (!isPublic(address)) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException nowhere) {
      return true;
    }
  }

  /**
   * Numbers that are no plain dotted address are read in several ways (octal, hexadecimal, fewer
   * than four parts), a name below {@code localhost} need not be looked up to be here, and an
   * address with a zone ({@code fe80::1%eth0}) is one of this machine's own networks.
   */
  private static boolean isInDisguise(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean endsInNumber = NUMBER.matcher(last).matches();
    return last.equals("localhost")
        || host.contains("%")
        || (endsInNumber && !PLAIN_V4.matcher(host).matches());
  }

  /** Ranges by IANA's special-purpose registries (RFC 6890), as far as Java does not know them. */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? isPublicV4(bytes) : isPublicV6(bytes);
  }

  private static boolean isPublicV4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    boolean sharedByCarriers = first == 100 && second >= 64 && second < 128;
    boolean protocolOrTest =
        (first == 192 && second == 0 && (third == 0 || third == 2))
            || (first == 198 && (second == 18 || second == 19))
            || (first == 192 && second == 88 && third == 99)
            || (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113);
    return first != 0 && first < 240 && !sharedByCarriers && !protocolOrTest;
  }

  /** Global unicast is {@code 2000::/3}; in it stand documentation and tunnels to IPv4. */
  private static boolean isPublicV6(byte[] bytes) {
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    boolean global = (first & 0xe000) == 0x2000;
    boolean special =
        first == 0x2002
            || (first == 0x2001 && (second < 0x200 || second == 0xdb8))
            || (first == 0x3fff && second < 0x1000);
    return global && !special;
  }
}
