package io.dingledger.model.tenant;

import java.util.Objects;

/**
 * One company (a DingTalk corp) that uses the service.
 *
 * <p>Every store and queue method takes a {@code Tenant}, so forgetting it does not compile. Only
 * entry points that have verified whom they speak for may call {@link #verified}: intake after the
 * signature, the queue codec, the tenant registry and the operator's API. An architecture test
 * holds that list.
 *
 * <p>Identifiers are compared exactly: {@code a}, {@code A} and {@code a#b} are three tenants.
 */
public final class Tenant {
  /** The longest identifier that is accepted, in UTF-16 units. */
  public static final int LONGEST_ID = 64;

  private final String id;

  private Tenant(String id) {
    this.id = id;
  }

  /**
   * The tenant with this identifier, on the word of a verified entry point.
   *
   * @throws IllegalArgumentException when the identifier is blank, longer than {@value #LONGEST_ID}
   *     or holds a control character
   */
  public static Tenant verified(String id) {
    Objects.requireNonNull(id, "tenant id");
    if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not a tenant identifier");
    }
    return new Tenant(id);
  }

  /** The identifier, exactly as configured. */
  public String id() {
    return id;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tenant tenant && tenant.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
