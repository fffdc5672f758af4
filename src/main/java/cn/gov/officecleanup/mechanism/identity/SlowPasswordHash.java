package cn.gov.officecleanup.mechanism.identity;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * How passwords are kept: PBKDF2 with HMAC-SHA-256 by Spring Security, so slow that whoever gets hold of the hashes tries few. It needs
 * nothing beyond the JDK, where Argon2 and scrypt need a further provider, and knows no longest password, where bcrypt cuts off after 72
 * bytes, the engine's salt included. The number of iterations stands in each hash, so that it can be raised
 * ({@code cleanup.passwords.iterations}): older hashes still hold, and are made anew when their owner signs in.
 */
@Component
public class SlowPasswordHash implements PasswordEncryptor {

  private static final String NAME = "PBKDF2-SHA-256";
  private static final String SEPARATOR = "$";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  /** of no password */
  private static final String DECOY = "00".repeat(SALT_BYTES + HASH_BYTES);

  private final int iterations;

  SlowPasswordHash(@Value("${cleanup.passwords.iterations}") int iterations) {
    this.iterations = iterations;
  }

  @Override
  public String encrypt(String password) {
    return iterations + SEPARATOR + encoder(iterations).encode(password);
  }

  @Override
  public boolean check(String password, String encrypted) {
    int end = encrypted.indexOf(SEPARATOR);
    return encoder(Integer.parseInt(encrypted.substring(0, end))).matches(password, encrypted.substring(end + 1));
  }

  @Override
  public String hashAlgorithmName() {
    return NAME;
  }

  /** @return whether a hash as the engine stores it is of this kind, with as many iterations as are wanted now */
  public boolean isCurrent(String stored) {
    return stored != null && stored.startsWith("{" + NAME + "}" + iterations + SEPARATOR);
  }

  /** Takes as long as checking a password does, so that nobody can tell by the time whether there is one to check. */
  public void checkNothing() {
    check("", iterations + SEPARATOR + DECOY);
  }

  private static Pbkdf2PasswordEncoder encoder(int iterations) {
    return new Pbkdf2PasswordEncoder("", SALT_BYTES, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
  }
}
