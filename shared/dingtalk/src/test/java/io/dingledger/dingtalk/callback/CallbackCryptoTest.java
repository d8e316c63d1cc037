package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.Apps;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.tenant.CallbackSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallbackCryptoTest {
  private static final byte[] RANDOM = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private final CallbackSettings app = Apps.callback();

  @Nested
  class A_push_is_refused {
    @Test
    void when_its_signature_is_in_capitals() {
      CallbackRequest good = sealed("{}");
      assertRefused(
          CallbackRefusal.SIGNATURE,
          new CallbackRequest(
              good.signature().toUpperCase(java.util.Locale.ROOT),
              good.timestamp(),
              good.nonce(),
              good.encrypt()));
    }

    @Test
    void when_any_signed_part_was_changed() {
      CallbackRequest good = sealed("{}");
      assertRefused(
          CallbackRefusal.SIGNATURE,
          new CallbackRequest(good.signature(), "2", good.nonce(), good.encrypt()));
      assertRefused(
          CallbackRefusal.SIGNATURE,
          new CallbackRequest(good.signature(), good.timestamp(), "x", good.encrypt()));
      assertRefused(
          CallbackRefusal.SIGNATURE,
          new CallbackRequest(good.signature(), good.timestamp(), good.nonce(), "AAAA"));
    }

    @Test
    void when_our_aes_key_is_short_or_not_base64() {
      for (String key : new String[] {"short", "-".repeat(43)}) {
        CallbackSettings wrong = Apps.callback("tokenAbc123", key, Apps.CLIENT);
        assertEquals(
            new Refused(CallbackRefusal.AES_KEY_UNUSABLE),
            CallbackCrypto.open(wrong, sealed("{}")));
      }
    }

    @Test
    void when_the_ciphertext_is_not_base64() {
      assertRefused(CallbackRefusal.BASE64, signed("not base64!"));
    }

    @Test
    void when_the_ciphertext_is_empty_or_ends_inside_a_block() {
      assertRefused(CallbackRefusal.BLOCK_LENGTH, signed(""));
      assertRefused(
          CallbackRefusal.BLOCK_LENGTH, signed(Base64.getEncoder().encodeToString(new byte[33])));
    }

    @Test
    void when_the_padding_is_zero_above_32_or_uneven() {
      assertRefused(CallbackRefusal.PADDING, encrypted(bytes(64, 0)));
      assertRefused(CallbackRefusal.PADDING, encrypted(bytes(64, 33)));
      assertRefused(CallbackRefusal.PADDING, encrypted(bytes(64, -1)));
      byte[] uneven = bytes(64, 5);
      uneven[60] = 4;
      assertRefused(CallbackRefusal.PADDING, encrypted(uneven));
    }

    @Test
    void when_the_padding_is_longer_than_the_content() {
      assertRefused(CallbackRefusal.PADDING, encrypted(bytes(16, 17)));
    }

    @Test
    void when_the_stated_length_is_negative_missing_or_beyond_the_end() {
      assertRefused(CallbackRefusal.LENGTH, encrypted(content(-1)));
      assertRefused(CallbackRefusal.LENGTH, encrypted(content(1_000)));
      assertRefused(CallbackRefusal.LENGTH, encrypted(content(Integer.MAX_VALUE)));
      assertRefused(CallbackRefusal.LENGTH, encrypted(bytes(32, 16)));
    }

    @Test
    void when_it_is_for_another_app() {
      CallbackReply other = CallbackCrypto.seal(app, "dingOTHER", "{}", "1", "n", RANDOM);
      assertRefused(CallbackRefusal.OWNER_KEY, signed(other.encrypt()));
    }
  }

  @Nested
  class A_reply {
    @Test
    void is_json_with_the_four_fields_of_the_reference() {
      CallbackReply reply = CallbackCrypto.seal(app, Apps.CLIENT, "success", "17", "n0", RANDOM);
      ObjectNode json = JsonTexts.parseObject(reply.json()).orElseThrow();
      assertEquals(reply.msgSignature(), json.path("msg_signature").asText());
      assertEquals("17", json.path("timeStamp").asText());
      assertEquals("n0", json.path("nonce").asText());
      assertEquals(reply.encrypt(), json.path("encrypt").asText());
      assertEquals(4, json.size());
    }

    @Test
    void opens_to_the_same_text_for_every_padding() {
      for (int length = 0; length < 70; length++) {
        String message = "凭".repeat(length % 7) + "x".repeat(length);
        CallbackCrypto.Opened opened =
            assertInstanceOf(
                CallbackCrypto.Opened.class, CallbackCrypto.open(app, sealed(message)));
        assertEquals(message, opened.message());
      }
    }

    @Test
    void needs_sixteen_random_bytes_and_a_usable_key() {
      assertThrows(
          IllegalArgumentException.class,
          () -> CallbackCrypto.seal(app, Apps.CLIENT, "success", "1", "n", new byte[15]));
      CallbackSettings wrong = Apps.callback("t", "short", Apps.CLIENT);
      IllegalArgumentException thrown =
          assertThrows(
              IllegalArgumentException.class,
              () -> CallbackCrypto.seal(wrong, Apps.CLIENT, "success", "1", "n", RANDOM));
      assertFalse(thrown.getMessage().contains("short"));
    }
  }

  @Test
  void garbage_of_any_kind_is_refused_and_never_throws() {
    Random random = new Random(20_260_101);
    byte[] good = Base64.getDecoder().decode(sealed("{\"EventType\":\"check_url\"}").encrypt());
    int refused = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = round % 2 == 0 ? good.clone() : new byte[random.nextInt(200)];
      if (round % 2 == 0) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      } else {
        random.nextBytes(bytes);
      }
      CallbackCrypto.Opening opening =
          CallbackCrypto.open(app, signed(Base64.getEncoder().encodeToString(bytes)));
      refused += opening instanceof Refused ? 1 : 0;
    }
    // A flipped bit in the random part or in the message itself still opens: the signature guards.
    assertTrue(refused > 2_500, "refused " + refused);
  }

  private void assertRefused(CallbackRefusal expected, CallbackRequest request) {
    assertEquals(new Refused(expected), CallbackCrypto.open(app, request));
  }

  private CallbackRequest sealed(String message) {
    return signed(CallbackCrypto.seal(app, Apps.CLIENT, message, "1", "n", RANDOM).encrypt());
  }

  private CallbackRequest signed(String encrypt) {
    return new CallbackRequest(CallbackCrypto.signature(app, "1", "n", encrypt), "1", "n", encrypt);
  }

  private CallbackRequest encrypted(byte[] blocks) {
    byte[] key = Base64.getDecoder().decode(app.aesKey().reveal() + "=");
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
      return signed(Base64.getEncoder().encodeToString(cipher.doFinal(blocks)));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(int length, int fill) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) fill);
    return bytes;
  }

  private static byte[] content(int statedLength) {
    return ByteBuffer.wrap(bytes(64, 10)).putInt(16, statedLength).array();
  }
}
