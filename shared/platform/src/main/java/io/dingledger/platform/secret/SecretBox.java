package io.dingledger.platform.secret;

import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;

/**
 * Seals credentials for storage. What is sealed for one tenant and name opens for no other.
 *
 * <p>Both methods throw {@link KeysUnreachable} when the keys can't be had at the moment.
 */
public interface SecretBox {
  /**
   * Seals a credential; the same one gives another text each time.
   *
   * @param name what the credential is, for example {@code dingtalk.clientSecret}
   * @return printable ASCII without spaces
   */
  String seal(Tenant tenant, String name, Secret secret);

  /**
   * Opens what was sealed for this tenant and name.
   *
   * @throws SecretRefused when it was altered, or sealed for another tenant, name or key
   */
  Secret open(Tenant tenant, String name, String sealed);
}
