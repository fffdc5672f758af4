package cn.gov.henan.officecleanup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the process application: the engine, Tasklist, Cockpit and Admin in one process.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OfficeCleanupApplication {

  public static void main(String[] args) {
    SpringApplication.run(OfficeCleanupApplication.class, args);
  }
}
