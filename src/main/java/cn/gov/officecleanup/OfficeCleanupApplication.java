package cn.gov.officecleanup;

import cn.gov.officecleanup.edge.commandline.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the process application: the engine, Tasklist, Cockpit and Admin in one process. With a command as first argument, such as
 * {@code register-import}, runs that command instead.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OfficeCleanupApplication {

  public static void main(String[] args) {
    if (Commands.named(args)) {
      System.exit(Commands.run(OfficeCleanupApplication.class, args));
    }
    SpringApplication.run(OfficeCleanupApplication.class, args);
  }
}
