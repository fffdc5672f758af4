package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.form.OwnTasks;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells an official how much there is to do. */
@RestController
@RequestMapping(SignedIn.PATH + "/counts")
class CountsResource {

  /**
   * How much there is, and what else there is for the official.
   *
   * @param auditor whether the official reads the audit log
   * @param administrator whether the official makes users or puts them into groups
   */
  record Shown(long open, long late, long supervisions, long toRead, boolean auditor, boolean administrator) {
  }

  private final OwnTasks toDo;
  private final Officials officials;

  CountsResource(OwnTasks toDo, Officials officials) {
    this.toDo = toDo;
    this.officials = officials;
  }

  @GetMapping
  Shown counts() {
    OwnTasks.Counts counts = toDo.counts();
    Set<String> groups = officials.required().groups();
    return new Shown(counts.open(), counts.late(), counts.supervisions(), counts.toRead(), groups.contains(Groups.AUDIT_ADMINISTRATORS),
        groups.contains(Groups.ADMINISTRATORS) || groups.contains(Groups.SECURITY_ADMINISTRATORS));
  }
}
