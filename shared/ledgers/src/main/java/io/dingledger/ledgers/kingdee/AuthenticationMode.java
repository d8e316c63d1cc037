package io.dingledger.ledgers.kingdee;

import java.util.Arrays;

/** The ways to prove to Kingdee who is calling, by their names in the setting {@code auth}. */
enum AuthenticationMode {
  SIGNED_HEADERS("signed-headers"),
  LOGIN_BY_SIGN("login-by-sign"),
  LOGIN_BY_APP_SECRET("login-by-app-secret"),
  VALIDATE_USER("validate-user");

  private final String setting;

  AuthenticationMode(String setting) {
    this.setting = setting;
  }

  static boolean isKnown(String setting) {
    return Arrays.stream(values()).anyMatch(mode -> mode.setting.equals(setting));
  }

  /**
   * The mode with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static AuthenticationMode of(String setting) {
    return Arrays.stream(values())
        .filter(mode -> mode.setting.equals(setting))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no authentication mode " + setting));
  }
}
