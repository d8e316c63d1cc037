package io.dingledger.platform.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in which trace something stands.
 *
 * @param root the trace, {@code 1-} with eight hexadecimal digits of the second (UTC) in which it
 *     began, and 24 drawn ones
 * @param parent the segment that comes before, sixteen hexadecimal digits; empty at the beginning
 * @param sampled whether it is recorded, as was decided where it began
 * @see <a
 *     href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">the
 *     header</a>
 */
public record TraceHeader(String root, Optional<String> parent, boolean sampled) {
  /** X-Ray refuses traces that began more than thirty days ago; a day is left for clocks. */
  private static final Duration LONGEST = Duration.ofDays(29);

  /** A sane header has some hundred characters; Lambda's lineage may follow. */
  private static final int LONGEST_TEXT = 1000;

  private static final Pattern ROOT =
      Pattern.compile("(?:^|;)\\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})\\s*(?:;|$)");
  private static final Pattern PARENT =
      Pattern.compile("(?:^|;)\\s*Parent=([0-9a-f]{16})\\s*(?:;|$)");
  private static final Pattern SAMPLED = Pattern.compile("(?:^|;)\\s*Sampled=1\\s*(?:;|$)");
  private static final Pattern PACKED =
      Pattern.compile("([0-9a-f]{8})([0-9a-f]{24})([0-9a-f]{16})");

  /** A trace that begins now. */
  public static TraceHeader begun(RandomGenerator random, Instant now, boolean sampled) {
    byte[] drawn = new byte[12];
    random.nextBytes(drawn);
    String root =
        "1-%08x-%s".formatted(now.getEpochSecond() & 0xffff_ffffL, HexFormat.of().formatHex(drawn));
    return new TraceHeader(root, Optional.empty(), sampled);
  }

  /** The header that a text holds; empty when it holds none. */
  public static Optional<TraceHeader> parse(String text) {
    if (text == null || text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    Matcher root = ROOT.matcher(text);
    Matcher parent = PARENT.matcher(text);
    return root.find()
        ? Optional.of(
            new TraceHeader(
                root.group(1),
                parent.find() ? Optional.of(parent.group(1)) : Optional.empty(),
                SAMPLED.matcher(text).find()))
        : Optional.empty();
  }

  /** As it travels with messages. */
  public String text() {
    return "Root="
        + root
        + parent.map(before -> ";Parent=" + before).orElse("")
        + ";Sampled="
        + (sampled ? 1 : 0);
  }

  /** The same trace, behind this segment. */
  public TraceHeader behind(String segment) {
    return new TraceHeader(root, Optional.of(segment), sampled);
  }

  /**
   * As a document's record keeps it: 48 digits, for every byte there is paid for. Empty for what is
   * not recorded or has no segment yet.
   */
  public String packed() {
    return sampled
        ? parent.map(before -> root.substring(2, 10) + root.substring(11) + before).orElse("")
        : "";
  }

  /** What a record kept; empty when that is nothing, or nothing readable. */
  public static Optional<TraceHeader> ofPacked(String packed) {
    Matcher kept = PACKED.matcher(packed);
    return kept.matches()
        ? Optional.of(
            new TraceHeader(
                "1-" + kept.group(1) + "-" + kept.group(2), Optional.of(kept.group(3)), true))
        : Optional.empty();
  }

  /** Whether X-Ray may refuse to take more of it. */
  public boolean isOver(Instant now) {
    Instant began = Instant.ofEpochSecond(Long.parseLong(root.substring(2, 10), 16));
    return began.plus(LONGEST).isBefore(now);
  }
}
