package io.dingledger.model.tenant;

import java.util.Objects;

/** A credential in clear. It never prints itself; {@link #reveal} is for the call that uses it. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Wraps a credential. */
  public static Secret of(String value) {
    return new Secret(Objects.requireNonNull(value, "secret"));
  }

  /** The credential in clear. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
