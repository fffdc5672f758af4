package cn.gov.officecleanup.mechanism.document;

/** Where the Word templates come from. */
@FunctionalInterface
interface TemplateSource {

  /** @return the template's .docx */
  byte[] read(OfficialTemplate template);
}
