package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.testkit.Henan;
import cn.gov.officecleanup.testkit.MemoryDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The register on an empty database in memory, on a day in the cleanup (1 August 2015), without engine and web server.
 */
@TestConfiguration
@Import({MemoryDatabase.class, Governments.class, GovernmentSuccessors.class, OfficeRegister.class, KeptOffices.class, RegisterImport.class,
    RegisterExport.class})
public class RegisterTestDatabase {

  @Bean
  PlanCities planCities() {
    return Henan.PLAN_CITIES;
  }

  @Bean
  OfficeInCase noOpenCases() {
    return officeId -> Optional.empty();
  }

  @Bean
  RegisterImportProperties portions() {
    return new RegisterImportProperties(2);
  }

  @Bean
  Clock clock() {
    return Clock.fixed(Instant.parse("2015-08-01T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
  }
}
