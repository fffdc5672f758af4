package cn.gov.officecleanup.mechanism.identity;

import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;

import cn.gov.officecleanup.testkit.EngineTest;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords are kept as slow hashes; those of older installations hold, and become slow ones when their owner signs in. */
@EngineTest
class PasswordsTest {

  private static final String RIGHT = "汴京-the right one, longer than what some ways to hash look at: 72 bytes are soon full";

  @Autowired
  private JdbcClient jdbc;
  @Value("${cleanup.passwords.iterations}")
  private int iterations;

  @BeforeEach
  void somebody() {
    User user = identityService().newUser("zhang");
    user.setPassword(RIGHT);
    identityService().saveUser(user);
  }

  @AfterEach
  void theyGo() {
    asApplication();
    identityService().deleteUser("zhang");
    jdbc.sql("delete from sign_in_source").update();
    jdbc.sql("delete from sign_in_minute").update();
  }

  @Test
  void aPasswordIsKeptAsASlowHashAndAllOfItCounts() {
    assertThat(kept()).startsWith("{PBKDF2-SHA-256}" + iterations + "$");
    assertThat(identityService().checkPassword("zhang", RIGHT)).isTrue();
    assertThat(identityService().checkPassword("zhang", RIGHT.substring(0, RIGHT.length() - 1))).isFalse();
  }

  @Test
  void productionHashesAsSlowlyAsIsAskedFor() throws Exception {
    Object configured = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"))
        .get(0)
        .getProperty("cleanup.passwords.iterations");
    assertThat((Integer) configured).isGreaterThanOrEqualTo(600_000);
  }

  @Test
  void anOldHashHoldsAndIsMadeAnewByTheNextRightPassword() {
    String salt = "0123456789abcdef";
    keep("{SHA-512}" + new Sha512HashDigest().encrypt(RIGHT + salt), salt);
    assertThat(identityService().checkPassword("zhang", "wrong")).isFalse();
    assertThat(kept()).startsWith("{SHA-512}");
    assertThat(identityService().checkPassword("zhang", RIGHT)).isTrue();
    assertThat(kept()).startsWith("{PBKDF2-SHA-256}" + iterations + "$");
    assertThat(identityService().checkPassword("zhang", RIGHT)).isTrue();
  }

  @Test
  void aHashOfFewerIterationsHoldsAndIsMadeAnew() {
    String salt = "0123456789abcdef";
    keep("{PBKDF2-SHA-256}" + new SlowPasswordHash(10).encrypt(RIGHT + salt), salt);
    assertThat(identityService().checkPassword("zhang", RIGHT)).isTrue();
    assertThat(kept()).startsWith("{PBKDF2-SHA-256}" + iterations + "$");
    assertThat(identityService().checkPassword("zhang", RIGHT)).isTrue();
  }

  private String kept() {
    return jdbc.sql("select PWD_ from ACT_ID_USER where ID_ = 'zhang'").query(String.class).single();
  }

  private void keep(String hash, String salt) {
    jdbc.sql("update ACT_ID_USER set PWD_ = ?, SALT_ = ? where ID_ = 'zhang'").params(hash, salt).update();
  }
}
