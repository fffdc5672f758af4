package cn.gov.officecleanup.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The page that says what happened, for who has a browser in front. */
@Component
class FailurePage {

  private static final String PAGE = "web/failure.html";

  /** Writes it; the status is for the caller to set. @param words Chinese, says what to do */
  void write(String words, HttpServletRequest request, HttpServletResponse response) throws IOException {
    String page = new ClassPathResource(PAGE).getContentAsString(StandardCharsets.UTF_8);
    response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
    response.getWriter()
        .write(page.replace("{message}", HtmlUtils.htmlEscape(words)).replace("{root}", HtmlUtils.htmlEscape(request.getContextPath())));
  }
}
