package cn.gov.officecleanup.edge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers every request that failed outside of the engine's interfaces: with the page for who has a browser in front, with the
 * {@link Problem} for programs.
 */
@Controller
class FailedRequests implements ErrorController {

  private static final Pattern SIGNING_IN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/(\\w*)");
  /** where officials sign in by an identity provider, and still with a password */
  private static final String ADMIN = "admin";
  private static final Map<String, String> APPLICATIONS = Map.of("tasklist", "待办事项", "cockpit", "监督台", ADMIN, "系统管理", "welcome", "首页");

  private final FailurePage page;
  private final ObjectMapper json;
  private final boolean singleSignOn;

  FailedRequests(FailurePage page, ObjectMapper json, ObjectProvider<ClientRegistrationRepository> providers) {
    this.page = page;
    this.json = json;
    this.singleSignOn = providers.getIfAvailable() != null;
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

  private Problem problem(HttpServletRequest request) {
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
    Matcher signingIn = SIGNING_IN.matcher(Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), ""));
    if (!signingIn.find()) {
      return Problem.of(status);
    }
    return status == HttpStatus.FORBIDDEN ? Problem.of(status, notLetIn(signingIn.group(1))) : Problem.of(status).withoutMessage();
  }

  /** The web application has looked at the password before it says so, or, with an identity provider, nobody has. */
  private String notLetIn(String application) {
    return singleSignOn && !application.equals(ADMIN) ? "请通过统一身份认证登录；只有管理员用密码登录，在“系统管理”登录。"
        : "用户名和密码正确，但您没有使用“%s”的权限；请从您有权使用的应用登录，或者联系系统管理员。".formatted(APPLICATIONS.getOrDefault(application, application));
  }
}
