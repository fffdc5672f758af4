package cn.gov.officecleanup.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Hands what this application's interfaces and pages throw on to {@link FailedRequests}, before the server makes something of it. */
@RestControllerAdvice
class Refusals {

  /** attribute of a request that failed: its {@link Problem} */
  static final String PROBLEM = Problem.class.getName();

  @ExceptionHandler
  void failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problem problem = Problems.of(failure);
    request.setAttribute(PROBLEM, problem);
    response.sendError(problem.status());
  }
}
