package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How lowest grades were mended (C12). */
@Repository
class Rectifications extends FormRecords<Rectification> {

  Rectifications(JdbcClient jdbc) {
    super(jdbc, Rectification.class, "appraisal_rectification", "appraisal-rectification");
  }
}
