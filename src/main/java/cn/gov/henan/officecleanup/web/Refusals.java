package cn.gov.henan.officecleanup.web;

import cn.gov.henan.officecleanup.finding.Finding;
import cn.gov.henan.officecleanup.finding.RefusedException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Answers refusals with their Chinese sentences, in the form in which the engine's own API answers. */
@RestControllerAdvice
class Refusals {

  record Refusal(String type, String message, List<Finding> findings) {
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Refusal refused(RefusedException refused) {
    return new Refusal(RefusedException.class.getSimpleName(), refused.getMessage(), refused.findings());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
  Refusal tooLarge(MaxUploadSizeExceededException tooLarge) {
    return new Refusal(RefusedException.class.getSimpleName(), "文件太大，单个文件不得超过20MB，请压缩或者拆分后再上传。", List.of());
  }
}
