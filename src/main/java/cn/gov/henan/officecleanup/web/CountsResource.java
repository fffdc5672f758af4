package cn.gov.henan.officecleanup.web;

import cn.gov.henan.officecleanup.form.TasksToDo;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells an official how much there is to do. */
@RestController
@RequestMapping(SignedIn.PATH + "/counts")
class CountsResource {

  private final TasksToDo toDo;

  CountsResource(TasksToDo toDo) {
    this.toDo = toDo;
  }

  @GetMapping
  TasksToDo.Counts counts() {
    return toDo.counts();
  }
}
