package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.codec.JsonCodec;
import io.dingledger.platform.codec.SuiteCodec;
import io.dingledger.platform.codec.TenantSettingsCodec;
import io.dingledger.platform.secret.SecretBox;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Settings taken apart: what people may see, and the secrets by the names that they are sealed
 * under.
 *
 * @param blank the settings as they are stored, with an empty text for each secret
 * @param secrets the secrets
 */
record Opened(ObjectNode blank, Map<String, Secret> secrets) {
  static Opened of(TenantSettings settings) {
    return of(settings, TenantSettingsCodec::new);
  }

  static Opened of(Suite suite) {
    return of(suite, SuiteCodec::new);
  }

  private static <T> Opened of(T value, Function<SecretBox, JsonCodec<T>> codec) {
    Map<String, Secret> secrets = new TreeMap<>();
    ObjectNode blank = codec.apply(new Taking(secrets)).toJson(value);
    return new Opened(blank, secrets);
  }

  /** Takes secrets out while settings are written. */
  private record Taking(Map<String, Secret> secrets) implements SecretBox {
    @Override
    public String seal(Tenant tenant, String name, Secret secret) {
      secrets.put(name, secret);
      return "";
    }

    @Override
    public Secret open(Tenant tenant, String name, String sealed) {
      throw new UnsupportedOperationException("only writes");
    }
  }
}
