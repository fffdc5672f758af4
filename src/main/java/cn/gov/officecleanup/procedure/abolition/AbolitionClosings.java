package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The closings of all abolitions. */
@Repository
class AbolitionClosings extends FormRecords<AbolitionClosing> {

  AbolitionClosings(JdbcClient jdbc) {
    super(jdbc, AbolitionClosing.class, "abolition_closing", "abolition-closing");
  }
}
