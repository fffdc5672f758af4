package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what officials typed and did not submit yet (暂存), so that it is there again the next day and on another machine: one draft for a
 * task and official, seen by that official alone. It ends with the task.
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
  private final Clock clock;

  FormDrafts(JdbcClient jdbc, ObjectMapper json, Officials officials, OwnTasks toDo, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.officials = officials;
    this.toDo = toDo;
    this.clock = clock;
  }

  /**
   * Keeps a draft in the place of the one before.
   *
   * @return the draft; empty when the signed-in official does not have this task to do
   * @throws RefusedException when it is none, or too long
   */
  public Optional<FormDraft> keep(String taskId, JsonNode content) {
    if (!toDo.include(taskId)) {
      return Optional.empty();
    }
    String text = content == null ? "" : content.toString();
    if (content == null || !content.isObject() || text.length() > MOST_CHARACTERS) {
      throw new RefusedException("DRAFT_UNFIT", "填写的内容无法暂存，请刷新页面后重新填写；内容过多的，请作为附件上传。", FormField.CLAUSE);
    }
    String user = officials.required().userId();
    OffsetDateTime now = OffsetDateTime.now(clock);
    if (jdbc.sql("update form_draft set content = ?, saved_at = ? where task_id = ? and user_id = ?")
        .params(text, now, taskId, user)
        .update() == 0) {
      jdbc.sql("insert into form_draft (task_id, user_id, content, saved_at) values (?, ?, ?, ?)").params(taskId, user, text, now).update();
    }
    return Optional.of(new FormDraft(content, now.toInstant()));
  }

  /** @return what the signed-in official kept of this task's form */
  @Transactional(readOnly = true)
  public Optional<FormDraft> own(String taskId) {
    return jdbc.sql("select content, saved_at from form_draft where task_id = ? and user_id = ?")
        .params(taskId, officials.required().userId())
        .query((row, number) -> new FormDraft(read(row.getString("content")), row.getObject("saved_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Forgets what the signed-in official kept. */
  public void discardOwn(String taskId) {
    jdbc.sql("delete from form_draft where task_id = ? and user_id = ?").params(taskId, officials.required().userId()).update();
  }

  /** Forgets what anybody kept of a task that is over. */
  void discard(String taskId) {
    jdbc.sql("delete from form_draft where task_id = ?").param(taskId).update();
  }

  private JsonNode read(String content) {
    try {
      return json.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept draft is JSON", e);
    }
  }
}
