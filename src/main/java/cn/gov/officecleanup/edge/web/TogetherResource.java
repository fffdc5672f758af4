package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.form.HandlingTogether;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decides tasks of one step together (批量办理): each by itself, so that one that is refused holds up none of the others. */
@RestController
@RequestMapping(SignedIn.PATH + "/together")
class TogetherResource {

  private final HandlingTogether together;

  TogetherResource(HandlingTogether together) {
    this.together = together;
  }

  record Chosen(List<String> tasks) {
  }

  record Decided(List<String> tasks, String step, String decision, String opinion) {
  }

  /** @param refused Chinese sentence that says why it is not done; null where it is */
  record Result(String taskId, String refused) {
  }

  @PostMapping("/offer")
  HandlingTogether.Offer offer(@RequestBody Chosen request) {
    return together.offer(request.tasks);
  }

  /** @return what became of each, in the order in which they were sent */
  @PostMapping
  List<Result> decide(@RequestBody Decided request) {
    List<Result> results = new ArrayList<>();
    for (String task : request.tasks == null ? List.<String>of() : request.tasks) {
      try {
        together.complete(task, request.step, request.decision, request.opinion);
        results.add(new Result(task, null));
      } catch (RuntimeException e) {
        results.add(new Result(task, Problems.of(e).detail()));
      }
    }
    return results;
  }
}
