package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.procedures.Procedure.Purpose;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what an official may start (发起流程), by what it is for; Tasklist itself knows names alone. */
@RestController
@RequestMapping(SignedIn.PATH + "/procedures")
class StartResource {

  /**
   * @param purpose what the procedures are for
   * @param names of the procedures, as Tasklist lists them
   */
  record Group(String purpose, List<String> names) {
  }

  private final RepositoryService repository;
  private final Procedures procedures;

  StartResource(RepositoryService repository, Procedures procedures) {
    this.repository = repository;
    this.procedures = procedures;
  }

  /** @return what who is signed in may start, in the order in which it is offered */
  @GetMapping
  List<Group> offered() {
    var byPurpose = repository.createProcessDefinitionQuery()
        .latestVersion()
        .active()
        .startableInTasklist()
        .startablePermissionCheck()
        .list()
        .stream()
        .filter(definition -> procedures.of(definition.getKey()).startedFor() != null)
        .collect(Collectors.groupingBy(this::purpose, TreeMap::new, Collectors.mapping(ProcessDefinition::getName, Collectors.toList())));
    return byPurpose.entrySet().stream().map(group -> new Group(group.getKey().label(), List.copyOf(group.getValue()))).toList();
  }

  private Purpose purpose(ProcessDefinition definition) {
    return procedures.of(definition.getKey()).startedFor();
  }
}
