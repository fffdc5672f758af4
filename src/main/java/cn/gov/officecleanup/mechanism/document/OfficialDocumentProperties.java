package cn.gov.officecleanup.mechanism.document;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What bodies and their documents need beside the templates.
 *
 * @param codeWords where the table of the code words (发文机关代字) lies that bodies have given to this application, with the columns body (its
 * full title) and word; blank where none has
 * @param copyTo who gets a copy (抄送) of the documents made from a template
 */
@ConfigurationProperties("cleanup.official-documents")
public record OfficialDocumentProperties(@DefaultValue("") String codeWords, @DefaultValue Map<OfficialTemplate, List<String>> copyTo) {

  /** @return who gets a copy of the documents made from a template */
  public List<String> copiesOf(OfficialTemplate template) {
    return copyTo.getOrDefault(template, List.of());
  }
}
