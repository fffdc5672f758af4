package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.handling.MoreTime;
import cn.gov.officecleanup.mechanism.handling.MoreTimeOptions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Asks for more time or a rest (延期、中止), for tasks and for whole cases; to take back what is asked for also ends a rest. */
@RestController
@RequestMapping(SignedIn.PATH)
class MoreTimeResource {

  private final MoreTime moreTime;

  MoreTimeResource(MoreTime moreTime) {
    this.moreTime = moreTime;
  }

  @GetMapping("/tasks/{taskId}/more-time")
  MoreTimeOptions options(@PathVariable String taskId) {
    return moreTime.ofTask(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/tasks/{taskId}/more-time")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void askForTask(@PathVariable String taskId, @RequestBody MoreTime.Asking request) {
    moreTime.askForTask(taskId, request);
  }

  @DeleteMapping("/tasks/{taskId}/more-time")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBackForTask(@PathVariable String taskId) {
    moreTime.takeBackForTask(taskId);
  }

  @PostMapping("/cases/{caseNumber}/more-time")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void askForCase(@PathVariable String caseNumber, @RequestBody MoreTime.Asking request) {
    moreTime.askForCase(caseNumber, request);
  }

  @DeleteMapping("/cases/{caseNumber}/more-time")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBackForCase(@PathVariable String caseNumber) {
    moreTime.takeBackForCase(caseNumber);
  }
}
