package io.dingledger.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Messages that wait in lanes, one lane for each group, and are taken lane by lane: first from the
 * lane with the fewest messages in somebody's hands, of those from the one that was served longest
 * ago. Within a lane the longest visible one comes first. So a lane with ten thousand messages
 * keeps nobody else's single message waiting.
 *
 * <p>This is what SQS promises of its fair queues once it has noticed that a group is noisy: quiet
 * groups first, and of several noisy ones the one with the fewest messages in flight. SQS notices
 * by shares of in-flight messages and of processing time, approximately and after a moment; here
 * there is no such moment. Messages without a group share one lane; SQS gives each a lane of its
 * own.
 *
 * <p>Not safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues-detailed.html">fair
 *     queues</a>
 * @param <M> what waits
 */
public final class FairLine<M> {
  private static final Comparator<Place<?>> BY_TIME =
      Comparator.<Place<?>>comparingLong(Place::from).thenComparingLong(Place::number);
  private static final Comparator<Lane<?>> WHOSE_TURN =
      Comparator.<Lane<?>>comparingInt(lane -> lane.inHand.size())
          .thenComparingLong(lane -> lane.served)
          .thenComparing(lane -> lane.waiting.first(), BY_TIME);

  private final Map<String, Place<M>> places = new HashMap<>();
  private final Map<String, Lane<M>> lanes = new HashMap<>();
  private long numbers;
  private long servings;

  private record Place<M>(
      String id, String lane, long from, long number, boolean isInHand, M message) {
    private Place<M> moved(long to, boolean inHand) {
      return new Place<>(id, lane, to, number, inHand, message);
    }
  }

  private static final class Lane<M> {
    private final TreeSet<Place<M>> waiting = new TreeSet<>(BY_TIME);
    private final TreeSet<Place<M>> inHand = new TreeSet<>(BY_TIME);
    private long served;

    private TreeSet<Place<M>> of(Place<M> place) {
      return place.isInHand() ? inHand : waiting;
    }
  }

  /**
   * Puts a message in its lane, or elsewhere in it if it stands there already.
   *
   * @param id what it is known by
   * @param group whose it is
   * @param from from when on it may be taken, in milliseconds
   * @param isInHand whether somebody has it until then; if not, it only waits for its time
   */
  public void put(String id, Optional<String> group, long from, boolean isInHand, M message) {
    remove(id);
    String lane = group.map(each -> "of " + each).orElse("");
    Place<M> place = new Place<>(id, lane, from, numbers++, isInHand, message);
    stand(lanes.computeIfAbsent(lane, name -> new Lane<>()), place);
  }

  /**
   * Takes the next message whose time has come. Until it is {@link #put} again or {@link #remove}d
   * it is in the taker's hands.
   */
  public Optional<M> take(long now) {
    Optional<Lane<M>> next =
        lanes.values().stream()
            .peek(lane -> comeBack(lane, now))
            .filter(lane -> !lane.waiting.isEmpty() && lane.waiting.first().from() <= now)
            .min(WHOSE_TURN);
    return next.map(
        lane -> {
          Place<M> taken = lane.waiting.pollFirst();
          lane.served = ++servings;
          stand(lane, taken.moved(Long.MAX_VALUE, true));
          return taken.message();
        });
  }

  /** Who had it longer than he might has it no more. */
  private void comeBack(Lane<M> lane, long now) {
    while (!lane.inHand.isEmpty() && lane.inHand.first().from() <= now) {
      Place<M> late = lane.inHand.pollFirst();
      stand(lane, late.moved(late.from(), false));
    }
  }

  private void stand(Lane<M> lane, Place<M> place) {
    lane.of(place).add(place);
    places.put(place.id(), place);
  }

  /** Takes a message out, if it is there. */
  public void remove(String id) {
    Place<M> place = places.remove(id);
    if (place != null) {
      Lane<M> lane = lanes.get(place.lane());
      lane.of(place).remove(place);
      if (lane.waiting.isEmpty() && lane.inHand.isEmpty()) {
        lanes.remove(place.lane());
      }
    }
  }

  /** Takes everything out. */
  public void clear() {
    places.clear();
    lanes.clear();
  }

  /** A message by its id. */
  public Optional<M> find(String id) {
    return Optional.ofNullable(places.get(id)).map(Place::message);
  }

  /** All messages, in hand or not, in no order. */
  public List<M> all() {
    return places.values().stream().map(Place::message).toList();
  }

  /** Those that could be taken now, in no order. */
  public List<M> waiting(long now) {
    List<M> found = new ArrayList<>();
    places.values().stream()
        .filter(place -> place.from() <= now)
        .forEach(place -> found.add(place.message()));
    return found;
  }

  /** How many there are, in hand or not. */
  public int size() {
    return places.size();
  }

  /** When the next one can be taken, in milliseconds; empty when nothing is here. */
  public Optional<Long> next() {
    return lanes.values().stream()
        .flatMap(lane -> Stream.of(lane.waiting, lane.inHand))
        .filter(places -> !places.isEmpty())
        .map(places -> places.first().from())
        .min(Long::compare);
  }
}
