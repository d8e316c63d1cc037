package io.dingledger.platform.settings;

import io.dingledger.model.failure.Reason;
import io.dingledger.platform.failure.PlatformReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All times of one installation. They fit each other: a set that breaks a {@link Rule} cannot be
 * made. Every function reads the whole set, so that all of them must be given the same one.
 */
public final class Times {
  /** Each span as it is when nobody sets it. */
  public static final Times USUAL = new Times(new EnumMap<>(Span.class));

  private final Map<Span, Duration> set;

  private Times(Map<Span, Duration> set) {
    this.set = set;
  }

  /**
   * The times as settings say.
   *
   * @param setting a setting's text by its name; empty for one that is not set
   * @throws TimesUnusable with every reason, when one can't be read or they don't fit each other
   */
  public static Times of(Function<String, Optional<String>> setting) {
    Map<Span, Duration> set = new EnumMap<>(Span.class);
    List<Reason> wrong = new ArrayList<>();
    for (Span span : Span.values()) {
      Optional<String> text = setting.apply(span.setting()).filter(each -> !each.isBlank());
      if (text.isPresent()) {
        Optional<Duration> read = SpanText.read(text.get());
        read.ifPresent(value -> set.put(span, value));
        if (read.isEmpty()) {
          wrong.add(Reason.of(PlatformReason.TIME_UNREADABLE, span.setting(), text.get()));
        }
      }
    }
    Times times = new Times(set);
    if (wrong.isEmpty()) {
      Rule.ALL.forEach(rule -> rule.brokenBy(times).ifPresent(wrong::add));
    }
    if (!wrong.isEmpty()) {
      throw new TimesUnusable(wrong);
    }
    return times;
  }

  /** The same of a map; what it does not name has its usual value. */
  public static Times of(Map<Span, Duration> spans) {
    return of(
        name ->
            spans.entrySet().stream()
                .filter(each -> each.getKey().setting().equals(name))
                .map(each -> SpanText.of(each.getValue()))
                .findFirst());
  }

  /**
   * The times of this process: a system property, else a variable of the environment, by the same
   * name.
   *
   * @throws TimesUnusable as {@link #of}
   */
  public static Times ofProcess() {
    return of(
        name ->
            Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name))));
  }

  /** A span's value. */
  public Duration of(Span span) {
    return set.getOrDefault(span, span.usual());
  }

  /**
   * The spans that are not as usual, by the names of their settings: what another process needs.
   */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    set.forEach((span, value) -> settings.put(span.setting(), SpanText.of(value)));
    return settings;
  }
}
