package cn.gov.officecleanup.mechanism.ledger;

import static org.mockito.Mockito.mock;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.testkit.MemoryDatabase;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger on a database of its own in memory, without engine and web server, where nobody is signed in; for what would harm a database
 * that others use. Its clock is finer than the database.
 */
@TestConfiguration
@Import({MemoryDatabase.class, AssetLedger.class, OfficeRegister.class, CaseFiles.class, Officials.class, Procedures.class,
    SampleLedgers.class})
class LedgerTestDatabase {

  @Bean
  TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
    return new TransactionTemplate(transactionManager);
  }

  @Bean
  IdentityService identityService() {
    return mock();
  }

  @Bean
  Clock clock() {
    return Clock.fixed(Instant.parse("2015-08-01T02:00:00.123456789Z"), EngineClock.ZONE);
  }
}
