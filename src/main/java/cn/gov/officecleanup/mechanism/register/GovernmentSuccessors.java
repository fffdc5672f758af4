package cn.gov.officecleanup.mechanism.register;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Places whose GB/T 2260 code was replaced by another one. Officials know one of the two codes, the list of governments has one of them:
 * {@code cleanup.province.successors} names the file.
 */
@Component
class GovernmentSuccessors {

  private final List<Succession> all;

  /** One place became another. */
  private record Succession(String code, String name, String successor, String successorName) {
  }

  GovernmentSuccessors(@Value("${cleanup.province.successors:classpath:db/data/government-successors.csv}") Resource file) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      all = format.parse(text)
          .stream()
          .map(row -> new Succession(row.get("code"), row.get("name"), row.get("successor"), row.get("successor_name")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cleanup.province.successors cannot be read", e);
    }
  }

  /**
   * @param code a code that the list of governments does not have
   * @return Chinese: which one it has in its place, e.g. 开封县已改为祥符区（410212）; empty where nothing is known of it
   */
  Optional<String> instead(String code, Governments governments) {
    return all.stream()
        .filter(succession -> succession.code().equals(code) && governments.find(succession.successor()).isPresent())
        .map(succession -> "%s已改为%s（%s）".formatted(succession.name(), succession.successorName(), succession.successor()))
        .findFirst()
        .or(() -> all.stream()
            .filter(succession -> succession.successor().equals(code) && governments.find(succession.code()).isPresent())
            .map(succession -> "%s在派出地政府名录中是%s（%s）".formatted(succession.successorName(), succession.name(), succession.code()))
            .findFirst());
  }
}
