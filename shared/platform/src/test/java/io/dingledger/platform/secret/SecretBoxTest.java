package io.dingledger.platform.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.support.Samples;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
  private static final Tenant ACME = Samples.tenant("acme");
  private static final String NAME = "dingtalk.clientSecret";
  private static final Secret SECRET = Secret.of("s3cr€t 密钥");

  @TempDir Path folder;
  private SecretBox box;

  @BeforeEach
  void make() {
    box = new EnvelopeSecretBox(KeyFileWrap.at(folder.resolve("key")));
  }

  @Nested
  class Opens {
    @Test
    void what_it_sealed() {
      for (String clear : List.of("", "x", "密钥", "y".repeat(10_000))) {
        String sealed = box.seal(ACME, NAME, Secret.of(clear));
        assertEquals(Secret.of(clear), box.open(ACME, NAME, sealed));
        assertTrue(sealed.chars().allMatch(unit -> unit > ' ' && unit < 0x7F));
      }
    }

    @Test
    void what_an_earlier_process_sealed_with_the_same_file() {
      String sealed = box.seal(ACME, NAME, SECRET);
      SecretBox later = new EnvelopeSecretBox(KeyFileWrap.at(folder.resolve("key")));
      assertEquals(SECRET, later.open(ACME, NAME, sealed));
    }
  }

  @Test
  void the_same_secret_gives_another_text_each_time() {
    assertNotEquals(box.seal(ACME, NAME, SECRET), box.seal(ACME, NAME, SECRET));
  }

  @Nested
  class Refuses {
    @Test
    void another_tenant() {
      String sealed = box.seal(ACME, NAME, SECRET);
      for (String twin : List.of("ACME", "acm", "acme#", "acmed")) {
        refused(Samples.tenant(twin), NAME, sealed);
      }
    }

    @Test
    void another_name() {
      refused(ACME, "dingtalk.callbackToken", box.seal(ACME, NAME, SECRET));
    }

    @Test
    void tenant_and_name_that_only_look_the_same_together() {
      refused(Samples.tenant("acmed"), "x", box.seal(ACME, "dx", SECRET));
    }

    @Test
    void every_single_altered_bit() {
      String sealed = box.seal(ACME, NAME, SECRET);
      byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(3));
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        byte[] altered = bytes.clone();
        altered[bit / 8] ^= (byte) (1 << bit % 8);
        refused(ACME, NAME, "v1." + Base64.getUrlEncoder().encodeToString(altered));
      }
    }

    @Test
    void every_shortened_text() {
      String sealed = box.seal(ACME, NAME, SECRET);
      for (int length = 0; length < sealed.length(); length++) {
        refused(ACME, NAME, sealed.substring(0, length));
      }
    }

    @Test
    void what_is_no_sealed_text() {
      for (String text : List.of("", "v1.", "v2.AAAA", "v1.!!!!", "v1.AAAA", "clear")) {
        refused(ACME, NAME, text);
      }
    }

    @Test
    void what_was_sealed_with_another_key() {
      SecretBox other = new EnvelopeSecretBox(KeyFileWrap.at(folder.resolve("other")));
      refused(ACME, NAME, other.seal(ACME, NAME, SECRET));
    }

    private void refused(Tenant tenant, String name, String sealed) {
      SecretRefused refused =
          assertThrows(SecretRefused.class, () -> box.open(tenant, name, sealed));
      assertEquals("PLATFORM-SECRET-REFUSED", refused.reason().code());
      assertFalse(refused.getMessage().contains("s3cr"));
      assertTrue(refused.getMessage().contains(name));
    }
  }
}
