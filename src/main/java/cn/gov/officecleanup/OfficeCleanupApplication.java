package cn.gov.officecleanup;

import cn.gov.officecleanup.edge.commandline.Commands;
import java.util.Map;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerFactory;
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
    nameParsers();
    if (Commands.named(args)) {
      System.exit(Commands.run(OfficeCleanupApplication.class, args));
    }
    SpringApplication.run(OfficeCleanupApplication.class, args);
  }

  /**
   * Else whoever reads or writes XML looks through the whole class path for another parser first: longer than it takes to fill a document.
   */
  private static void nameParsers() {
    Map.of(DocumentBuilderFactory.class, DocumentBuilderFactory.newDefaultInstance(), SAXParserFactory.class,
        SAXParserFactory.newDefaultInstance(), DatatypeFactory.class, DatatypeFactory.newDefaultInstance(), TransformerFactory.class,
        TransformerFactory.newDefaultInstance())
        .forEach((parsers, ours) -> System.getProperties().putIfAbsent(parsers.getName(), ours.getClass().getName()));
  }
}
