package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.text.InWords;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what officials typed and did not submit yet (暂存), so that it is there again the next day and on another machine: one draft for a
 * form and official, seen by that official alone. It ends with the task, or when the procedure is begun.
 */
@Repository
@Transactional
public class FormDrafts {

  /** the longest form filled in to its limits is far below */
  private static final int MOST_CHARACTERS = 500_000;

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Officials officials;
  private final OwnTasks toDo;
  private final RepositoryService definitions;
  private final ObjectProvider<FormContent> contents;
  private final Clock clock;

  FormDrafts(JdbcClient jdbc, ObjectMapper json, Officials officials, OwnTasks toDo, @Lazy RepositoryService definitions,
      ObjectProvider<FormContent> contents, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.officials = officials;
    this.toDo = toDo;
    this.definitions = definitions;
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * Keeps a draft in the place of the one before.
   *
   * @param version of the draft that the form was opened with or kept last; 0 for none
   * @return the draft; empty when the signed-in official does not have this form to fill in
   * @throws RefusedException when it is none, or too long, or when another window has kept a later one
   */
  public Optional<FormDraft> keep(DraftedForm form, JsonNode content, int version) {
    if (!isOwn(form)) {
      return Optional.empty();
    }
    String text = content == null ? "" : content.toString();
    if (content == null || !content.isObject() || text.length() > MOST_CHARACTERS) {
      throw new RefusedException("DRAFT_UNFIT", "填写的内容无法暂存，请刷新页面后重新填写；内容过多的，请作为附件上传。", FormField.CLAUSE);
    }
    if (content.path("fields") instanceof ObjectNode fields) {
      // the page leaves it out by itself; whatever else sends drafts need not
      contents.forEach(kept -> fields.remove(kept.neverDrafted()));
      text = content.toString();
    }
    String user = officials.required().userId();
    OffsetDateTime now = OffsetDateTime.now(clock);
    if (jdbc.sql("update form_draft set content = ?, saved_at = ?, version = version + 1 where form_of = ? and user_id = ? and version = ?")
        .params(text, now, form.id(), user, version)
        .update() == 0) {
      own(form).ifPresent(later -> {
        throw new RefusedException("DRAFT_KEPT_ELSEWHERE", "您在另一窗口已于%s保存此表单，请选择采用哪一份内容。".formatted(InWords.moment(later.savedAt())),
            FormField.CLAUSE);
      });
      // what was given up in another window is begun anew
      jdbc.sql("insert into form_draft (form_of, user_id, content, saved_at, version) values (?, ?, ?, ?, ?)")
          .params(form.id(), user, text, now, version + 1)
          .update();
    }
    return Optional.of(new FormDraft(content, now.toInstant(), version + 1));
  }

  /** @return what the signed-in official kept of this form */
  @Transactional(readOnly = true)
  public Optional<FormDraft> own(DraftedForm form) {
    return jdbc.sql("select content, saved_at, version from form_draft where form_of = ? and user_id = ?")
        .params(form.id(), officials.required().userId())
        .query((row, number) -> new FormDraft(read(row.getString("content")), row.getObject("saved_at", OffsetDateTime.class).toInstant(),
            row.getInt("version")))
        .optional();
  }

  /** Forgets what the signed-in official kept. */
  public void discardOwn(DraftedForm form) {
    jdbc.sql("delete from form_draft where form_of = ? and user_id = ?").params(form.id(), officials.required().userId()).update();
  }

  /** Forgets what anybody kept of a task that is over. */
  void discard(String taskId) {
    jdbc.sql("delete from form_draft where form_of = ?").param(taskId).update();
  }

  private boolean isOwn(DraftedForm form) {
    return form.begins()
        ? definitions.createProcessDefinitionQuery()
            .processDefinitionKey(form.id())
            .latestVersion()
            .startableInTasklist()
            .startablePermissionCheck()
            .count() > 0
        : toDo.include(form.id());
  }

  private JsonNode read(String content) {
    try {
      return json.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept draft is JSON", e);
    }
  }
}
