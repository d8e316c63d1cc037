package io.dingledger.rules.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The countries whose calendars are known. Their days stand in text files beside this package. */
public final class Calendars {
  private Calendars() {}

  /** How rule books name them. */
  public static List<String> codes() {
    return List.of("CN", "HK");
  }

  /** The calendar with this code: 2024 to 2026. */
  public static Optional<BaseCalendar> named(String code) {
    return switch (code) {
      case "CN" -> Optional.of(Mainland.CALENDAR);
      case "HK" -> Optional.of(HongKong.CALENDAR);
      default -> Optional.empty();
    };
  }

  /** Read when it is first asked for, and never again. */
  private static final class Mainland {
    static final BaseCalendar CALENDAR = read("CN");
  }

  /** Read when it is first asked for, and never again. */
  private static final class HongKong {
    static final BaseCalendar CALENDAR = read("HK");
  }

  private static BaseCalendar read(String code) {
    try (InputStream stream = Calendars.class.getResourceAsStream(code + ".txt")) {
      return PublishedCalendar.of(
          code, new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
