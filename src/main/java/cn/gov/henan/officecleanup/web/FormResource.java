package cn.gov.henan.officecleanup.web;

import cn.gov.henan.officecleanup.form.OpeningForm;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives the forms in Tasklist what they show. */
@RestController
@RequestMapping(SignedIn.PATH)
class FormResource {

  private final OpeningForm opening;

  FormResource(OpeningForm opening) {
    this.opening = opening;
  }

  @GetMapping("/tasks/{taskId}/form")
  OpeningForm.OpenForm ofTask(@PathVariable String taskId) {
    return opening.ofTask(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/procedures/{key}/form")
  OpeningForm.OpenForm ofStart(@PathVariable String key) {
    return opening.ofStart(key);
  }
}
