package io.dingledger.ledgers;

import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.voucher.Dimension;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of a checked connection, with its form's defaults for what was left out. */
public final class SettingValues {
  private final LedgerConnection connection;
  private final Map<String, String> defaults;

  private SettingValues(LedgerConnection connection, Map<String, String> defaults) {
    this.connection = connection;
    this.defaults = defaults;
  }

  /** The values of a connection that {@link Ledgers#check} found no fault with. */
  public static SettingValues of(LedgerConnection connection, LedgerDescription form) {
    Map<String, String> defaults = new HashMap<>();
    for (Setting setting : form.settings()) {
      defaults.put(setting.key(), setting.defaultValue());
    }
    return new SettingValues(connection, defaults);
  }

  /** A setting, stripped; its default, perhaps empty, when it was left out. */
  public String text(String key) {
    return Optional.ofNullable(connection.settings().get(key))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseGet(() -> defaults.getOrDefault(key, ""));
  }

  /** A setting that is a whole number. */
  public int number(String key) {
    return Integer.parseInt(text(key));
  }

  /** A setting that is {@code true} or anything else. */
  public boolean flag(String key) {
    return text(key).equals("true");
  }

  /** What the settings {@code departmentField} and so on say; those that are empty are missing. */
  public Map<Dimension, String> dimensionFields() {
    Map<Dimension, String> fields = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      String field =
          text(
              switch (dimension) {
                case DEPARTMENT -> "departmentField";
                case EMPLOYEE -> "employeeField";
                case PROJECT -> "projectField";
                case CUSTOMER -> "customerField";
                case SUPPLIER -> "supplierField";
              });
      if (!field.isEmpty()) {
        fields.put(dimension, field);
      }
    }
    return Collections.unmodifiableMap(fields);
  }

  /** A credential; an empty one when it was left out. */
  public Secret secret(String key) {
    return connection.secrets().getOrDefault(key, Secret.of(""));
  }
}
