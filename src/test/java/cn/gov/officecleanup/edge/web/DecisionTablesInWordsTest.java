package cn.gov.officecleanup.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.finding.Clauses;
import cn.gov.officecleanup.mechanism.finding.ClausesTest;
import cn.gov.officecleanup.testkit.Shown;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Whoever looks at a decision in Cockpit reads what it rests on, not a number. */
class DecisionTablesInWordsTest {

  @Test
  void noDecisionTableShowsANumber() {
    assertThat(Shown.models()).filteredOn(model -> model.file().toString().endsWith(".dmn"))
        .hasSizeGreaterThan(2)
        .allSatisfy(table -> assertThat(DecisionTablesInWords.inWords(table.words())).doesNotContainPattern(ClausesTest.OWN_NUMBER));
  }

  @Test
  void whatWasDecidedIsToldInWords() throws ServletException, IOException {
    assertThat(answered("[{\"outputs\": [{\"type\": \"String\", \"value\": \"C12\"}, {\"type\": \"Boolean\", \"value\": true}]}]"))
        .contains(Clauses.cited("C12"), "\"value\":true")
        .doesNotContain("C12");
  }

  @Test
  void aTableIsToldInWords() throws ServletException, IOException {
    String dmn = "<description>C11：可予保留，是 C8–C10 的例外。</description><text>\"C6、A1\"</text><rule id=\"C1\"/>";
    assertThat(answered(new ObjectMapper().writeValueAsString(Map.of("id", "table", "dmnXml", dmn)))).contains("可予保留，是《实施方案》有关规定的例外。", "C1")
        .doesNotContain("C11", "C8", "C6", "A1");
  }

  private static String answered(String json) throws ServletException, IOException {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new DecisionTablesInWords().doFilter(new MockHttpServletRequest(), response, new MockFilterChain(new HttpServlet() {

      @Override
      protected void service(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
        answer.setCharacterEncoding("UTF-8");
        answer.getWriter().write(json);
      }
    }));
    response.setCharacterEncoding("UTF-8");
    return response.getContentAsString();
  }
}
