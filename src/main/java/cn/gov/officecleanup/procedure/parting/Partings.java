package cn.gov.officecleanup.procedure.parting;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import java.util.Date;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The promised partings of all cases (C17). */
@Repository
public class Partings extends FormRecords<Parting> {

  private final Terms terms;

  Partings(JdbcClient jdbc, Terms terms) {
    super(jdbc, Parting.class, "parting", "parting-report");
    this.terms = terms;
  }

  /** @return the due date of a promise: the end of its day; the model asks this */
  public Date due(String caseNumber) {
    return terms.endOf(get(caseNumber).partBy());
  }

  void open(String caseNumber, BusinessEntity entity) {
    begin(caseNumber, Map.of("entityName", entity.name(), "entityKind", entity.kind(), "partBy", entity.partBy()));
  }
}
