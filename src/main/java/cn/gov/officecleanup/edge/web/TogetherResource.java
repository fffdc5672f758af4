package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.form.HandlingTogether;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Does tasks of one step together (批量办理): each by itself, so that one that is refused holds up none of the others. */
@RestController
@RequestMapping(SignedIn.PATH + "/together")
class TogetherResource {

  private final HandlingTogether together;

  TogetherResource(HandlingTogether together) {
    this.together = together;
  }

  record Chosen(List<String> tasks) {
  }

  /** @param values by field */
  record Row(String taskId, Map<String, Object> values) {
  }

  record Done(String step, List<Row> rows) {
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
  List<Result> complete(@RequestBody Done request) {
    List<Result> results = new ArrayList<>();
    for (Row row : request.rows == null ? List.<Row>of() : request.rows) {
      try {
        together.complete(row.taskId, request.step, row.values == null ? Map.of() : row.values);
        results.add(new Result(row.taskId, null));
      } catch (RuntimeException e) {
        results.add(new Result(row.taskId, Problems.of(e).detail()));
      }
    }
    return results;
  }
}
