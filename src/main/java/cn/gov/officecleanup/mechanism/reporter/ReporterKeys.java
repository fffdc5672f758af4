package cn.gov.officecleanup.mechanism.reporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys with which reporters' identities are encrypted: the one in use and, while what they encrypted is not encrypted anew, former
 * ones. Each has 256 bits and is known by the beginning of its hash, which stands beside whatever it encrypted.
 */
@Component
class ReporterKeys {

  static final String VARIABLE = "CLEANUP_REPORTER_KEY";
  static final String FORMER_VARIABLE = "CLEANUP_REPORTER_FORMER_KEYS";

  private static final int BYTES = 32;
  private static final int CHARACTERS_OF_ID = 16;
  private static final Pattern DATABASE_FILE = Pattern.compile("jdbc:h2:file:([^;]+).*");

  private final String current;
  private final Map<String, SecretKey> byId = new LinkedHashMap<>();

  /**
   * @param key in Base64; blank: none is set
   * @param former in Base64, separated by commas; blank: none
   * @param generated whether a key that is not set is made at the first start, beside the database: for trying out alone
   * @throws KeyException when no key is set, or one is none
   */
  ReporterKeys(@Value("${cleanup.reporter.key}") String key, @Value("${cleanup.reporter.former-keys}") String former,
      @Value("${cleanup.reporter.generated-key}") boolean generated, @Value("${spring.datasource.url}") String database) {
    if (key.isBlank() && !generated) {
      throw new KeyException(
          "未设置举报人身份信息的加密密钥。请在启动前设置环境变量%s（32个随机字节的Base64编码，可以用“openssl rand -base64 32”生成），并另行妥善保管，然后重新启动。".formatted(VARIABLE));
    }
    current = add(key.isBlank() ? generated(database) : key, VARIABLE);
    Stream.of(former.split(",")).filter(one -> !one.isBlank()).forEach(one -> add(one, FORMER_VARIABLE));
  }

  private String add(String base64, String variable) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      key = new byte[0]; // and so refused, without the exception that could tell a part of it
    }
    if (key.length != BYTES) {
      throw new KeyException("环境变量%s中的密钥不是32个字节的Base64编码。请核对后重新启动。".formatted(variable));
    }
    String id = DigestUtils.sha256Hex(key).substring(0, CHARACTERS_OF_ID);
    byId.put(id, new SecretKeySpec(key, "AES"));
    Arrays.fill(key, (byte) 0);
    return id;
  }

  private static String generated(String database) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String made = Base64.getEncoder().encodeToString(random);
    Matcher file = DATABASE_FILE.matcher(database);
    if (!file.matches()) {
      return made; // a database in memory ends with the process, too
    }
    Path path = Path.of(file.group(1) + ".reporter-key");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, made, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
      if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(path, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
      }
      return made;
    } catch (FileAlreadyExistsException e) {
      return read(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the key of reporters' identities", e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key of reporters' identities", e);
    }
  }

  /** @return id of the key that encrypts */
  String current() {
    return current;
  }

  /** @return a key that decrypts; empty where it is not set any more */
  Optional<SecretKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The application must not take reports whose authors it cannot protect. */
  static class KeyException extends RuntimeException {

    KeyException(String message) {
      super(message);
    }
  }
}
