package cn.gov.officecleanup.mechanism.reporter;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts and authenticates one text (AES-256-GCM, NIST SP 800-38D): 12 random bytes, then what is encrypted with its tag of 16 bytes.
 * What it belongs to is authenticated with it, so that it cannot be moved to another row or column.
 */
@Component
class Sealing {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int BYTES_OF_NONCE = 12;
  private static final int BITS_OF_TAG = 128;

  private final ReporterKeys keys;
  private final SecureRandom random = new SecureRandom();

  Sealing(ReporterKeys keys) {
    this.keys = keys;
  }

  /** @return what is kept of the text, encrypted with the key in use; null for null; @param place row and column that it belongs to */
  byte[] seal(String text, String place) {
    if (text == null) {
      return null;
    }
    byte[] nonce = new byte[BYTES_OF_NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.find(keys.current()).orElseThrow(), nonce, place)
          .doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt", e);
    }
  }

  /**
   * @return the text; null for null
   * @throws RefusedException when its key is not set, or what is kept was changed or moved
   */
  String open(byte[] kept, String keyId, String place) {
    if (kept == null) {
      return null;
    }
    SecretKey key = keys.find(keyId)
        .orElseThrow(() -> new RefusedException("KEY_MISSING",
            "该信息用编号为%s的密钥加密，系统中没有这个密钥。请系统运行人员在环境变量%s中补上原来的密钥后重新启动。".formatted(keyId, ReporterKeys.FORMER_VARIABLE), "系统"));
    try {
      byte[] text = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(kept, BYTES_OF_NONCE), place).doFinal(kept, BYTES_OF_NONCE,
          kept.length - BYTES_OF_NONCE);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new RefusedException("SEAL_BROKEN", "该信息与保存时不一致，可能被人在数据库中改动，不能显示。请立即报告安全管理员。", "系统");
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(BITS_OF_TAG, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
