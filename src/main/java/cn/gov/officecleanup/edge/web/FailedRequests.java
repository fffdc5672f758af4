package cn.gov.officecleanup.edge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers every request that failed outside of the engine's interfaces: with the page for who has a browser in front, with the
 * {@link Problem} for programs.
 */
@Controller
class FailedRequests implements ErrorController {

  private static final Pattern SIGNING_IN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/");

  private final FailurePage page;
  private final ObjectMapper json;

  FailedRequests(FailurePage page, ObjectMapper json) {
    this.page = page;
    this.json = json;
  }

  @RequestMapping(path = "${server.error.path:/error}", produces = MediaType.TEXT_HTML_VALUE)
  void showPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problem problem = problem(request);
    response.setStatus(problem.status());
    page.write(problem.detail(), request, response);
  }

  @RequestMapping("${server.error.path:/error}")
  void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problem problem = problem(request);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    json.writeValue(response.getOutputStream(), problem);
  }

  private static Problem problem(HttpServletRequest request) {
    if (request.getAttribute(Refusals.PROBLEM) instanceof Problem known) {
      return known;
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      return Problems.of(failure);
    }
    HttpStatus status = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
        .map(HttpStatus::resolve)
        .orElse(HttpStatus.NOT_FOUND);
    if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
      return Problems
          .of(new IllegalStateException("answered 500 without an exception: " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
    }
    return SIGNING_IN.matcher(Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "")).find()
        ? Problem.of(status).withoutMessage()
        : Problem.of(status);
  }
}
