package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.HostPlaces;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The applications of all cases. */
@Repository
public class Applications extends FormRecords<Application> {

  static final String RETENTION = "retention-application";
  static final String ESTABLISHMENT = "establishment-application";
  static final String CHANGE = "retention-change";

  private final JdbcClient jdbc;
  private final Clock clock;

  Applications(JdbcClient jdbc, Clock clock) {
    super(jdbc, Application.class, "application", RETENTION, ESTABLISHMENT, CHANGE, "bureau-review", "provincial-approval");
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @return the one office that a government may have in a city (C8), as what an application to set it up is reserved for */
  public static String seat(String governmentCode, String hostCityCode) {
    return "seat:%s:%s".formatted(governmentCode, HostPlaces.cityOf(hostCityCode));
  }

  /** Begins an application with what is known before anyone has written a word, by component. */
  @Override
  public void begin(String caseNumber, Map<String, ?> known) {
    super.begin(caseNumber, known);
  }

  /** Lets an application that was not handed in come later. */
  public void extend(String caseNumber, OffsetDateTime deadline) {
    change(caseNumber, Map.of("deadline", deadline));
  }

  /** An application is written in the form of its kind, and read once it was handed in. */
  @Override
  public List<String> formsShown(Application application) {
    return application.handedInAt() == null ? List.of() : List.of(switch (application.kind()) {
      case RETENTION -> RETENTION;
      case ESTABLISHMENT -> ESTABLISHMENT;
      case CHANGE -> CHANGE;
    });
  }

  /** The moment of the first time an application is handed in stays. */
  @Override
  public void keep(FormTask task, Collection<String> fields, Submission submission) {
    super.keep(task, fields, submission);
    if (get(task.caseNumber()).handedInAt() == null) {
      change(task.caseNumber(), Map.of("handedInAt", OffsetDateTime.now(clock)));
    }
  }

  /** Keeps the office's hotels, guest houses and other business entities (C17), in the place of those stated before. */
  public void keepEntities(String caseNumber, List<BusinessEntity> entities) {
    jdbc.sql("delete from application_entity where case_number = ?").param(caseNumber).update();
    for (int i = 0; i < entities.size(); i++) {
      BusinessEntity entity = entities.get(i);
      jdbc.sql("insert into application_entity (case_number, position, name, kind, parted_on, part_by) values (?, ?, ?, ?, ?, ?)")
          .params(caseNumber, i + 1, entity.name(), entity.kind().name(), entity.partedOn(), entity.partBy())
          .update();
    }
  }

  /** @return the office's hotels, guest houses and other business entities (C17), as stated in the application */
  public List<BusinessEntity> entitiesOf(String caseNumber) {
    return jdbc.sql("select * from application_entity where case_number = ? order by position")
        .param(caseNumber)
        .query(RecordRows.of(BusinessEntity.class))
        .list();
  }
}
