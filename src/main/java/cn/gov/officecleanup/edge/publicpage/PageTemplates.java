package cn.gov.officecleanup.edge.publicpage;

import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.text.InWords;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes the pages from the templates of the application: every value is escaped as HTML, no template comes from elsewhere, and what comes
 * with a request is never one.
 */
@Component
class PageTemplates {

  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

  PageTemplates() {
    templates.setClassLoaderForTemplateLoading(PageTemplates.class.getClassLoader(), "web/public");
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setNumberFormat("computer");
    templates.setAPIBuiltinEnabled(false);
    DefaultObjectWrapperBuilder wrapper = new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34);
    wrapper.setIterableSupport(false);
    templates.setObjectWrapper(wrapper.build());
  }

  String write(String template, Map<String, ?> content) {
    Map<String, Object> all = new HashMap<>(content);
    all.put("words", content.get("words"));
    all.put("told", new Told());
    StringWriter page = new StringWriter();
    try {
      templates.getTemplate(template + ".ftlh").process(all, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + template, e);
    }
    return page.toString();
  }

  /** How days, amounts and kinds of work are told, as everywhere. */
  public static final class Told {

    public String day(LocalDate day) {
      return InWords.day(day);
    }

    public String amount(BigDecimal yuan) {
      return InWords.amount(yuan);
    }

    public String workKind(String kind) {
      return WorkKind.valueOf(kind).label();
    }
  }
}
