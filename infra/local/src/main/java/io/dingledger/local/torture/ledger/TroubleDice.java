package io.dingledger.local.torture.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which request has which trouble: by the seed, the voucher's key and how often it was asked for or
 * sent, so that it depends on nobody else's requests.
 */
public final class TroubleDice {
  private static final int HUNDRED = 100;

  private final long seed;
  private final Map<String, Integer> times = new HashMap<>();
  private final Map<Trouble, Integer> struck = new TreeMap<>();
  private volatile boolean calm;

  /** Dice of a seed. */
  public TroubleDice(long seed) {
    this.seed = seed;
  }

  /** No trouble from now on. */
  public void calmDown() {
    calm = true;
  }

  /** How often each trouble struck. */
  public synchronized Map<Trouble, Integer> struck() {
    return new TreeMap<>(struck);
  }

  /** What happens to a request, and further chances for its particulars. */
  synchronized Throw thrown(boolean send, String company, String key) {
    String name = (send ? "send " : "ask ") + company + " " + key;
    int time = times.merge(name, 1, Integer::sum);
    UUID mixed =
        UUID.nameUUIDFromBytes((seed + " " + name + " " + time).getBytes(StandardCharsets.UTF_8));
    SplittableRandom random =
        new SplittableRandom(mixed.getMostSignificantBits() ^ mixed.getLeastSignificantBits());
    Trouble trouble = calm ? Trouble.NONE : trouble(send, random.nextInt(HUNDRED));
    struck.merge(trouble, 1, Integer::sum);
    return new Throw(trouble, random);
  }

  private static Trouble trouble(boolean send, int point) {
    int sum = 0;
    for (Trouble trouble : Trouble.values()) {
      sum += trouble.weight(send);
      if (point < sum) {
        return trouble;
      }
    }
    return Trouble.NONE;
  }

  /** One throw. */
  record Throw(Trouble trouble, SplittableRandom random) {
    /** A time from a tenth of a second to so many seconds. */
    long millis(int mostSeconds) {
      return 100 + random.nextLong(mostSeconds * 1000L - 100);
    }
  }
}
