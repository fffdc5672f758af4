package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.identity.Officials;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.identity.UserProfileDto;
import org.camunda.bpm.engine.rest.hal.HalResource;
import org.camunda.bpm.engine.rest.hal.identitylink.HalIdentityLink;
import org.camunda.bpm.engine.rest.hal.task.HalTask;
import org.camunda.bpm.engine.rest.hal.task.HalTaskList;
import org.camunda.bpm.engine.rest.hal.user.HalUser;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Has Tasklist show people's names. It asks the engine who has a task, and the engine withholds users whom the official may not read: the
 * name of a colleague who has a task that the official sees is told here, and no more of that user. In the profile the web applications put
 * first and last name together as they come, {@code null} as well.
 */
final class NamesOfUsers implements WriterInterceptor {

  private static final String USER = "user";
  private static final String ASSIGNEE = "assignee";

  @Context
  private ServletContext application;

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (context.getEntity() instanceof UserProfileDto profile) {
      profile.setFirstName(Objects.toString(profile.getFirstName(), ""));
      profile.setLastName(Objects.toString(profile.getLastName(), ""));
    } else if (context.getEntity() instanceof HalTaskList list) {
      List<String> assignees = embedded(list, "task", HalTask.class).map(HalTask::getAssignee).filter(Objects::nonNull).distinct().toList();
      if (!assignees.isEmpty()) {
        list.addEmbedded(ASSIGNEE, named(assignees));
      }
    } else if (context.getEntity() instanceof HalTask task) {
      embedded(task, "identityLink", HalIdentityLink.class).filter(link -> link.getUserId() != null)
          .forEach(link -> link.addEmbedded(USER, named(List.of(link.getUserId()))));
    }
    context.proceed();
  }

  private static <T> Stream<T> embedded(HalResource<?> resource, String relation, Class<T> kind) {
    return resource.get_embedded() != null && resource.get_embedded().get(relation) instanceof List<?> list
        ? list.stream().filter(kind::isInstance).map(kind::cast)
        : Stream.empty();
  }

  private List<HalResource<?>> named(Collection<String> users) {
    Officials officials = WebApplicationContextUtils.getRequiredWebApplicationContext(application).getBean(Officials.class);
    Map<String, String> names = officials.namesOf(users);
    return users.stream().<HalResource<?>>map(user -> new Named(user, names.getOrDefault(user, user))).toList();
  }

  /** What the web applications read of a user. */
  private static final class Named extends HalUser {
    private Named(String id, String name) {
      this.id = id;
      this.firstName = "";
      this.lastName = name;
    }
  }
}
