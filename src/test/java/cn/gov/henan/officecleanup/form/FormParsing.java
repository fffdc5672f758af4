package cn.gov.henan.officecleanup.form;

/** Lets the lint of models and forms see whether the application can read a form. */
public final class FormParsing {

  private FormParsing() {
  }

  /** @throws RuntimeException saying why the form cannot be read */
  public static void parse(String html) {
    FormSchema.of(html);
  }
}
