package cn.gov.officecleanup.mechanism.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is kept of a reporter without a key, and nothing is read that was changed, moved, or encrypted with a key that is gone. */
class ReporterKeysTest {

  private static final String MEMORY = "jdbc:h2:mem:x";

  private static String key(int filling) {
    byte[] key = new byte[32];
    key[0] = (byte) filling;
    return Base64.getEncoder().encodeToString(key);
  }

  private static ReporterKeys keys(String current, String former) {
    return new ReporterKeys(current, former, false, MEMORY);
  }

  @Test
  void withoutAKeyNothingStarts() {
    assertThatThrownBy(() -> keys("", "")).isInstanceOf(ReporterKeys.KeyException.class)
        .hasMessageContaining("未设置举报人身份信息的加密密钥")
        .hasMessageContaining("CLEANUP_REPORTER_KEY");
  }

  @Test
  void whatIsNoKeyIsRefusedAndNotRepeated() {
    for (String none : new String[]{"secret-words", Base64.getEncoder().encodeToString(new byte[16])}) {
      assertThatThrownBy(() -> keys(none, "")).hasMessageContaining("不是32个字节").hasMessageNotContaining(none);
      assertThatThrownBy(() -> keys(key(1), none)).hasMessageContaining("CLEANUP_REPORTER_FORMER_KEYS").hasMessageNotContaining(none);
    }
  }

  @Test
  void theDemoMakesOneBesideItsDatabaseAndTakesItAgain(@TempDir Path folder) throws Exception {
    String database = "jdbc:h2:file:" + folder.resolve("demo") + ";MODE=x";
    String first = new ReporterKeys("", "", true, database).current();
    assertThat(new ReporterKeys("", "", true, database).current()).isEqualTo(first);
    Path file = folder.resolve("demo.reporter-key");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    assertThat(new ReporterKeys("", "", true, MEMORY).current()).isNotEqualTo(first);
  }

  @Test
  void whatIsSealedIsOpenedInItsPlaceAlone() {
    Sealing sealing = new Sealing(keys(key(1), ""));
    String id = keys(key(1), "").current();
    byte[] kept = sealing.seal("慕容采薇", "a:name");
    assertThat(sealing.open(kept, id, "a:name")).isEqualTo("慕容采薇");
    assertThat(sealing.seal("慕容采薇", "a:name")).as("never the same twice").isNotEqualTo(kept);
    assertThatThrownBy(() -> sealing.open(kept, id, "b:name")).isInstanceOf(RefusedException.class).hasMessageContaining("不一致");
    assertThatThrownBy(() -> sealing.open(kept, id, "a:phone")).isInstanceOf(RefusedException.class);
    kept[kept.length - 1] ^= 1;
    assertThatThrownBy(() -> sealing.open(kept, id, "a:name")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> sealing.open(new byte[3], id, "a:name")).isInstanceOf(RefusedException.class);
  }

  @Test
  void aKeyThatWasTakenAwayIsNamedByItsNumber() {
    byte[] kept = new Sealing(keys(key(1), "")).seal("慕容采薇", "a:name");
    String id = keys(key(1), "").current();
    assertThat(new Sealing(keys(key(2), key(3) + "," + key(1))).open(kept, id, "a:name")).isEqualTo("慕容采薇");
    assertThatThrownBy(() -> new Sealing(keys(key(2), "")).open(kept, id, "a:name")).hasMessageContaining(id);
  }
}
