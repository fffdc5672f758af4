package cn.gov.henan.officecleanup.document;

/** Where the Word templates come from. */
@FunctionalInterface
interface TemplateSource {

  /** @return the template's .docx */
  byte[] read(OfficialTemplate template);
}
