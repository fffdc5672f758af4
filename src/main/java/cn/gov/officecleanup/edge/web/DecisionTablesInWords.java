package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.finding.Clauses;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Cockpit shows decision tables, and what was decided by them, with the words of plan and law in place of this project's own numbers of
 * clauses, by which the tables answer the program.
 */
class DecisionTablesInWords extends OncePerRequestFilter {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final ObjectMapper JSON = new ObjectMapper();
  /** what a table says: answers, and what is said of table and row */
  private static final Pattern SAID = Pattern.compile("(?<=<text>\")[^\"<]*(?=\"</text>)|(?<=<description>)[^<]*(?=</description>)");

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    if (answer.getStatus() == HttpServletResponse.SC_OK && answer.getContentSize() > 0
        && Objects.toString(answer.getContentType(), "").contains("json")) {
      byte[] content = JSON.writeValueAsBytes(inWords(JSON.readTree(answer.getContentAsByteArray())));
      answer.resetBuffer();
      answer.setContentLength(content.length);
      answer.getOutputStream().write(content);
    }
    answer.copyBodyToResponse();
  }

  private static JsonNode inWords(JsonNode answer) {
    answer.findParents("dmnXml").forEach(table -> replace(table, "dmnXml", inWords(table.get("dmnXml").asText())));
    answer.findParents("value").stream().filter(decided -> decided.get("value").isTextual()).forEach(decided -> {
      replace(decided, "value", Clauses.told(decided.get("value").asText()));
    });
    return answer;
  }

  private static void replace(JsonNode node, String field, String words) {
    ((ObjectNode) node).set(field, TextNode.valueOf(words));
  }

  /** @return a decision table as officials read it */
  static String inWords(String dmn) {
    return SAID.matcher(dmn).replaceAll(said -> Matcher.quoteReplacement(Clauses.told(said.group())));
  }

  @Configuration
  static class Registration {

    @Bean
    FilterRegistrationBean<DecisionTablesInWords> decisionTablesInWords() {
      FilterRegistrationBean<DecisionTablesInWords> registration = new FilterRegistrationBean<>(new DecisionTablesInWords());
      registration.addUrlPatterns(ENGINE + "/decision-definition/*", ENGINE + "/history/decision-instance/*");
      return registration;
    }
  }
}
