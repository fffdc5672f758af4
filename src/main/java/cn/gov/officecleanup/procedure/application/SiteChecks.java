package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The site checks of all applications. */
@Repository
class SiteChecks extends FormRecords<SiteCheck> {

  SiteChecks(JdbcClient jdbc) {
    super(jdbc, SiteCheck.class, "site_check", "site-check");
  }
}
