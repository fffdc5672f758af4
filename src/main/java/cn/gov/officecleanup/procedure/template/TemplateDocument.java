package cn.gov.officecleanup.procedure.template;

/** Kinds of document in a template's revision. */
enum TemplateDocument {

  /** the template as it was in use when the revision began */
  TEMPLATE_IN_USE,
  /** the edited one */
  TEMPLATE,
  /** what the edited one makes of a made-up case */
  TEMPLATE_SPECIMEN
}
