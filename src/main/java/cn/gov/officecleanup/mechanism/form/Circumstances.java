package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form's demands are measured by beside what is filled in. */
interface Circumstances {

  /** @return the day on which it is filled in */
  LocalDate today();

  /** @return what may be chosen in a field whose choices depend on data ({@code data-choices}) */
  List<Choice> choices(String name);

  /** @return why an option of a field may not be chosen in this case beside these answers ({@code data-lawful-by}); empty where it may */
  Optional<Finding> against(String rules, String option, Map<String, ?> answers);

  /** @return the documents attached where this form is filled in */
  List<StoredDocument> attached();

  /** @return what the form shows under this name; null where nothing */
  Object shown(String name);
}
