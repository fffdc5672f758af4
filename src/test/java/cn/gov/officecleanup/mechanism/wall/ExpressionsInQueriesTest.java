package cn.gov.officecleanup.mechanism.wall;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.EngineTest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No text that comes with a request is evaluated, whichever query brings it and however deep it is in it. */
@EngineTest
class ExpressionsInQueriesTest {

  /** set by an expression that is evaluated in spite of all */
  private static final List<String> EVALUATED = new ArrayList<>();

  @Autowired
  private ProcessEngine engine;
  @Autowired
  private FilterService filters;

  /** For an expression to call. */
  public static String evaluated() {
    EVALUATED.add("evaluated");
    return "gov410300";
  }

  @AfterEach
  void nothingWasEvaluated() throws Exception {
    assertThat(EVALUATED).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${marked()}", "#{marked()}", "${currentUser()}", "${1 + 1}", "${execution.id}", "${terms}", "${unreadable",
      "${'a'.", "plain text"})
  void noQueryOfTheEngineEvaluatesWhatItBringsAlong(String expression) throws Exception {
    marking();
    List<Class<?>> nesting = new ArrayList<>();
    for (Method creating : queries().toList()) {
      as("gov410300", "gov410300");
      Query<?, ?> query = (Query<?, ?>) create(creating);
      ((AbstractQuery<?, ?>) query).addExpression("nameOfACondition", expression);
      refused(query);
      Query<?, ?> outer = (Query<?, ?>) create(creating);
      Method or = orOf(outer);
      if (or != null) {
        nesting.add(outer.getClass());
        ((AbstractQuery<?, ?>) or.invoke(outer)).addExpression("nameOfACondition", expression);
        refusedOrNotEvaluated(outer);
        asApplication();
        refusedOrNotEvaluated(outer);
      }
    }
    assertThat(nesting).as("queries that nest others").hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("conditionsWithExpressions")
  void aTaskQueryEvaluatesNoConditionOfABlock(Method condition) throws Exception {
    marking();
    as("gov410300", "gov410300");
    TaskQuery query = taskService().createTaskQuery();
    condition.invoke(query.or(), "${marked()}");
    refused(query);
    for (Filter filter : filters.createTaskFilterQuery().list()) {
      for (boolean deep : new boolean[]{false, true}) {
        assertThatThrownBy(() -> filters.list(filter.getId(), more(condition, deep))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> filters.count(filter.getId(), more(condition, deep))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> filters.listPage(filter.getId(), more(condition, deep), 0, 1)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> filters.singleResult(filter.getId(), more(condition, deep))).isInstanceOf(RefusedException.class);
      }
    }
  }

  private static TaskQuery more(Method condition, boolean deep) throws ReflectiveOperationException {
    TaskQuery more = taskService().createTaskQuery();
    condition.invoke(deep ? more.or() : more, "${marked()}");
    return more;
  }

  static Stream<Method> conditionsWithExpressions() {
    return Arrays.stream(TaskQuery.class.getMethods())
        .filter(method -> method.getName().endsWith("Expression") && method.getParameterCount() == 1
            && method.getParameterTypes()[0] == String.class);
  }

  @Test
  void storedQueriesEvaluateNothingEither() throws Exception {
    marking();
    assertThatThrownBy(() -> filters
        .saveFilter(filters.newTaskFilter("别人存的").setQuery(taskService().createTaskQuery().taskAssigneeExpression("${marked()}"))))
        .isInstanceOf(RuntimeException.class);
    Filter nested = filters.saveFilter(
        filters.newTaskFilter("别人存的二").setQuery(taskService().createTaskQuery().or().taskAssigneeExpression("${marked()}").endOr()));
    as("gov410300", "gov410300");
    assertThatThrownBy(() -> filters.list(nested.getId())).isInstanceOf(RefusedException.class);
    asApplication();
    assertThatThrownBy(() -> filters.count(nested.getId())).isInstanceOf(RefusedException.class);
    filters.deleteFilter(nested.getId());
  }

  @Test
  void expressionsOfModelsSeeTheirBeansAlone() {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    assertThat(configuration.getBeans()).containsKey("terms")
        .doesNotContainKeys("dataSource", "identityService", "jdbcClient", "officials");
    assertThat(configuration.getBeans().get("terms")).isNotNull();
    assertThat(configuration.getBeans().get("dataSource")).isNull();
  }

  /** A value that Java serialized is not read from a request. */
  @Test
  void serializedObjectsAreNotAccepted() {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    assertThat(configuration.isJavaSerializationFormatEnabled()).isFalse();
    as("gov410300", "gov410300");
    var value = Variables.serializedObjectValue("rO0ABXA=")
        .serializationDataFormat("application/x-java-serialized-object")
        .objectTypeName("java.util.ArrayList")
        .create();
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("office-establishment", Map.of("governmentCode", value)))
        .isInstanceOf(RuntimeException.class);
    asApplication();
    assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
  }

  /** Makes {@code marked()} a function of expressions, as {@code currentUser()} is one. */
  private void marking() throws NoSuchMethodException {
    EVALUATED.clear();
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getExpressionManager()
        .addFunction("marked", ExpressionsInQueriesTest.class.getMethod("evaluated"));
  }

  private Stream<Method> queries() {
    return Arrays.stream(ProcessEngineServices.class.getMethods())
        .map(Method::getReturnType)
        .filter(Class::isInterface)
        .flatMap(service -> Arrays.stream(service.getMethods()))
        .filter(method -> method.getName().matches("create\\w*Query") && method.getParameterCount() == 0
            && Query.class.isAssignableFrom(method.getReturnType()));
  }

  private Object create(Method creating) throws ReflectiveOperationException {
    for (Method service : ProcessEngineServices.class.getMethods()) {
      if (service.getReturnType() == creating.getDeclaringClass()) {
        return creating.invoke(service.invoke(engine));
      }
    }
    throw new AssertionError(creating);
  }

  private static Method orOf(Query<?, ?> query) {
    return Arrays.stream(query.getClass().getMethods())
        .filter(method -> method.getName().equals("or") && method.getParameterCount() == 0)
        .findFirst()
        .orElse(null);
  }

  private static void refused(Query<?, ?> query) {
    assertThatThrownBy(query::list).as(query.getClass().getSimpleName())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("不能使用表达式");
    assertThatThrownBy(query::count).as(query.getClass().getSimpleName()).isInstanceOf(RefusedException.class);
  }

  /** Queries that nest without ever asking for expressions pass over them. */
  private static void refusedOrNotEvaluated(Query<?, ?> query) {
    try {
      query.list();
      assertThat(query.getClass().getSimpleName()).isNotEqualTo("TaskQueryImpl");
    } catch (RefusedException e) {
      assertThat(e).hasMessageContaining("不能使用表达式");
    }
    assertThat(EVALUATED).isEmpty();
  }
}
