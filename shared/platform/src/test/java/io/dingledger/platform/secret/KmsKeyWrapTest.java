package io.dingledger.platform.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;

class KmsKeyWrapTest {
  private static final Tenant ACME = Samples.tenant("acme");
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final HandClock clock = new HandClock(Instant.parse("2026-03-01T00:00:00Z"));
  private final StandInKms kms = new StandInKms();
  private final SecretBox box = box();

  @Test
  void a_tenants_secrets_are_sealed_by_one_call_and_opened_by_one() {
    String one = box.seal(ACME, "one", Secret.of("1"));
    String two = box.seal(ACME, "two", Secret.of("2"));
    assertEquals(1, kms.generated);
    SecretBox elsewhere = box();
    assertEquals(Secret.of("1"), elsewhere.open(ACME, "one", one));
    assertEquals(Secret.of("2"), elsewhere.open(ACME, "two", two));
    assertEquals(1, kms.decrypted);
  }

  @Test
  void a_data_key_is_forgotten_after_a_while() {
    String sealed = box.seal(ACME, "one", Secret.of("1"));
    clock.advance(KEPT);
    assertEquals(Secret.of("1"), box.open(ACME, "one", sealed));
    box.seal(ACME, "one", Secret.of("1"));
    assertEquals(2, kms.generated);
    assertEquals(1, kms.decrypted);
  }

  @Test
  void tenants_share_no_data_key_and_a_kept_one_opens_for_nobody_else() {
    String sealed = box.seal(ACME, "one", Secret.of("1"));
    box.seal(Samples.tenant("other"), "one", Secret.of("1"));
    assertEquals(2, kms.generated);
    assertThrows(SecretRefused.class, () -> box.open(Samples.tenant("other"), "one", sealed));
  }

  @Test
  void what_KMS_does_not_recognise_is_refused() {
    String sealed = box.seal(ACME, "one", Secret.of("1"));
    assertThrows(SecretRefused.class, () -> box().open(Samples.tenant("other"), "one", sealed));
  }

  @Test
  void a_KMS_that_does_not_answer_is_no_refusal() {
    String sealed = box.seal(ACME, "one", Secret.of("1"));
    kms.failure = SdkClientException.create("timed out");
    KeysUnreachable unreachable =
        assertThrows(KeysUnreachable.class, () -> box().open(ACME, "one", sealed));
    assertEquals("PLATFORM-KEYS-UNREACHABLE", unreachable.reason().code());
    kms.failure =
        (RuntimeException)
            KmsException.builder()
                .awsErrorDetails(
                    AwsErrorDetails.builder().errorCode("AccessDeniedException").build())
                .build();
    KeysUnreachable denied =
        assertThrows(KeysUnreachable.class, () -> box().seal(ACME, "one", Secret.of("1")));
    assertTrue(denied.getMessage().contains("AccessDeniedException"));
  }

  @Test
  void the_encryption_context_is_the_tenant_as_keys_and_session_tags_name_it() {
    box.seal(Samples.tenant("a#b"), "one", Secret.of("1"));
    assertEquals("a=0023b", kms.context);
  }

  private SecretBox box() {
    return new EnvelopeSecretBox(new KmsKeyWrap(kms, "alias/dingledger", clock, KEPT));
  }

  /** Wraps a key by writing its context in front of it. */
  private static final class StandInKms implements KmsClient {
    private int generated;
    private int decrypted;
    private String context;
    private RuntimeException failure;

    @Override
    public GenerateDataKeyResponse generateDataKey(GenerateDataKeyRequest request) {
      failIfTold();
      byte[] plain = new byte[KeyWrap.KEY_BYTES];
      Arrays.fill(plain, (byte) ++generated);
      this.context = request.encryptionContext().get("tenant");
      byte[] context = context(request.encryptionContext().get("tenant"));
      byte[] wrapped = Arrays.copyOf(context, context.length + plain.length);
      System.arraycopy(plain, 0, wrapped, context.length, plain.length);
      return GenerateDataKeyResponse.builder()
          .plaintext(SdkBytes.fromByteArray(plain))
          .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
          .build();
    }

    @Override
    public DecryptResponse decrypt(DecryptRequest request) {
      failIfTold();
      decrypted++;
      byte[] wrapped = request.ciphertextBlob().asByteArray();
      byte[] context = context(request.encryptionContext().get("tenant"));
      if (!Arrays.equals(context, Arrays.copyOf(wrapped, context.length))) {
        throw InvalidCiphertextException.builder().build();
      }
      byte[] plain = Arrays.copyOfRange(wrapped, context.length, wrapped.length);
      return DecryptResponse.builder().plaintext(SdkBytes.fromByteArray(plain)).build();
    }

    @Override
    public String serviceName() {
      return "kms";
    }

    @Override
    public void close() {}

    private void failIfTold() {
      if (failure != null) {
        throw failure;
      }
    }

    private static byte[] context(String tenant) {
      return ("[" + tenant + "]").getBytes(StandardCharsets.UTF_8);
    }
  }
}
