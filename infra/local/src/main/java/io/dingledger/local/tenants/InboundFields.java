package io.dingledger.local.tenants;

import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The texts below {@code inbound}, not yet trusted. */
record InboundFields(String key, List<String> secrets, Optional<Hose> hose) {
  /** The texts below {@code inbound.hose}. */
  private record Hose(
      String base,
      String corpId,
      String appKey,
      String appSecurity,
      String signKey,
      Set<String> states,
      String category,
      String form,
      boolean writesBack) {
    static Hose of(Fields fields) {
      Set<String> states = fields.texts("states", Rule.WORD);
      return new Hose(
          fields.optional("base", Rule.BASE).orElse("https://app.ekuaibao.com"),
          fields.required("corpId", Rule.IDENTIFIER),
          fields.required("appKey", Rule.IDENTIFIER),
          fields.secret("appSecurity", Rule.SECRET),
          fields.secret("signKey", Rule.SECRET),
          states.isEmpty() ? HoseSettings.PAID : states,
          fields.optional("category", Rule.CATEGORY).orElse("name"),
          fields.optional("form", Rule.SETTING).orElse(""),
          fields.optional("writesBack", Rule.TRUTH).orElse("true").equals("true"));
    }

    HoseSettings settings() {
      return new HoseSettings(
          URI.create(base),
          corpId,
          appKey,
          Secret.of(appSecurity),
          Secret.of(signKey),
          states,
          HoseSettings.Category.valueOf(category.toUpperCase(Locale.ROOT)),
          form,
          writesBack);
    }

    @Override
    public String toString() {
      return "Hose[***]";
    }
  }

  /** The ways in; empty when the file has none. */
  static Optional<InboundFields> of(Fields top) {
    if (!top.names().contains("inbound")) {
      return Optional.empty();
    }
    Fields fields = top.child("inbound", TenantFile.INBOUND, false);
    Optional<Hose> hose =
        fields.names().contains("hose")
            ? Optional.of(Hose.of(fields.child("hose", TenantFile.HOSE, false)))
            : Optional.empty();
    boolean isNeeded = hose.isEmpty() || fields.names().contains("secret");
    Stream<String> secrets =
        Stream.concat(
            isNeeded
                ? Stream.of(fields.secret("secret", Rule.WEBHOOK_SECRET))
                : fields.elsewhere("secret", Rule.WEBHOOK_SECRET, false).stream(),
            fields.names().contains("secondSecret")
                ? Stream.of(fields.secret("secondSecret", Rule.WEBHOOK_SECRET))
                : Stream.empty());
    return Optional.of(
        new InboundFields(fields.kept("key", Rule.CALLBACK_KEY), secrets.toList(), hose));
  }

  /** The settings, once nothing is wrong with the texts. */
  InboundSettings settings() {
    return new InboundSettings(
        key, secrets.stream().map(Secret::of).toList(), hose.map(Hose::settings));
  }

  @Override
  public String toString() {
    return "InboundFields[***]";
  }
}
