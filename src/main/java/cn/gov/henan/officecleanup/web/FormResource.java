package cn.gov.henan.officecleanup.web;

import cn.gov.henan.officecleanup.form.FormDraft;
import cn.gov.henan.officecleanup.form.FormDrafts;
import cn.gov.henan.officecleanup.form.OpeningForm;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives the forms in Tasklist what they show, and keeps what is typed into them and not submitted yet (暂存). */
@RestController
@RequestMapping(SignedIn.PATH)
class FormResource {

  private final OpeningForm opening;
  private final FormDrafts drafts;

  FormResource(OpeningForm opening, FormDrafts drafts) {
    this.opening = opening;
    this.drafts = drafts;
  }

  @GetMapping("/tasks/{taskId}/form")
  OpeningForm.OpenForm ofTask(@PathVariable String taskId) {
    return opening.ofTask(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PutMapping("/tasks/{taskId}/draft")
  FormDraft keep(@PathVariable String taskId, @RequestBody JsonNode content) {
    return drafts.keep(taskId, content).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @DeleteMapping("/tasks/{taskId}/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String taskId) {
    drafts.discardOwn(taskId);
  }

  @GetMapping("/procedures/{key}/form")
  OpeningForm.OpenForm ofStart(@PathVariable String key) {
    return opening.ofStart(key);
  }
}
