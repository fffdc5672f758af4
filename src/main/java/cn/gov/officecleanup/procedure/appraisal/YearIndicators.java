package cn.gov.officecleanup.procedure.appraisal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.stereotype.Component;

/** The indicators of each year (C16): those of a year hold until a later year has its own. */
@Component
class YearIndicators {

  private static final String PROPERTY = "cleanup.appraisal.indicators";

  private final TreeMap<Integer, Indicators> byFirstYear = new TreeMap<>();

  /** @throws IllegalArgumentException when those of a year do not come to 100, or what counts 60 together does not */
  YearIndicators(AppraisalProperties properties) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (
        Reader reader = new InputStreamReader(new DefaultResourceLoader().getResource(properties.indicators()).getInputStream(),
            StandardCharsets.UTF_8);
        var rows = format.parse(reader)) {
      rows.stream()
          .collect(Collectors.groupingBy(row -> Integer.valueOf(row.get("from")),
              Collectors.mapping(YearIndicators::indicator, Collectors.toList())))
          .forEach((year, indicators) -> byFirstYear.put(year, new Indicators(indicators)));
    } catch (IOException e) {
      throw new UncheckedIOException(PROPERTY + ": cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PROPERTY + ": " + e.getMessage(), e);
    }
    if (byFirstYear.isEmpty()) {
      throw new IllegalArgumentException(PROPERTY + ": names no indicator");
    }
  }

  private static Indicator indicator(CSVRecord row) {
    return new Indicator(row.get("key"), row.get("name"), Integer.parseInt(row.get("weight")), "yes".equals(row.get("development")));
  }

  /** @return the indicators of a year; of years before all of them the first ones */
  Indicators of(int year) {
    return Optional.ofNullable(byFirstYear.floorEntry(year)).map(Map.Entry::getValue).orElseGet(() -> byFirstYear.firstEntry().getValue());
  }
}
