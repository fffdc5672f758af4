package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.finding.Finding;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The one shape in which every interface answers that something was not done (RFC 9457): those of this application, the engine's, and what
 * fails before either is reached.
 *
 * @param type always {@code about:blank}: what kind it is says {@code code}
 * @param title Chinese name of the status
 * @param status HTTP status: 4xx for what the caller can mend, 5xx for what not
 * @param detail Chinese sentence that says what is wrong and what to do; of a failure of the application, with the number under which the
 * log has it
 * @param code stable id, upper snake case; of a refusal that of its first finding
 * @param message the same as {@code detail}, where Tasklist, Cockpit and Admin look for it; left out where they have a sentence of their
 * own
 * @param findings what is wrong, one by one; empty where that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String type, String title, int status, String detail, String code, String message, List<Finding> findings) {

  /** media type of the answer */
  static final String MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

  private static final Map<HttpStatus, String> TITLES = Map.of(HttpStatus.BAD_REQUEST, "没有办成", HttpStatus.UNAUTHORIZED, "尚未登录",
      HttpStatus.FORBIDDEN, "无权办理", HttpStatus.NOT_FOUND, "没有找到", HttpStatus.REQUEST_TIMEOUT, "上传太慢", HttpStatus.CONFLICT, "与他人的办理冲突",
      HttpStatus.PAYLOAD_TOO_LARGE, "内容太大", HttpStatus.TOO_MANY_REQUESTS, "请求太多", HttpStatus.INTERNAL_SERVER_ERROR, "系统出错",
      HttpStatus.SERVICE_UNAVAILABLE, "系统繁忙");

  private static Problem of(HttpStatus status, String code, String sentence, List<Finding> findings) {
    return new Problem("about:blank",
        TITLES.getOrDefault(status, TITLES.get(status.is5xxServerError() ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.BAD_REQUEST)),
        status.value(), sentence, code, sentence, findings);
  }

  /** @param findings at least one */
  static Problem of(HttpStatus status, String sentence, List<Finding> findings) {
    return of(status, findings.get(0).code(), sentence, findings);
  }

  static Problem of(HttpStatus status, String sentence) {
    return of(status, status.name(), sentence, List.of());
  }

  /** @return what is told of a status when nothing more is known */
  static Problem of(HttpStatus status) {
    return of(status, switch (status) {
      case UNAUTHORIZED -> "您尚未登录或者登录已失效，请重新登录。";
      case FORBIDDEN -> "您无权进行这项操作；确需办理的，请联系系统管理员。";
      case NOT_FOUND -> "没有您要找的页面或者内容，可能已经办结、移走，或者您无权查看；请刷新，或者从“待办事项”进入。";
      case REQUEST_TIMEOUT -> "上传的内容迟迟没有到齐，请检查网络后重试。";
      case CONFLICT -> "同一事项刚刚由他人办理，本次没有办成，请刷新后再看。";
      case LENGTH_REQUIRED, PAYLOAD_TOO_LARGE -> "上传的内容太大，单个文件不得超过20MB，请压缩或者拆分后再上传。";
      case TOO_MANY_REQUESTS -> "同时上传的内容太多，请等前面的传完再试。";
      case SERVICE_UNAVAILABLE -> "系统繁忙，请稍后重试。";
      default -> "请求不正确，没有办成；请刷新或者返回上一页重试，仍不成功的，请联系系统管理员。";
    });
  }

  /**
   * @return the same for the web applications, which tell by themselves, in the language of the browser, that somebody could not be signed
   * in
   */
  Problem withoutMessage() {
    return new Problem(type, title, status, detail, code, null, findings);
  }
}
