package io.dingledger.model.tenant;

import java.net.URI;
import java.util.Set;

/**
 * A tenant's account at the expense system 合思 (易快报).
 *
 * @param base where its open interface is, by corp; for example {@code https://app.ekuaibao.com}
 * @param corpId the company's identifier there
 * @param appKey what access tokens are asked for with
 * @param appSecurity the secret to it
 * @param signKey what its outbound messages prove themselves with
 * @param states in which states of a document it counts, in its own words
 * @param category what of a fee type rules see as the category of a line
 * @param form the name of the rule book's form for these documents; empty where it has but one
 * @param writesBack whether voucher numbers are written back
 */
public record HoseSettings(
    URI base,
    String corpId,
    String appKey,
    Secret appSecurity,
    Secret signKey,
    Set<String> states,
    Category category,
    String form,
    boolean writesBack) {
  /** Paid, and what becomes of the paid later. */
  public static final Set<String> PAID = Set.of("paid", "archived");

  public HoseSettings {
    states = Set.copyOf(states);
    if (states.isEmpty()) {
      throw new IllegalArgumentException("in some state a document must count");
    }
  }

  /** What a line's category is. */
  public enum Category {
    /** The fee type's name, as people see it. */
    NAME,
    /** The fee type's code, which stays when somebody renames it. */
    CODE
  }

  @Override
  public String toString() {
    return "HoseSettings[***]";
  }
}
