package io.dingledger.ledgers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A type of ledger in words and as a form: what a tenant must enter to connect it, and what it can
 * guarantee once connected.
 *
 * @param type the registered type, for example {@code kingdee-cloud}
 * @param name the product's name
 * @param settings the form, in the order in which it is filled in
 * @param guarantee what holds for vouchers sent to it
 * @param unsure what the vendor does not publish and a tenant must try out
 * @param abilities what it can do
 * @param limits how much it is given to do, unless the connection says otherwise
 * @param facts what the adapter relies on and how sure each of it is
 */
public record LedgerDescription(
    String type,
    Text name,
    List<Setting> settings,
    Text guarantee,
    Text unsure,
    Abilities abilities,
    Limits limits,
    List<Fact> facts) {
  public LedgerDescription {
    settings = List.copyOf(settings);
    facts = List.copyOf(facts);
  }

  /** What keeps a voucher from being booked twice. */
  public enum Guard {
    /** The ledger refuses or replays a repeat, and is asked first as well. */
    REFUSES_REPEATS,
    /** The ledger is asked first; it does not refuse repeats by itself. */
    ASKED_FIRST,
    /** The ledger is asked first, and a person must see to it that the key field filters. */
    ASKED_BY_CONFIGURATION,
    /** It can't be asked; the receiver must remove repeats by the key that it gets. */
    RECEIVER_REMOVES_REPEATS,
    /** It can't be asked and may keep repeats: each is sent once, a person sees to the unclear. */
    SENT_ONCE,
    /** Vouchers wait in our own list, each once, until a person takes a file away. */
    OWN_LIST;

    /** Whether an answer of {@code Absent} says that the ledger has not got the voucher. */
    public boolean canBeAsked() {
      return switch (this) {
        case REFUSES_REPEATS, ASKED_FIRST, ASKED_BY_CONFIGURATION, OWN_LIST -> true;
        case RECEIVER_REMOVES_REPEATS, SENT_ONCE -> false;
      };
    }
  }

  /** How a voucher is taken back. */
  public enum RedStyle {
    /** Negative amounts on the same sides (红字). */
    NEGATIVE_AMOUNTS,
    /** Positive amounts on the other sides, where the ledger takes no negative ones. */
    OTHER_SIDES
  }

  /**
   * What a type of ledger can do.
   *
   * @param guard what keeps a voucher from being booked twice
   * @param redStyle how a voucher is taken back
   * @param foreignLines whether it takes lines in foreign currencies
   * @param attaches whether it takes files
   * @param tells the master data that it tells
   */
  public record Abilities(
      Guard guard,
      RedStyle redStyle,
      boolean foreignLines,
      boolean attaches,
      Set<MasterData.Kind> tells) {
    public Abilities {
      tells = Set.copyOf(tells);
    }
  }

  /**
   * How much a connection is given to do.
   *
   * @param atOnce vouchers under way at the same time, 1 or more
   * @param perMinute vouchers begun in a minute, 1 or more; each takes two requests and sometimes a
   *     log-in
   */
  public record Limits(int atOnce, int perMinute) {}

  /** How sure something is that an adapter relies on. */
  public enum Certainty {
    /** It was tried on a live system. */
    TRIED_LIVE,
    /** The vendor's documents or its own code say so. */
    DOCUMENTED,
    /** Independent clients agree, or it is usual. */
    LIKELY,
    /** Thin or conflicting; it can be configured, and a tenant must try it out. */
    UNSURE
  }

  /** One thing that an adapter relies on. */
  public record Fact(Text what, Certainty certainty) {}

  /** The same words in both languages. */
  public record Text(String chinese, String english) {}

  /**
   * When a setting must be filled in: when the setting {@code decider} has one of these values. An
   * empty {@code decider} with values means always; no values mean never.
   */
  public record Requirement(String decider, Set<String> values) {
    /** Never required. */
    public static final Requirement NEVER = new Requirement("", Set.of());

    /** Always required. */
    public static final Requirement ALWAYS = new Requirement("", Set.of(""));

    public Requirement {
      values = Set.copyOf(values);
    }

    /** Required when another setting has one of these values. */
    public static Requirement when(String decider, String... values) {
      return new Requirement(decider, Set.of(values));
    }
  }

  /** A plain field that still lacks its help. */
  public record Named(String key, String chinese, String english) {
    /** The field. */
    public Setting help(String chineseHelp, String englishHelp) {
      return Setting.plain(key, chinese, english, new Text(chineseHelp, englishHelp));
    }
  }

  /**
   * One field of the form.
   *
   * @param key its name in the connection's settings or secrets
   * @param secret whether it belongs to the secrets
   * @param label what it is
   * @param help where to find it and what it does
   * @param requirement when it must be filled in
   * @param defaultValue what holds when it is left out; empty when nothing does
   * @param warning what is not certain about it and must be tried out
   * @param longest the most characters; where there may be more than 500, there may be several
   *     lines
   * @param accepted which values are accepted
   */
  public record Setting(
      String key,
      boolean secret,
      Text label,
      Text help,
      Requirement requirement,
      String defaultValue,
      Optional<Text> warning,
      int longest,
      Predicate<String> accepted) {
    private static final int LONGEST_VALUE = 500;

    /** A plain setting that may be left out, and still lacks its help. */
    public static Named plain(String key, String chinese, String english) {
      return new Named(key, chinese, english);
    }

    /** A plain setting that may be left out. */
    public static Setting plain(String key, String chinese, String english, Text help) {
      return new Setting(
          key,
          false,
          new Text(chinese, english),
          help,
          Requirement.NEVER,
          "",
          Optional.empty(),
          LONGEST_VALUE,
          value -> true);
    }

    /** A credential that may be left out. */
    public static Setting secret(String key, String chinese, String english, Text help) {
      Setting plain = plain(key, chinese, english, help);
      return new Setting(
          key,
          true,
          plain.label,
          help,
          plain.requirement,
          "",
          plain.warning,
          LONGEST_VALUE,
          plain.accepted);
    }

    /** The same field, required. */
    public Setting required(Requirement when) {
      return new Setting(key, secret, label, help, when, defaultValue, warning, longest, accepted);
    }

    /** The same field with a default. */
    public Setting orElse(String value) {
      return new Setting(key, secret, label, help, requirement, value, warning, longest, accepted);
    }

    /** The same field with a word of warning. */
    public Setting unsure(String chinese, String english) {
      return new Setting(
          key,
          secret,
          label,
          help,
          requirement,
          defaultValue,
          Optional.of(new Text(chinese, english)),
          longest,
          accepted);
    }

    /** The same field for a text of several lines. */
    public Setting lines(int most) {
      return new Setting(
          key, secret, label, help, requirement, defaultValue, warning, most, accepted);
    }

    /** The same field that accepts these values only. */
    public Setting accepting(Predicate<String> values) {
      return new Setting(
          key, secret, label, help, requirement, defaultValue, warning, longest, values);
    }

    /** Whether this value may be used. */
    public boolean accepts(String value) {
      return value.length() <= longest
          && value.chars().noneMatch(this::isForbidden)
          && accepted.test(value);
    }

    private boolean isForbidden(int character) {
      boolean separatesLines = character == '\n' || character == '\r' || character == '\t';
      return Character.isISOControl(character) && !(separatesLines && longest > LONGEST_VALUE);
    }
  }
}
