package io.dingledger.local.torture.company;

import io.dingledger.local.torture.company.Claim.Change;
import io.dingledger.local.torture.company.Claim.Telling;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** All claims of a torture, by its seed. */
public final class Claims {
  private static final int HUNDRED = 100;
  private static final int CHANGES = 6;
  private static final int LAGGING = 3;
  private static final int MOST_ROWS = 3;
  private static final int MOST_CENTS = 200_000;
  private static final Duration LONGEST_AFTER = Duration.ofSeconds(20);

  private final SplittableRandom random;
  private final long seed;
  private final Duration span;
  private final boolean allPushed;
  private final List<Claim> all = new ArrayList<>();
  private final Set<Claim> changed = new HashSet<>();

  private Claims(long seed, Duration span, boolean allPushed) {
    this.seed = seed;
    this.span = span;
    this.allPushed = allPushed;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Plans so many.
   *
   * @param span they are approved within this time
   * @param allPushed whether each is pushed; otherwise of some only the patrol can learn, which in
   *     a deployment looks for them within hours
   */
  public static List<Claim> of(int count, long seed, Duration span, boolean allPushed) {
    Claims claims = new Claims(seed, span, allPushed);
    for (int number = 0; number < count; number++) {
      claims.all.add(claims.claim(number));
    }
    return List.copyOf(claims.all);
  }

  private Claim claim(int number) {
    Optional<Claim> earlier =
        random.nextInt(HUNDRED) < CHANGES && !all.isEmpty() ? unchanged() : Optional.empty();
    earlier.ifPresent(changed::add);
    Optional<Change> change = earlier.map(each -> new Change(each, random.nextBoolean()));
    List<BigDecimal> rows = rows();
    return new Claim(
        earlier.map(Claim::firm).orElseGet(this::firm),
        "torture-%d-%06d".formatted(seed, number),
        number,
        change.filter(Change::withdraws).isPresent() ? earlier.orElseThrow().rows() : rows,
        change,
        telling(),
        earlier
            .map(each -> each.at().plusMillis(random.nextLong(LONGEST_AFTER.toMillis())))
            .orElseGet(() -> Duration.ofMillis(random.nextLong(span.toMillis()))),
        random.nextInt(HUNDRED) < LAGGING ? 1 + random.nextInt(2) : 0);
  }

  /** A claim that nothing has changed yet and that changes nothing itself. */
  private Optional<Claim> unchanged() {
    Claim drawn = all.get(random.nextInt(all.size()));
    boolean free = drawn.change().isEmpty() && !changed.contains(drawn);
    return free ? Optional.of(drawn) : Optional.empty();
  }

  private Firm firm() {
    int point = random.nextInt(HUNDRED);
    int sum = 0;
    for (Firm firm : Firm.ALL) {
      sum += firm.share();
      if (point < sum) {
        return firm;
      }
    }
    throw new IllegalStateException("the shares do not make a hundred");
  }

  private List<BigDecimal> rows() {
    List<BigDecimal> rows = new ArrayList<>();
    int count = 1 + random.nextInt(MOST_ROWS);
    for (int row = 0; row < count; row++) {
      rows.add(BigDecimal.valueOf(1 + random.nextLong(MOST_CENTS), 2));
    }
    return List.copyOf(rows);
  }

  private Telling telling() {
    int point = random.nextInt(HUNDRED);
    if (point < 75) {
      return Telling.ONCE;
    }
    if (point < 85) {
      return Telling.AT_ONCE;
    }
    if (point < 94) {
      return Telling.AGAIN_LATER;
    }
    if (allPushed) {
      return Telling.ONCE;
    }
    return point < 98 ? Telling.LISTED_AS_FAILED : Telling.NEVER;
  }
}
