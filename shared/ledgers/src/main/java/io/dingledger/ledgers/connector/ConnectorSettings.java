package io.dingledger.ledgers.connector;

import io.dingledger.ledgers.BookedVouchers.Sameness;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.SettingValues;
import io.dingledger.ledgers.connector.AnswerTree.Format;
import io.dingledger.ledgers.connector.VoucherValues.Style;
import io.dingledger.ledgers.http.Digests;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.LedgerConnection;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection read into templates and tests. Reading finds all faults at once; a connection with
 * none can be used.
 */
final class ConnectorSettings {
  private static final Pattern HEADER_LINE =
      Pattern.compile("([A-Za-z0-9-]{1,60}):[ \t]*(.{1,1000})");
  private static final Pattern CONSTANT_LINE =
      Pattern.compile("([A-Za-z][A-Za-z0-9]{0,39})=(.{0,500})");

  /** What the client writes itself, or must not be led to write. */
  private static final Set<String> OURS =
      Set.of(
          "accept",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Set<String> SECRETS = Set.of("token", "secondToken");

  private final Map<String, String> texts;
  private final String password;
  private final List<Reason> faults = new ArrayList<>();
  private final Map<String, String> fixed = new HashMap<>();
  private final Map<String, Template> headers = new LinkedHashMap<>();
  private final Map<String, Template> templates = new HashMap<>();
  private final Map<String, List<Condition>> tests = new HashMap<>();

  private ConnectorSettings(LedgerConnection connection) {
    SettingValues values = SettingValues.of(connection, ConnectorForm.description());
    texts = texts(connection);
    password = values.secret("password").reveal();
    readConstants();
    SECRETS.forEach(name -> fixed.put("secret." + name, values.secret(name).reveal()));
    readHeaders();
    templates.put("url", template("url", keyNames()));
    templates.put("body", template("body", allNames()));
    templates.put("lookupUrl", template("lookupUrl", keyNames()));
    templates.put("lookupBody", template("lookupBody", keyNames()));
    for (String key : ConnectorCheck.TESTS) {
      tests.put(key, Condition.read(key, text(key), faults));
    }
  }

  /** Reads a connection whose settings are acceptable, each by itself. */
  static ConnectorSettings of(LedgerConnection connection) {
    return new ConnectorSettings(connection);
  }

  /** What is wrong with templates, tests and lines. */
  List<Reason> faults() {
    return List.copyOf(faults);
  }

  /** A setting: the tenant's own, else the template's, else the form's default. */
  String text(String key) {
    return texts.getOrDefault(key, "");
  }

  private static Map<String, String> texts(LedgerConnection connection) {
    LedgerDescription form = ConnectorForm.description();
    SettingValues values = SettingValues.of(connection, form);
    Map<String, String> preset = Preset.of(values.text("template"));
    Map<String, String> texts = new HashMap<>();
    for (Setting setting : form.settings()) {
      String key = setting.key();
      boolean isGiven = !connection.settings().getOrDefault(key, "").isBlank();
      texts.put(key, isGiven ? values.text(key) : preset.getOrDefault(key, setting.defaultValue()));
    }
    return texts;
  }

  Template template(String key) {
    return templates.get(key);
  }

  List<Condition> tests(String key) {
    return tests.get(key);
  }

  /** Whether a test of this kind holds; none holds where there are none. */
  boolean any(String key, Condition.Heard answer) {
    return tests(key).stream().anyMatch(test -> test.holds(answer));
  }

  /** Whether there are tests of this kind and all hold. */
  boolean all(String key, Condition.Heard answer) {
    return !tests(key).isEmpty() && tests(key).stream().allMatch(test -> test.holds(answer));
  }

  Format format() {
    return Format.valueOf(text("format").toUpperCase(Locale.ROOT));
  }

  Charset charset() {
    return Charset.forName(text("charset"));
  }

  String contentType() {
    String usual = format() == Format.JSON ? "application/json" : "text/xml";
    String given = text("contentType");
    return given.isEmpty()
        ? usual + "; charset=" + charset().name().toLowerCase(Locale.ROOT)
        : given;
  }

  Style style() {
    return new Style(
        text("debitWord"),
        text("creditWord"),
        text("redStyle").equals("other-sides"),
        Integer.parseInt(text("decimals")),
        Integer.parseInt(text("summaryLength")));
  }

  /** What turns sides around must be compared without them. */
  Sameness sameness() {
    return style().otherSides() ? Sameness.NET : Sameness.SIDES;
  }

  Guard guard() {
    if (canBeAsked()) {
      return Guard.ASKED_FIRST;
    }
    return text("receiverRemovesRepeats").equals("true")
        ? Guard.RECEIVER_REMOVES_REPEATS
        : Guard.SENT_ONCE;
  }

  boolean canBeAsked() {
    return !text("lookup").equals("none");
  }

  boolean takesForeignLines() {
    return template("body").uses(name -> name.startsWith("line.foreign"));
  }

  Duration readTimeout() {
    return Duration.ofSeconds(Integer.parseInt(text("readTimeoutSeconds")));
  }

  /** Names that are the same for every voucher: constants and secrets. */
  Map<String, String> fixed() {
    return fixed;
  }

  /** The headers with their places filled, {@code Authorization} for a user included. */
  Map<String, String> headers(Template.Values filling) {
    Map<String, String> filled = new LinkedHashMap<>();
    user().ifPresent(user -> filled.put("Authorization", user));
    headers.forEach((name, value) -> filled.put(name, value.filled(filling, Escaping.HEADER)));
    return filled;
  }

  private Optional<String> user() {
    String user = text("userName");
    return user.isEmpty()
        ? Optional.empty()
        : Optional.of("Basic " + Digests.base64(user + ":" + password));
  }

  private void readConstants() {
    int number = 0;
    for (String line : text("constants").split("\n", -1)) {
      number++;
      Matcher constant = CONSTANT_LINE.matcher(line.strip());
      if (constant.matches()) {
        fixed.put("const." + constant.group(1), constant.group(2).strip());
      } else if (!line.isBlank()) {
        faults.add(Reason.of(ConnectorReason.LINE_UNREADABLE, "constants", number));
      }
    }
  }

  private void readHeaders() {
    int number = 0;
    for (String line : text("headers").split("\n", -1)) {
      number++;
      Matcher header = HEADER_LINE.matcher(line.strip());
      if (header.matches() && !OURS.contains(header.group(1).toLowerCase(Locale.ROOT))) {
        String setting = "headers (" + header.group(1) + ")";
        Template value = Template.read(setting, header.group(2), keyNames(), faults);
        headers.put(header.group(1), value);
      } else if (!line.isBlank()) {
        faults.add(Reason.of(ConnectorReason.LINE_UNREADABLE, "headers", number));
      }
    }
  }

  private Template template(String key, Set<String> vocabulary) {
    return Template.read(key, text(key), vocabulary, faults);
  }

  private Set<String> keyNames() {
    Set<String> names = new HashSet<>(fixed.keySet());
    names.addAll(Set.of("key", "date", "year", "month"));
    return names;
  }

  private Set<String> allNames() {
    Set<String> names = keyNames();
    names.addAll(VoucherValues.HEADER);
    names.addAll(VoucherValues.LINE);
    return names;
  }
}
