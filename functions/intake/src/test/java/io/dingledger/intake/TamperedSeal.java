package io.dingledger.intake;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals content that no honest sender would make. */
final class TamperedSeal {
  private TamperedSeal() {}

  /** Rightly encrypted and padded, with this in the place of the message's length. */
  static String withLength(String aesKey, int length) {
    byte[] key = Base64.getDecoder().decode(aesKey + "=");
    byte[] padding = new byte[12];
    Arrays.fill(padding, (byte) padding.length);
    byte[] content = ByteBuffer.allocate(32).put(new byte[16]).putInt(length).put(padding).array();
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
      return Base64.getEncoder().encodeToString(cipher.doFinal(content));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
