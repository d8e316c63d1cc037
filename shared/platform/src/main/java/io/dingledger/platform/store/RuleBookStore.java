package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import java.util.Optional;

/** The texts of rule books, each version immutable. */
public interface RuleBookStore {
  /** The text of a version. */
  Optional<String> text(Tenant tenant, String version);

  /**
   * Stores a text; the same text always gets the same version.
   *
   * @return its version, derived from its content
   */
  String put(Tenant tenant, String text);
}
