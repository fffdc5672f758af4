package cn.gov.officecleanup.mechanism.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The templates in use: what officials put into use last, else what the application brings. None is ever overwritten: documents made from
 * it can be told by the day.
 */
@Repository
public class TemplateVersions implements TemplateSource {

  private final JdbcClient jdbc;
  private final Clock clock;

  TemplateVersions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public byte[] read(OfficialTemplate template) {
    return jdbc.sql("""
      select c.content from template_version t join document d on d.id = t.document_id join stored_content c on c.sha256 = d.sha256
      where t.template = :template and t.version = (select max(version) from template_version where template = :template)""")
        .param("template", template.name())
        .query((row, number) -> row.getBytes("content"))
        .optional()
        .orElseGet(() -> brought(template));
  }

  /** @return how often the template was replaced; 0 while it is the one that the application brings */
  public int current(OfficialTemplate template) {
    return jdbc.sql("select coalesce(max(version), 0) from template_version where template = :template")
        .param("template", template.name())
        .query(Integer.class)
        .single();
  }

  /**
   * Puts a document into use as template.
   *
   * @param documentId a .docx filed with the case in which it was revised
   */
  public void enable(OfficialTemplate template, UUID documentId) {
    jdbc.sql("insert into template_version (template, version, document_id, enabled_at) values (:template, :version, :document, :now)")
        .param("template", template.name())
        .param("version", current(template) + 1)
        .param("document", documentId)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  /** @return the template that the application brings */
  static byte[] brought(OfficialTemplate template) {
    try {
      return new ClassPathResource(template.location()).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the application comes without " + template.location(), e);
    }
  }
}
