package cn.gov.officecleanup.procedure.parting;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The promised partings of all cases (C17). */
@Repository
class Partings extends FormRecords<Parting> {

  Partings(JdbcClient jdbc) {
    super(jdbc, Parting.class, "parting", "parting-report");
  }

  void open(String caseNumber, BusinessEntity entity) {
    begin(caseNumber, Map.of("entityName", entity.name(), "entityKind", entity.kind(), "partBy", entity.partBy()));
  }
}
