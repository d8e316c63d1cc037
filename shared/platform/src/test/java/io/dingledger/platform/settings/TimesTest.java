package io.dingledger.platform.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  private static Times of(Map<String, String> settings) {
    return Times.of(name -> Optional.ofNullable(settings.get(name)));
  }

  private static List<String> codes(Map<String, String> settings) {
    TimesUnusable refused = assertThrows(TimesUnusable.class, () -> of(settings));
    return refused.reasons().stream().map(reason -> reason.code()).toList();
  }

  static List<Rule> rules() {
    return Rule.ALL;
  }

  @Test
  void what_nobody_sets_is_as_usual_and_fits() {
    Times times = of(Map.of());
    for (Span span : Span.values()) {
      assertEquals(span.usual(), times.of(span));
      assertEquals(span.usual(), Times.USUAL.of(span));
    }
    assertEquals(Map.of(), times.settings());
  }

  @Test
  void what_is_set_is_taken_and_told_to_another_process() {
    Times times = of(Map.of("DINGLEDGER_SWEEP_EVERY", "2s", "DINGLEDGER_RETRY_PROBE", " "));
    assertEquals(Duration.ofSeconds(2), times.of(Span.SWEEP_EVERY));
    assertEquals(Duration.ofHours(1), times.of(Span.RETRY_PROBE));
    assertEquals(Map.of("DINGLEDGER_SWEEP_EVERY", "2s"), times.settings());
    assertEquals(Duration.ofSeconds(2), of(times.settings()).of(Span.SWEEP_EVERY));
  }

  @Test
  void all_may_be_shorter_together() {
    Map<Span, Duration> shorter = new EnumMap<>(Span.class);
    for (Span span : Span.values()) {
      shorter.put(span, span.usual().dividedBy(50));
    }
    assertEquals(Duration.ofMillis(6600), Times.of(shorter).of(Span.POST_LEASE));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void each_rule_refuses_a_span_that_is_just_as_long_as_what_it_must_outlast(Rule rule) {
    Duration sum = rule.shorter().stream().map(Span::usual).reduce(Duration.ZERO, Duration::plus);
    Map<String, String> settings = new HashMap<>();
    settings.put(rule.longer().setting(), SpanText.of(sum));
    TimesUnusable refused = assertThrows(TimesUnusable.class, () -> of(settings));
    assertTrue(
        refused.reasons().stream()
            .anyMatch(
                reason ->
                    reason.code().equals("PLATFORM-TIMES-DISAGREE")
                        && reason.english().contains(rule.longer().setting())
                        && reason.english().contains(rule.shorter().getFirst().setting())
                        && reason.english().contains(rule.english())
                        && reason.chinese().contains(rule.chinese())
                        && reason.chinese().contains(SpanText.of(sum))),
        refused.getMessage());
    settings.put(rule.longer().setting(), SpanText.of(sum.plusMillis(1)));
    List<String> left =
        Rule.ALL.stream()
            .flatMap(each -> brokenBy(each, settings).stream())
            .filter(words -> words.contains(rule.english()))
            .toList();
    assertEquals(List.of(), left);
  }

  private static Optional<String> brokenBy(Rule rule, Map<String, String> settings) {
    try {
      of(settings);
      return Optional.empty();
    } catch (TimesUnusable refused) {
      return refused.reasons().stream()
          .map(reason -> reason.english())
          .filter(words -> words.contains(rule.english()) && words.contains(first(rule)))
          .findFirst();
    }
  }

  private static String first(Rule rule) {
    return rule.longer().setting() + "=";
  }

  @ParameterizedTest
  @CsvSource({
    "POST_LEASE,POST_TIMEOUT",
    "VOUCHERS_VISIBILITY,POST_LEASE",
    "GATE_PLACE,POST_LEASE",
    "POST_TIMEOUT,LEDGER_LONGEST_SEND",
    "RETRY_WATCH,POST_LEASE",
    "RETRY_WATCH,TRANSLATE_LEASE",
    "TRANSLATE_LEASE,TRANSLATE_TIMEOUT",
    "EVENTS_VISIBILITY,TRANSLATE_LEASE",
    "FAILURES_VISIBILITY,RETRY_TIMEOUT",
    "PATROL_VISIBILITY,PATROL_TIMEOUT",
    "DINGTALK_TOKEN_LOCK,DINGTALK_CALL"
  })
  void the_protocol_rests_on_these(Span longer, Span shorter) {
    assertTrue(
        Rule.ALL.stream()
            .anyMatch(rule -> rule.longer() == longer && rule.shorter().contains(shorter)));
  }

  @ParameterizedTest
  @EnumSource(Span.class)
  void every_span_has_a_reason(Span span) {
    assertTrue(span.reason().endsWith(".") && span.reason().length() > 20, span.setting());
    assertTrue(span.usual().isPositive());
  }

  @Nested
  class Texts {
    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-5s", "0s", "5 s", "5min", "PT5S", "1.5s", "1e3s"})
    void that_are_no_span_are_refused(String text) {
      assertEquals(Optional.empty(), SpanText.read(text));
    }

    @Test
    void that_are_no_span_are_all_named_before_the_rules() {
      assertEquals(
          List.of("PLATFORM-TIME-UNREADABLE", "PLATFORM-TIME-UNREADABLE"),
          codes(
              Map.of(
                  "DINGLEDGER_POST_LEASE", "long",
                  "DINGLEDGER_POST_WATCH", "0s",
                  "DINGLEDGER_GATE_PLACE", "1s")));
    }

    @Test
    void that_contradict_each_other_are_all_named() {
      assertEquals(
          List.of("PLATFORM-TIMES-DISAGREE", "PLATFORM-TIMES-DISAGREE"),
          codes(Map.of("DINGLEDGER_POST_TIMEOUT", "330s", "DINGLEDGER_SWEEP_EVERY", "1h")));
    }

    @ParameterizedTest
    @CsvSource({
      "250ms,250ms",
      "1000ms,1s",
      "60s,60s",
      "90s,90s",
      "300s,5m",
      "3600s,60m",
      "24h,24h",
      "48h,2d",
      "7200s,2h",
      "12h,12h"
    })
    void say_just_the_span_in_the_fewest_figures(String text, String shortest) {
      assertEquals(shortest, SpanText.of(SpanText.read(text).orElseThrow()));
      assertEquals(SpanText.read(text), SpanText.read(shortest));
    }
  }
}
