package cn.gov.henan.officecleanup.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

/** The page that says what happened, for who has a browser in front; {@link FailureNumbers} gives the words. */
@Component("error")
class FailurePage implements View {

  private static final String PAGE = "web/failure.html";

  @Override
  public String getContentType() {
    return MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
  }

  @Override
  public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
    String page = new ClassPathResource(PAGE).getContentAsString(StandardCharsets.UTF_8);
    response.setContentType(getContentType());
    response.getWriter().write(page.replace("{message}", HtmlUtils.htmlEscape(String.valueOf(model.get(FailureNumbers.WORDS))))
        .replace("{tasklist}", HtmlUtils.htmlEscape(request.getContextPath() + "/camunda/app/tasklist/default/")));
  }
}
