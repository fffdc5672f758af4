package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.document.WordView;
import cn.gov.officecleanup.mechanism.form.DraftedForm;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.form.FormDraft;
import cn.gov.officecleanup.mechanism.form.FormDrafts;
import cn.gov.officecleanup.mechanism.form.Previewing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Gives the forms in Tasklist what they show, keeps what is typed into them and not submitted yet (暂存), and shows what they would issue
 * (预览).
 */
@RestController
@RequestMapping(SignedIn.PATH)
class FormResource {

  private final FormAssembly opening;
  private final FormDrafts drafts;
  private final Previewing previewing;

  FormResource(FormAssembly opening, FormDrafts drafts, Previewing previewing) {
    this.opening = opening;
    this.drafts = drafts;
    this.previewing = previewing;
  }

  @GetMapping("/tasks/{taskId}/form")
  FormAssembly.OpenForm ofTask(@PathVariable String taskId) {
    return opening.ofTask(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/tasks/{taskId}/form/unlawful")
  Map<String, Map<String, String>> unlawful(@PathVariable String taskId, @RequestBody Map<String, Object> typed) {
    return opening.unlawful(taskId, typed).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/tasks/{taskId}/draft")
  FormDraft draftOfTask(@PathVariable String taskId) {
    return drafts.own(DraftedForm.ofTask(taskId)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PutMapping("/tasks/{taskId}/draft")
  FormDraft keepOfTask(@PathVariable String taskId, @RequestParam int version, @RequestBody JsonNode content) {
    return drafts.keep(DraftedForm.ofTask(taskId), content, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @DeleteMapping("/tasks/{taskId}/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discardOfTask(@PathVariable String taskId) {
    drafts.discardOwn(DraftedForm.ofTask(taskId));
  }

  @GetMapping("/procedures/{key}/draft")
  FormDraft draftOfStart(@PathVariable String key) {
    return drafts.own(DraftedForm.beginning(key)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PutMapping("/procedures/{key}/draft")
  FormDraft keepOfStart(@PathVariable String key, @RequestParam int version, @RequestBody JsonNode content) {
    return drafts.keep(DraftedForm.beginning(key), content, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @DeleteMapping("/procedures/{key}/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discardOfStart(@PathVariable String key) {
    drafts.discardOwn(DraftedForm.beginning(key));
  }

  @PostMapping("/tasks/{taskId}/previews/{name}")
  WordView preview(@PathVariable String taskId, @PathVariable String name, @RequestBody Map<String, Object> typed) {
    return WordView.of(previewing.draw(taskId, name, inWords(typed)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  /** A box that is ticked comes as it is. */
  private static Map<String, String> inWords(Map<String, Object> typed) {
    return typed.entrySet()
        .stream()
        .filter(field -> field.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, field -> String.valueOf(field.getValue())));
  }

  @GetMapping("/procedures/{key}/form")
  FormAssembly.OpenForm ofStart(@PathVariable String key) {
    return opening.ofStart(key);
  }
}
