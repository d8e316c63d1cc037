package io.dingledger.local.torture;

import io.dingledger.local.torture.company.Claim;
import io.dingledger.local.torture.company.Claim.Change;
import io.dingledger.local.torture.ledger.Booked;
import io.dingledger.model.progress.DocumentState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The count: what is in the ledger's own book, against what was approved. What the system says of a
 * document only tells why a voucher is missing, never that it is there.
 *
 * @param verdicts by claim
 * @param strangers vouchers in the book that no claim accounts for
 */
public record Tally(Map<Claim, Verdict> verdicts, List<Booked> strangers) {
  private static final String RECORD = "record";
  private static final String REVERSE = "reverse";
  private static final Duration SOON = Duration.ofMinutes(2);

  /**
   * Counts.
   *
   * @param standings where documents stand, by company and id; empty where nobody could be asked
   * @param now the time
   */
  public static Tally of(
      List<Claim> claims,
      List<Booked> book,
      Map<String, Map<String, Standing>> standings,
      Instant now) {
    Counting counting = new Counting(claims, book, standings, now);
    Map<Claim, Verdict> verdicts = new LinkedHashMap<>();
    claims.forEach(claim -> verdicts.put(claim, counting.verdict(claim)));
    return new Tally(verdicts, counting.strangers(book));
  }

  /** How many claims have a verdict. */
  public long count(Verdict verdict) {
    return verdicts.values().stream().filter(verdict::equals).count();
  }

  /** The claims with a verdict, in their order. */
  public List<Claim> with(Verdict verdict) {
    return verdicts.entrySet().stream()
        .filter(each -> each.getValue() == verdict)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether nothing is lost, doubled, wrong or unfinished, and nothing of unknown origin. */
  public boolean isClean() {
    return strangers.isEmpty() && verdicts.values().stream().noneMatch(Verdict::isBroken);
  }

  private static final class Counting {
    private final Map<String, Claim> byId;
    private final Map<String, Claim> changeOf = new HashMap<>();
    private final Map<String, List<Booked>> byDocument;
    private final Map<String, Long> byKey;
    private final Map<String, Map<String, Standing>> standings;
    private final Instant now;

    Counting(
        List<Claim> claims,
        List<Booked> book,
        Map<String, Map<String, Standing>> standings,
        Instant now) {
      this.byId = claims.stream().collect(Collectors.toMap(Claim::id, Function.identity()));
      claims.forEach(
          claim -> claim.change().ifPresent(each -> changeOf.put(each.earlier().id(), claim)));
      this.byDocument = book.stream().collect(Collectors.groupingBy(Booked::document));
      this.byKey = book.stream().collect(Collectors.groupingBy(Booked::key, Collectors.counting()));
      this.standings = standings;
      this.now = now;
    }

    List<Booked> strangers(List<Booked> book) {
      return book.stream().filter(each -> !byId.containsKey(each.document())).toList();
    }

    Verdict verdict(Claim claim) {
      List<Booked> booked = byDocument.getOrDefault(claim.id(), List.of());
      if (isDoubled(booked)) {
        return Verdict.DOUBLED;
      }
      if (booked.stream().anyMatch(each -> isForeign(claim, each))) {
        return Verdict.WRONG;
      }
      Claim changing = changeOf.getOrDefault(claim.id(), claim);
      return changing.change().isPresent() ? changed(claim, changing) : plain(claim);
    }

    private Verdict plain(Claim claim) {
      List<Booked> records = of(claim, RECORD);
      if (records.isEmpty() || !of(claim, REVERSE).isEmpty()) {
        return records.isEmpty() ? missing(claim, claim) : Verdict.WRONG;
      }
      return isWorth(records, claim.total()) ? Verdict.BOOKED : Verdict.WRONG;
    }

    /** A claim and the one that changes it are right or wrong together. */
    private Verdict changed(Claim claim, Claim changing) {
      Change change = changing.change().orElseThrow();
      List<Booked> earlier = of(change.earlier(), RECORD);
      List<Booked> reversals = of(changing, REVERSE);
      List<Booked> records = of(changing, RECORD);
      boolean amounts =
          isWorth(earlier, change.earlier().total())
              && isWorth(reversals, change.earlier().total().negate())
              && isWorth(records, changing.total())
              && of(change.earlier(), REVERSE).isEmpty();
      if (!amounts || (change.withdraws() && !records.isEmpty())) {
        return Verdict.WRONG;
      }
      boolean taken = earlier.size() == reversals.size();
      boolean replaced = change.withdraws() || records.size() == 1;
      if (taken && replaced) {
        return claim.equals(changing) && !change.withdraws() ? Verdict.BOOKED : Verdict.TAKEN_BACK;
      }
      Verdict why = missing(change.earlier(), changing);
      return why == Verdict.LOST && !taken ? Verdict.WRONG : why;
    }

    private Verdict missing(Claim earlier, Claim claim) {
      Optional<Standing> standing = standing(claim);
      Optional<Standing> before = standing(earlier);
      boolean waits = isIn(standing, DocumentState.HELD, DocumentState.PARKED);
      boolean waitsBefore = isIn(before, DocumentState.HELD, DocumentState.PARKED);
      if (waits || waitsBefore) {
        return Verdict.WAITS;
      }
      boolean works = isWorking(standing) || isWorking(before);
      if (!works) {
        return Verdict.LOST;
      }
      boolean later =
          standing.or(() -> before).flatMap(Standing::dueAt).filter(this::isFarOff).isPresent();
      return later ? Verdict.LATER : Verdict.UNFINISHED;
    }

    private boolean isFarOff(Instant dueAt) {
      return dueAt.isAfter(now.plus(SOON));
    }

    private static boolean isWorking(Optional<Standing> standing) {
      return isIn(standing, DocumentState.RECEIVED, DocumentState.FETCHING, DocumentState.POSTING);
    }

    private static boolean isIn(Optional<Standing> standing, DocumentState... states) {
      return standing.filter(each -> List.of(states).contains(each.state())).isPresent();
    }

    private Optional<Standing> standing(Claim claim) {
      return Optional.ofNullable(
          standings.getOrDefault(claim.firm().tenant(), Map.of()).get(claim.id()));
    }

    private List<Booked> of(Claim claim, String purpose) {
      return byDocument.getOrDefault(claim.id(), List.of()).stream()
          .filter(each -> each.purpose().equals(purpose))
          .toList();
    }

    private boolean isDoubled(List<Booked> booked) {
      long purposes = booked.stream().map(Booked::purpose).distinct().count();
      return booked.size() > purposes
          || booked.stream().anyMatch(each -> byKey.get(each.key()) > 1);
    }

    private static boolean isForeign(Claim claim, Booked booked) {
      return !booked.company().equals(claim.firm().tenant())
          || booked.debit().compareTo(booked.credit()) != 0;
    }

    private static boolean isWorth(List<Booked> booked, BigDecimal total) {
      return booked.stream().allMatch(each -> each.debit().compareTo(total) == 0);
    }
  }
}
