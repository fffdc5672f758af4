package cn.gov.officecleanup.edge.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * Has the engine's interfaces, those of Tasklist, Cockpit and Admin included, answer with a {@link Problem}, with people's names, and with
 * all that somebody may start. Jersey finds this class by {@code META-INF/services}: the web applications' lists of classes cannot be added
 * to. A mapper for each type for which the engine brings one, since JAX-RS asks for the nearest type first and for the priority then.
 */
public final class EngineProblems implements ForcedAutoDiscoverable {

  private static final int BEFORE_THE_ENGINES = 1;

  @Override
  public void configure(FeatureContext context) {
    context.register(new OfAnything(), BEFORE_THE_ENGINES)
        .register(new OfRest(), BEFORE_THE_ENGINES)
        .register(new OfEngine(), BEFORE_THE_ENGINES)
        .register(new OfJsonMapping(), BEFORE_THE_ENGINES)
        .register(new OfJsonParsing(), BEFORE_THE_ENGINES)
        .register(new NamesOfUsers())
        .register(new WholeStartList());
  }

  private static Response answer(Throwable failure) {
    Problem problem = Problems.of(failure);
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  @Priority(BEFORE_THE_ENGINES)
  private static final class OfAnything implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
      return answer(failure);
    }
  }

  @Priority(BEFORE_THE_ENGINES)
  private static final class OfRest implements ExceptionMapper<RestException> {
    @Override
    public Response toResponse(RestException failure) {
      return answer(failure);
    }
  }

  @Priority(BEFORE_THE_ENGINES)
  private static final class OfEngine implements ExceptionMapper<ProcessEngineException> {
    @Override
    public Response toResponse(ProcessEngineException failure) {
      return answer(failure);
    }
  }

  @Priority(BEFORE_THE_ENGINES)
  private static final class OfJsonMapping implements ExceptionMapper<JsonMappingException> {
    @Override
    public Response toResponse(JsonMappingException failure) {
      return answer(failure);
    }
  }

  @Priority(BEFORE_THE_ENGINES)
  private static final class OfJsonParsing implements ExceptionMapper<JsonParseException> {
    @Override
    public Response toResponse(JsonParseException failure) {
      return answer(failure);
    }
  }
}
