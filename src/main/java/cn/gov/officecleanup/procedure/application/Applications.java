package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.procedure.application.Application.FunctionPlan;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.register.HostPlaces;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The applications of all cases. */
@Repository
public class Applications {

  private final JdbcClient jdbc;
  private final Clock clock;

  Applications(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @return the one office that a government may have in a city (C8), as what an application to set it up is reserved for */
  public static String seat(String governmentCode, String hostCityCode) {
    return "seat:%s:%s".formatted(governmentCode, HostPlaces.cityOf(hostCityCode));
  }

  /** Begins an application with what is known before anyone has written a word. */
  public void begin(Application application) {
    jdbc.sql("""
            insert into application (case_number, kind, office_name, host_city_code, host_city_name, work_kind, special_work_end, deadline,
              staff_establishment)
            values (:caseNumber, :kind, :officeName, :hostCityCode, :hostCityName, :workKind, :specialWorkEnd, :deadline, :staff)""")
        .param("caseNumber", application.caseNumber()).param("kind", application.kind().name())
        .param("officeName", application.officeName()).param("hostCityCode", application.hostCityCode())
        .param("hostCityName", application.hostCityName()).param("workKind", application.workKind().name())
        .param("specialWorkEnd", application.specialWorkEnd()).param("deadline", application.deadline())
        .param("staff", application.staffEstablishment()).update();
    keepEntities(application);
  }

  /** Keeps what was handed in, in the place of what was handed in before; the moment of the first time stays. */
  public void handIn(Application application) {
    jdbc.sql("""
            update application set office_name = :officeName, host_city_code = :hostCityCode, host_city_name = :hostCityName,
              work_kind = :workKind, special_work_end = :specialWorkEnd, reasons = :reasons, economic_cooperation = :economicCooperation,
              social_management = :socialManagement, public_service = :publicService, reception_share = :receptionShare,
              staff_establishment = :staff, management_rules = :managementRules, handed_in_at = coalesce(handed_in_at, :now)
            where case_number = :caseNumber""")
        .param("officeName", application.officeName()).param("hostCityCode", application.hostCityCode())
        .param("hostCityName", application.hostCityName()).param("workKind", application.workKind().name())
        .param("specialWorkEnd", application.specialWorkEnd()).param("reasons", application.reasons())
        .param("economicCooperation", application.plan().economicCooperation())
        .param("socialManagement", application.plan().socialManagement()).param("publicService", application.plan().publicService())
        .param("receptionShare", application.plan().receptionShare()).param("staff", application.staffEstablishment())
        .param("managementRules", application.managementRules()).param("now", OffsetDateTime.now(clock))
        .param("caseNumber", application.caseNumber()).update();
    keepEntities(application);
  }

  /** Keeps the conditions of an approval, in the place of those proposed before. */
  public void keepConditions(String caseNumber, String conditions) {
    jdbc.sql("update application set conditions = :conditions where case_number = :caseNumber")
        .param("conditions", conditions).param("caseNumber", caseNumber).update();
  }

  /**
   * @return the application of a case
   * @throws org.springframework.dao.EmptyResultDataAccessException when the case is no application
   */
  public Application get(String caseNumber) {
    return jdbc.sql("select * from application where case_number = :caseNumber").param("caseNumber", caseNumber)
        .query((row, number) -> application(row, entities(caseNumber))).single();
  }

  private void keepEntities(Application application) {
    jdbc.sql("delete from application_entity where case_number = :caseNumber").param("caseNumber", application.caseNumber()).update();
    for (int i = 0; i < application.entities().size(); i++) {
      BusinessEntity entity = application.entities().get(i);
      jdbc.sql("""
              insert into application_entity (case_number, position, name, kind, parted_on, part_by)
              values (:caseNumber, :position, :name, :kind, :partedOn, :partBy)""")
          .param("caseNumber", application.caseNumber()).param("position", i + 1).param("name", entity.name())
          .param("kind", entity.kind().name()).param("partedOn", entity.partedOn()).param("partBy", entity.partBy()).update();
    }
  }

  private List<BusinessEntity> entities(String caseNumber) {
    return jdbc.sql("select * from application_entity where case_number = :caseNumber order by position").param("caseNumber", caseNumber)
        .query((row, number) -> new BusinessEntity(row.getString("name"), BusinessEntityKind.valueOf(row.getString("kind")),
            row.getObject("parted_on", LocalDate.class), row.getObject("part_by", LocalDate.class))).list();
  }

  private static Application application(ResultSet row, List<BusinessEntity> entities) throws SQLException {
    return new Application(row.getString("case_number"), ApplicationKind.valueOf(row.getString("kind")), row.getString("office_name"),
        row.getString("host_city_code"), row.getString("host_city_name"), WorkKind.valueOf(row.getString("work_kind")),
        row.getObject("special_work_end", LocalDate.class), row.getObject("deadline", OffsetDateTime.class), row.getString("reasons"),
        new FunctionPlan(row.getString("economic_cooperation"), row.getString("social_management"), row.getString("public_service"),
            row.getObject("reception_share", Integer.class)),
        row.getObject("staff_establishment", Integer.class), row.getString("management_rules"), row.getString("conditions"),
        row.getObject("handed_in_at", OffsetDateTime.class), entities);
  }
}
