package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.sheet.Column;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes what the register says of an office, an asset or a business entity, so that it can be kept and compared, and reads it again. */
final class RegisterContents {

  private static final ObjectMapper JSON = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .build();

  private RegisterContents() {
  }

  static String write(Record content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written: " + content, e);
    }
  }

  static <T extends Record> T read(String content, Class<T> type) {
    try {
      return JSON.readValue(content, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + content, e);
    }
  }

  /** @return the headings of the cells that follow from nothing else */
  static List<String> headings(RegisterTable table) {
    return table.columns().stream().filter(column -> column != RegisterColumns.GOVERNMENT_NAME).map(Column::heading).toList();
  }

  /** @return the cells below {@link #headings}, empty where nothing is said */
  static List<String> cells(RegisterTable table, String content) {
    return switch (table) {
      case OFFICES -> cells(read(content, OfficeEntry.class));
      case ASSETS -> {
        OfficeAsset asset = read(content, KeptAsset.class).asset();
        yield texts(read(content, KeptAsset.class).registerNumber(), asset.assetNumber(), asset.kind().label(), asset.name(),
            asset.bookValue().toPlainString());
      }
      case BUSINESS_ENTITIES -> {
        BusinessEntity entity = read(content, KeptEntity.class).entity();
        yield texts(read(content, KeptEntity.class).registerNumber(), entity.name(), entity.kind().label(), entity.partedOn(),
            entity.partBy());
      }
    };
  }

  private static List<String> cells(OfficeEntry entry) {
    return texts(entry.registerNumber(), entry.name(), entry.governmentCode(), entry.senderKind().label(), entry.departmentName(),
        entry.hostCityCode(), entry.hostCityName(), entry.workKind().label(), entry.specialWorkEnd(), entry.approvalDocument(),
        entry.staffEstablishment(), entry.functions(), entry.sample() ? "是" : "否");
  }

  private static List<String> texts(Object... values) {
    return Stream.of(values).map(value -> Objects.toString(value, "")).toList();
  }

  /** An asset of the office of a register number. */
  record KeptAsset(String registerNumber, OfficeAsset asset) {
  }

  /** A business entity of the office of a register number. */
  record KeptEntity(String registerNumber, BusinessEntity entity) {
  }
}
