package io.dingledger.platform.secret;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.access.Access;
import io.dingledger.platform.access.Escape;
import io.dingledger.platform.failure.PlatformReason;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;

/**
 * Wraps data keys by a key of AWS KMS. The tenant, escaped as in the table's keys, is the
 * encryption context, so KMS itself refuses a key of another tenant, policies can tell tenants
 * apart, and the audit trail names the tenant.
 *
 * <p>Data keys are kept in memory for a short while: a tenant's credentials are then sealed under
 * one data key and opened by one call.
 */
public final class KmsKeyWrap implements KeyWrap {
  private static final int MOST_KEPT = 1000;
  private static final String CONTEXT = "tenant";

  private final KmsClient client;
  private final String keyId;
  private final Clock clock;
  private final Duration kept;
  private final Access access;
  private final Map<Place, Kept> keys = new LinkedHashMap<>();

  /**
   * Wraps by this key.
   *
   * @param keyId the key's id, ARN or alias
   * @param kept how long a data key stays in memory
   */
  public KmsKeyWrap(KmsClient client, String keyId, Clock clock, Duration kept) {
    this(client, keyId, clock, kept, Access.OWN);
  }

  /** The same with these permissions. */
  public KmsKeyWrap(KmsClient client, String keyId, Clock clock, Duration kept, Access access) {
    this.access = access;
    this.client = client;
    this.keyId = keyId;
    this.clock = clock;
    this.kept = kept;
  }

  @Override
  public DataKey dataKey(Tenant tenant) {
    Place place = new Place(tenant, ByteBuffer.allocate(0));
    Optional<DataKey> known = known(place);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      GenerateDataKeyResponse made =
          client.generateDataKey(
              request ->
                  request
                      .keyId(keyId)
                      .keySpec(DataKeySpec.AES_256)
                      .overrideConfiguration(permitted())
                      .encryptionContext(Map.of(CONTEXT, Escape.of(tenant))));
      DataKey key =
          new DataKey(made.plaintext().asByteArray(), made.ciphertextBlob().asByteArray());
      keep(place, key);
      keep(new Place(tenant, ByteBuffer.wrap(key.wrapped())), key);
      return key;
    } catch (SdkException failure) {
      throw unreachable(failure);
    }
  }

  @Override
  public DataKey unwrap(Tenant tenant, byte[] wrapped) throws WrapRefused {
    Place place = new Place(tenant, ByteBuffer.wrap(wrapped));
    Optional<DataKey> known = known(place);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      DecryptResponse opened =
          client.decrypt(
              request ->
                  request
                      .keyId(keyId)
                      .overrideConfiguration(permitted())
                      .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                      .encryptionContext(Map.of(CONTEXT, Escape.of(tenant))));
      DataKey key = new DataKey(opened.plaintext().asByteArray(), wrapped);
      keep(place, key);
      return key;
    } catch (InvalidCiphertextException | IncorrectKeyException altered) {
      throw new WrapRefused();
    } catch (SdkException failure) {
      throw unreachable(failure);
    }
  }

  private synchronized Optional<DataKey> known(Place place) {
    return Optional.ofNullable(keys.get(place))
        .filter(each -> clock.instant().isBefore(each.until()))
        .map(Kept::key);
  }

  private synchronized void keep(Place place, DataKey key) {
    keys.remove(place);
    keys.put(place, new Kept(key, clock.instant().plus(kept)));
    if (keys.size() > MOST_KEPT) {
      keys.remove(keys.keySet().iterator().next());
    }
  }

  /** With whose credentials a request is signed; null, which the SDK leaves out, for our own. */
  private AwsRequestOverrideConfiguration permitted() {
    return access
        .now()
        .map(given -> AwsRequestOverrideConfiguration.builder().credentialsProvider(given).build())
        .orElse(null);
  }

  private static KeysUnreachable unreachable(SdkException failure) {
    boolean coded = failure instanceof KmsException answered && answered.awsErrorDetails() != null;
    return new KeysUnreachable(
        failure,
        PlatformReason.KEYS_UNREACHABLE,
        coded
            ? ((KmsException) failure).awsErrorDetails().errorCode()
            : failure.getClass().getSimpleName());
  }

  private record Place(Tenant tenant, ByteBuffer wrapped) {}

  private record Kept(DataKey key, Instant until) {
    @Override
    public String toString() {
      return "***";
    }
  }
}
