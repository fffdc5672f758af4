package cn.gov.officecleanup.edge.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;

/**
 * Tasklist asks for what somebody may start in portions of fifteen; grouped by what it is for, all of it is seen at once, so that nothing
 * is missed on a further page.
 */
@PreMatching
final class WholeStartList implements ContainerRequestFilter {

  private static final String ASKED_BY_TASKLIST = "startableInTasklist";
  private static final int FAR_MORE_THAN_THERE_ARE = 500;

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    if (uri.getQueryParameters().containsKey(ASKED_BY_TASKLIST) && uri.getQueryParameters().containsKey("maxResults")) {
      request.setRequestUri(
          uri.getRequestUriBuilder().replaceQueryParam("firstResult", 0).replaceQueryParam("maxResults", FAR_MORE_THAN_THERE_ARE).build());
    }
  }
}
