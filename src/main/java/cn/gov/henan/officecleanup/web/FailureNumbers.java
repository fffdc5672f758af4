package cn.gov.henan.officecleanup.web;

import cn.gov.henan.officecleanup.platform.Failure;
import jakarta.servlet.RequestDispatcher;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * What an official is told when a request fails outside of the engine: a Chinese sentence, never a stack trace or a class, and where the application is at fault a
 * number under which the log has everything.
 */
@Component
class FailureNumbers extends DefaultErrorAttributes {

  /** what the page for a browser says */
  static final String WORDS = "words";

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE, RequestAttributes.SCOPE_REQUEST);
    HttpStatus known = status == null ? null : HttpStatus.resolve(status);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("status", status == null ? HttpStatus.INTERNAL_SERVER_ERROR.value() : status);
    String words = known == null || known.is5xxServerError() ? Failure.noted(getError(request)).message() : sentence(known);
    told.put(WORDS, words);
    // the web applications say by themselves, in the language of the browser, that somebody could not be signed in
    if (known != HttpStatus.UNAUTHORIZED && known != HttpStatus.FORBIDDEN) {
      told.put("message", words);
    }
    return told;
  }

  private static String sentence(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "您尚未登录或者登录已失效，请重新登录。";
      case FORBIDDEN -> "您无权进行这项操作；确需办理的，请联系系统管理员。";
      case NOT_FOUND -> "没有您要找的页面或者内容，可能已经移走，或者您无权查看；请从“待办事项”进入。";
      case PAYLOAD_TOO_LARGE -> "文件太大，单个文件不得超过20MB，请压缩或者拆分后再上传。";
      default -> "请求不正确，没有办成；请返回上一页重试，仍不成功的，请联系系统管理员。";
    };
  }
}
